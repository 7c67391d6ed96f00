"""Numbers and ids that were once given: none is missing, and every one leads somewhere."""

from __future__ import annotations

from sqlalchemy import Connection, select

from tallystick.ledger import schema
from tallystick.ledger.verify.finding import Faults
from tallystick.ledger.verify.nouns import stands
from tallystick.ledger.verify.rows import in_chunks, on_file, streamed, texts_of
from tallystick.model.quote import Quote


def minted(connection: Connection) -> Faults:
    """Every incident id ever given stands for words that are in their report, and is an incident or points on."""
    table = schema.minted_id
    for rows in in_chunks(streamed(connection, select(table).order_by(table.c.report_id))):
        texts = texts_of(connection, (row.report_id for row in rows))
        ids = {row.incident_id for row in rows}
        known = on_file(connection, schema.incident.c.id, ids) | on_file(connection, schema.tombstone.c.id, ids)
        for row in rows:
            quoted = len(row.exact) == row.end_char - row.start_char and stands(
                Quote(report_id=row.report_id, start=row.start_char, end=row.end_char, exact=row.exact), texts
            )
            if not quoted:
                yield f"id {row.incident_id}: its words do not stand in report {row.report_id}"
            elif row.incident_id not in known:
                yield f"id {row.incident_id}: is no incident and does not point on"
            else:
                yield None


def pointers(connection: Connection) -> Faults:
    """An id that points on comes to an incident in the end, or says that there is none."""
    rows = connection.execute(select(schema.tombstone.c.id, schema.tombstone.c.points_to))
    points_to = {row.id: row.points_to for row in rows}
    ends = {target for target in points_to.values() if target is not None and target not in points_to}
    incidents = on_file(connection, schema.incident.c.id, ends)
    leads_somewhere: set[str] = set()
    for start in points_to:
        path: list[str] = []
        current = start
        while current in points_to and current not in leads_somewhere and current not in path:
            path.append(current)
            current = points_to[current]
        if current is None or current in incidents or current in leads_somewhere:
            leads_somewhere.update(path)
            yield None
        else:
            yield f"id {start}: " + ("points round in a circle" if current in path else f"{current} is not on file")

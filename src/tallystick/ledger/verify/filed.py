"""What is filed for the next derivation fits what it was filed of. Nothing is checked before something is filed."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import repeat
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, func, select

from tallystick.ledger import index_schema as filed
from tallystick.ledger import reports, schema
from tallystick.ledger.verify.finding import Faults
from tallystick.ledger.verify.rows import in_chunks, streamed


class _Leads(NamedTuple):
    """A column, and the one in which each of its values stands; ``report``, if given, names the report that the row was
    filed of: one that was read again since is not looked at.
    """

    column: Column[Any]
    to: Column[Any]
    report: Column[Any] | None = None


_LEADS = (
    _Leads(filed.telling.c.mention_id, schema.mention.c.id, filed.telling.c.report_id),
    _Leads(schema.mention.c.id, filed.telling.c.mention_id, schema.mention.c.report_id),
    _Leads(filed.telling.c.report_id, schema.report.c.id),
    _Leads(filed.telling.c.incident_id, schema.incident.c.id),
    _Leads(filed.telling.c.place_id, filed.place.c.id),
    _Leads(filed.tie.c.left_id, filed.telling.c.mention_id),
    _Leads(filed.tie.c.right_id, filed.telling.c.mention_id),
    _Leads(filed.reference.c.incident_id, schema.incident.c.id),
    _Leads(filed.reference.c.names_id, schema.incident.c.id),
    _Leads(filed.claimant.c.incident_id, schema.incident.c.id),
    _Leads(filed.presence.c.incident_id, schema.incident.c.id),
    _Leads(filed.naming.c.mention_id, filed.telling.c.mention_id),
    _Leads(filed.relation_end.c.relation_id, schema.relation.c.id),
    _Leads(filed.copy.c.report_id, schema.syndication.c.report_id),
    _Leads(filed.copy.c.original_id, schema.report.c.id),
    _Leads(filed.sketch.c.report_id, schema.report.c.id),
    _Leads(filed.sketch.c.parent_id, schema.report.c.id),
    _Leads(filed.passage_key.c.number, filed.sketch.c.number),
    _Leads(filed.tally_window.c.tally_id, filed.telling.c.mention_id),
    _Leads(schema.tally.c.id, filed.tally_window.c.tally_id),
    _Leads(filed.dirty_report.c.report_id, schema.report.c.id),
)


def references(connection: Connection) -> Faults:
    """What a row of the index names is there, and of what must be in the index nothing is missing."""
    if not _is_filed(connection):
        return
    dirty = select(filed.dirty_report.c.report_id)
    for leads in _LEADS:
        is_due = [leads.column.is_not(None)]
        if leads.report is not None:
            is_due.append(leads.report.not_in(dirty))
        lost = select(leads.column).where(*is_due, ~select(leads.to).where(leads.to == leads.column).exists())
        count = connection.scalar(select(func.count()).select_from(leads.column.table).where(*is_due)) or 0
        named = 0
        for value in connection.scalars(lost):
            named += 1
            yield f"{leads.column.table.name} {value}: is not in {leads.to.table.name}"
        yield from repeat(None, count - named)


def incidents(connection: Connection) -> Faults:
    """The index has of each incident the mentions and the other incidents that the incident itself names."""
    if not _is_filed(connection):
        return
    telling, reference = filed.telling.c, filed.reference.c
    for rows in in_chunks(streamed(connection, select(schema.incident.c.id, schema.incident.c.payload))):
        ids = [row.id for row in rows]
        mentions = _sets(connection, telling.incident_id, telling.mention_id, ids)
        named = _sets(connection, reference.incident_id, reference.names_id, ids)
        for row in rows:
            said = _said(row.payload)
            if said is None:
                continue  # told by the check of incidents
            if mentions[row.id] != set(said.get("mentions", ())):
                yield f"incident {row.id}: the index has other mentions of it"
            elif named[row.id] != {*said.get("responds_to", ()), *(other["id"] for other in said.get("may_be", ()))}:
                yield f"incident {row.id}: the index has it name other incidents"
            else:
                yield None


def copies(connection: Connection) -> Faults:
    """The index has of each report the original that the report has, and the keys of all its passages."""
    if not _is_filed(connection):
        return
    rows = select(schema.syndication.c.report_id, schema.syndication.c.syndicated_from, filed.copy.c.original_id)
    rows = rows.outerjoin(filed.copy, filed.copy.c.report_id == schema.syndication.c.report_id)
    for row in streamed(connection, rows):
        right = reports.original_in(row.syndicated_from) == row.original_id
        yield None if right else f"report {row.report_id}: the index has it copied from another"
    number = filed.passage_key.c.number
    filed_keys = select(number, func.count().label("found")).group_by(number).subquery()
    sketches = select(
        filed.sketch.c.report_id, filed.sketch.c.passages, func.coalesce(filed_keys.c.found, 0).label("found")
    )
    for row in streamed(connection, sketches.outerjoin(filed_keys, filed_keys.c.number == filed.sketch.c.number)):
        due = {key for half in json.loads(row.passages) for passage in half for key in passage}
        yield None if len(due) == row.found else f"report {row.report_id}: the index lacks passages of it"


def _is_filed(connection: Connection) -> bool:
    return connection.scalar(select(func.count()).select_from(filed.basis)) != 0


def _sets(connection: Connection, by: Column[Any], column: Column[Any], ids: list[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in connection.execute(select(by, column).where(by.in_(ids))):
        found[key].add(value)
    return found


def _said(payload: str) -> dict[str, Any] | None:
    try:
        said: dict[str, Any] = json.loads(payload)
    except ValueError:
        return None
    return said

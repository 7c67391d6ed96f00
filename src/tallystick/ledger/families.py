"""Which reports are copies of one original."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, select

from tallystick.ledger import index_schema, reports, schema
from tallystick.ledger.index import chunks_of, put, take_out
from tallystick.model.report import Report

_COPY = index_schema.copy


def replace(connection: Connection, found: Sequence[Report]) -> None:
    """Files whose copies all reports are, in place of what was filed before."""
    connection.execute(delete(_COPY))
    recast(connection, found)


def recast(connection: Connection, found: Sequence[Report]) -> None:
    """Files whose words these reports have, in place of what was filed of them."""
    ids = [report.id for report in found]
    take_out(connection, _COPY.c.report_id, ids)
    copies = [(report.id, report.syndicated_from) for report in found if report.syndicated_from is not None]
    put(connection, _COPY, [{"report_id": copy, "original_id": original} for copy, original in copies])
    take_out(connection, schema.syndication.c.report_id, ids)
    put(connection, schema.syndication, [row for report in found if (row := reports.syndication_row(report))])


def originals(connection: Connection, report_ids: Collection[str]) -> dict[str, str]:
    """The original of each of these reports that is held for a copy."""
    table = schema.syndication
    rows = (
        row
        for chunk in chunks_of(report_ids)
        for row in connection.execute(select(table).where(table.c.report_id.in_(chunk)))
    )
    found = {row.report_id: reports.original_in(row.syndicated_from) for row in rows}
    return {report_id: original for report_id, original in found.items() if original is not None}


def of(connection: Connection, report_ids: Collection[str]) -> frozenset[str]:
    """These reports and all that are of their families."""
    originals = set(report_ids)
    for chunk in chunks_of(report_ids):
        originals.update(connection.scalars(select(_COPY.c.original_id).where(_COPY.c.report_id.in_(chunk))))
    found = set(originals)
    for chunk in chunks_of(originals):
        found.update(connection.scalars(select(_COPY.c.report_id).where(_COPY.c.original_id.in_(chunk))))
    return frozenset(found)

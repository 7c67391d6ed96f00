"""Which tallies an incident can touch, and which are to be reconciled anew before they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, delete, or_, select, update

from tallystick.ledger import index_schema
from tallystick.ledger.index import chunks_of, put, take_out
from tallystick.model.incident import Incident

_TABLE = index_schema.tally_window


class TallyWindow(NamedTuple):
    """The days that a tally counts, null where open, and whether it names an area."""

    tally_id: str
    report_id: str
    since: date | None
    until: date | None
    names_area: bool


def replace(connection: Connection, windows: Iterable[TallyWindow]) -> None:
    """Files the windows of all tallies, which are reconciled."""
    connection.execute(delete(_TABLE))
    put(connection, _TABLE, [{**window._asdict(), "is_stale": False} for window in windows])


def add_stale(connection: Connection, windows: Iterable[TallyWindow]) -> None:
    """Files the windows of tallies that are yet to be reconciled."""
    put(connection, _TABLE, [{**window._asdict(), "is_stale": True} for window in windows])


def forget(connection: Connection, tally_ids: Collection[str]) -> None:
    """Takes out the windows of tallies that are told no more."""
    take_out(connection, _TABLE.c.tally_id, tally_ids)


def mark_stale(connection: Connection, changed: Iterable[Incident], report_ids: Collection[str]) -> None:
    """Marks the tallies that a change of these incidents can touch, and those of the reports that tell them.

    A tally that names no area counts where its sides fought, which any incident may tell: all of them are marked.
    """
    changed = list(changed)
    if not changed:
        return
    touched = update(_TABLE).where(_TABLE.c.is_stale.is_(False)).values(is_stale=True)
    connection.execute(touched.where(_TABLE.c.names_area.is_(False)))
    for chunk in chunks_of(report_ids):
        connection.execute(touched.where(_TABLE.c.report_id.in_(chunk)))
    for first, last in {_days(incident) for incident in changed}:
        if first is None or last is None:
            connection.execute(touched.where(_TABLE.c.since.is_(None), _TABLE.c.until.is_(None)))
        else:
            begun = or_(_TABLE.c.since.is_(None), _TABLE.c.since <= last)
            connection.execute(touched.where(begun, or_(_TABLE.c.until.is_(None), _TABLE.c.until >= first)))


def stale(connection: Connection) -> frozenset[str]:
    """The ids of the tallies to be reconciled."""
    return frozenset(connection.scalars(select(_TABLE.c.tally_id).where(_TABLE.c.is_stale)))


def freshen(connection: Connection, tally_ids: Collection[str]) -> None:
    """Notes that these tallies are reconciled."""
    for chunk in chunks_of(tally_ids):
        connection.execute(update(_TABLE).where(_TABLE.c.tally_id.in_(chunk)).values(is_stale=False))


def _days(incident: Incident) -> tuple[date | None, date | None]:
    return incident.start or incident.end, incident.end or incident.start

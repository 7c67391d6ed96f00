"""Which tallies an incident can touch, and which are to be reconciled anew before they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, exists, func, or_, select, update

from tallystick.ledger import index_schema, schema
from tallystick.ledger.index import chunks_of, put, take_out
from tallystick.model.incident import Incident
from tallystick.model.terms import ReviewState

_TABLE = index_schema.tally_window
_UNCOUNTED = ("conflicts", "sourced", "joins", "settled", "sources", "origins", "informants", "outcome", "responds_to")


_FEW = 8
"""For how many incidents the checks on file are searched for who names them; of more, their days are enough."""


class Touching(NamedTuple):
    """The incidents whose change can touch a tally: as they were, and as they are if no person rejected them."""

    were: list[Incident]
    are: list[Incident]


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


def mark_stale(connection: Connection, touching: Touching, report_ids: Collection[str], *, moved: bool) -> None:
    """Marks the tallies that a change of these incidents can touch, and those of the reports that tell them.

    What an incident was concerns the tallies whose check names it: what it does not name left no trace in it. What it
    is concerns those that share a day with it. A tally that names no area counts where its sides fought, which any
    incident may tell: all of them are marked if who is where is now told otherwise than before (``moved``).
    """
    if not touching.were and not touching.are:
        return
    touched = update(_TABLE).where(_TABLE.c.is_stale.is_(False)).values(is_stale=True)
    if moved:
        connection.execute(touched.where(_TABLE.c.names_area.is_(False)))
    for chunk in chunks_of(report_ids):
        connection.execute(touched.where(_TABLE.c.report_id.in_(chunk)))
    are_few = len(touching.were) <= _FEW
    together = touching.are if are_few else [*touching.are, *touching.were]
    for days in {_days(incident) for incident in together}:
        connection.execute(touched.where(*_sharing(*days)))
    if are_few:
        for incident in touching.were:
            connection.execute(touched.where(*_sharing(*_days(incident)), _names(incident)))


def touching(before: Mapping[str, Incident], after: Mapping[str, Incident]) -> Touching:
    """The incidents whose change can touch a tally. No tally goes by who tells an incident, by how its mentions were
    joined, or by its review, but that what a person rejected is not counted.
    """
    found = Touching([], [])
    for id_ in before.keys() | after.keys():
        one, other = (state.get(id_) for state in (before, after))
        if one is None or other is None or _counted(one) != _counted(other):
            found.were.extend(each for each in (one,) if each is not None)
            found.are.extend(each for each in (other,) if each and each.review_state is not ReviewState.REJECTED)
    return found


def count_stale(connection: Connection) -> int:
    """How many tallies are to be reconciled."""
    return connection.scalar(select(func.count()).select_from(_TABLE).where(_TABLE.c.is_stale)) or 0


def stale(connection: Connection) -> frozenset[str]:
    """The ids of the tallies to be reconciled."""
    return frozenset(connection.scalars(select(_TABLE.c.tally_id).where(_TABLE.c.is_stale)))


def freshen(connection: Connection, tally_ids: Collection[str]) -> None:
    """Notes that these tallies are reconciled."""
    for chunk in chunks_of(tally_ids):
        connection.execute(update(_TABLE).where(_TABLE.c.tally_id.in_(chunk)).values(is_stale=False))


def _sharing(first: date | None, last: date | None) -> list[ColumnElement[bool]]:
    """The windows that share a day with ``first`` to ``last``; all where these are not told: it may lie in any."""
    since, until = _TABLE.c.since, _TABLE.c.until
    if first is None or last is None:
        return []
    return [or_(since.is_(None), since <= last), or_(until.is_(None), until >= first)]


def _names(incident: Incident) -> ColumnElement[bool]:
    """Whether the check on file of a window's tally names an incident."""
    table = schema.tally
    return exists().where(table.c.id == _TABLE.c.tally_id, table.c.payload.contains(incident.id, autoescape=True))


def _counted(incident: Incident) -> Incident:
    rejected = incident.review_state is ReviewState.REJECTED
    uncounted = {name: Incident.model_fields[name].default for name in _UNCOUNTED}
    state = ReviewState.REJECTED if rejected else ReviewState.MACHINE
    return incident.model_copy(update={**uncounted, "review_state": state})


def _days(incident: Incident) -> tuple[date | None, date | None]:
    return incident.start or incident.end, incident.end or incident.start

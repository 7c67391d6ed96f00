"""Which tallies an incident can touch, and which are to be reconciled anew before they are read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, exists, func, or_, select, update

from tallystick.ledger import index_schema, schema
from tallystick.ledger.countables import FiledCountable, as_filed
from tallystick.ledger.index import chunks_of, put, take_out
from tallystick.model.incident import Incident
from tallystick.model.terms import ReviewState

_TABLE = index_schema.tally_window
_FEW = 8
"""For how many incidents the checks on file are searched for who names them; of more, their days are enough."""


class Touching(NamedTuple):
    """The incidents whose change can touch a tally: as they were, and as they are if no person rejected them; and the
    mentions whose reports tell them otherwise than before, or tell what changed.
    """

    were: list[Incident]
    are: list[Incident]
    mentions: set[str]


class TallyWindow(NamedTuple):
    """The days that a tally counts, null where open; whether it names an area, and the countries (ISO 3166-1 alpha-2)
    where that says all of where it counts.
    """

    tally_id: str
    report_id: str
    since: date | None
    until: date | None
    names_area: bool
    countries: tuple[str, ...]


def replace(connection: Connection, windows: Iterable[TallyWindow]) -> None:
    """Files the windows of all tallies, which are reconciled."""
    connection.execute(delete(_TABLE))
    put(connection, _TABLE, [_row(window, is_stale=False) for window in windows])


def add_stale(connection: Connection, windows: Iterable[TallyWindow]) -> None:
    """Files the windows of tallies that are yet to be reconciled."""
    put(connection, _TABLE, [_row(window, is_stale=True) for window in windows])


def forget(connection: Connection, tally_ids: Collection[str]) -> None:
    """Takes out the windows of tallies that are told no more."""
    take_out(connection, _TABLE.c.tally_id, tally_ids)


def mark_stale(connection: Connection, touching: Touching, report_ids: Collection[str], *, moved: bool) -> None:
    """Marks the tallies that a change of these incidents can touch, and those of the reports that tell them.

    What an incident was concerns the tallies whose check names it: what it does not name left no trace in it. What it
    is concerns those that share a day with it, and count in its country or in any. A tally that names no area counts
    where its sides fought, which any incident may tell: all of them are marked if who is where is now told otherwise
    than before (``moved``).
    """
    if not any(touching):
        return
    touched = update(_TABLE).where(_TABLE.c.is_stale.is_(False)).values(is_stale=True)
    if moved:
        connection.execute(touched.where(_TABLE.c.names_area.is_(False)))
    for chunk in chunks_of(report_ids):
        connection.execute(touched.where(_TABLE.c.report_id.in_(chunk)))
    are_few = len(touching.were) <= _FEW
    together = touching.are if are_few else [*touching.are, *touching.were]
    for days, country in {(_days(incident), _country(incident)) for incident in together}:
        connection.execute(touched.where(*_sharing(*days), *_counting_in(country)))
    if are_few:
        for incident in touching.were:
            reach = (*_sharing(*_days(incident)), *_counting_in(_country(incident)))
            connection.execute(touched.where(*reach, _names(incident)))


def touching(before: Mapping[str, Incident], after: Mapping[str, Incident]) -> Touching:
    """The incidents whose change can touch a tally. Tallies go by what a ``Countable`` holds, but by its mentions only
    in the reports that tell these.
    """
    found = Touching([], [], set())
    for id_ in before.keys() | after.keys():
        one, other = (state.get(id_) for state in (before, after))
        told = [{*incident.mentions} if incident else set() for incident in (one, other)]
        if one is not None and other is not None and _counted(one) == _counted(other):
            found.mentions.update(told[0] ^ told[1])
            continue
        found.mentions.update(*told)
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


def _counting_in(country: str | None) -> list[ColumnElement[bool]]:
    """The windows of tallies that may count in a country; all where it is not told."""
    countries = _TABLE.c.countries
    if country is None:
        return []
    return [or_(countries.is_(None), countries.contains(f'"{country}"', autoescape=True))]


def _counted(incident: Incident) -> FiledCountable:
    rejected = incident.review_state is ReviewState.REJECTED
    state = ReviewState.REJECTED if rejected else ReviewState.MACHINE
    return as_filed(incident)._replace(mentions=(), review_state=state)


def _country(incident: Incident) -> str | None:
    return incident.place.country if incident.place else None


def _row(window: TallyWindow, *, is_stale: bool) -> dict[str, object]:
    countries = json.dumps(window.countries) if window.countries else None
    return {**window._asdict(), "countries": countries, "is_stale": is_stale}


def _days(incident: Incident) -> tuple[date | None, date | None]:
    return incident.start or incident.end, incident.end or incident.start

"""Faults of relations: of each by itself, against the lives of its actors, and of all together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.contents import Contents
from tallystick.knowledge.rows import Fault, Row
from tallystick.model.relation import KnownRelation
from tallystick.model.terms import ActorType, Predicate

_UMBRELLAS = frozenset(
    {ActorType.BRAND, ActorType.COALITION, ActorType.PARTY, ActorType.ORGANISATION, ActorType.ARMED_FORCES}
)
_COVERS = frozenset({ActorType.FACADE, ActorType.BRAND, ActorType.MEDIA, ActorType.ORGANISATION, ActorType.PARTY})
_FITTING_SUBJECTS = {
    Predicate.BRAND_OF: frozenset({ActorType.BRAND, ActorType.COALITION}),
    Predicate.FRONT_FOR: _COVERS,
    Predicate.MEDIA_OUTLET_OF: frozenset({ActorType.MEDIA}),
}
_FITTING_OBJECTS = {Predicate.MEMBER_OF: _UMBRELLAS}

# Who came out of another or took its place can outlive it; everything else holds while both sides live.
_OUTLIVES = frozenset({Predicate.SUCCESSOR_OF, Predicate.OFFSHOOT_OF})


class _Period(NamedTuple):
    """From the first to the last day, both within."""

    since: date
    until: date

    def within(self, other: _Period) -> _Period | None:
        """What the two have in common; null if nothing."""
        since, until = max(self.since, other.since), min(self.until, other.until)
        return _Period(since, until) if since <= until else None


def find_relation_faults(own: Contents, known: Contents) -> Iterator[Fault]:
    """What is wrong with relations, given those of other packs that they are to stand beside."""
    actors = {row.entry.id: row.entry for row in (*known.actors, *own.actors)}
    for row in own.relations:
        yield from (Fault(row.path, row.line, f"{_told(row.entry)}: {cause}") for cause in _own_faults(row, actors))
    yield from _given_twice(own, known)
    yield from _circles(own, known)


def _own_faults(row: Row[KnownRelation], actors: Mapping[str, KnownActor]) -> Iterator[str]:
    relation = row.entry
    if relation.subject == relation.object:
        yield "an actor stands in no relation to itself"
    subject, other = actors.get(relation.subject), actors.get(relation.object)
    if subject is not None:
        yield from _unfitting("subject", subject, _FITTING_SUBJECTS.get(relation.predicate))
        yield from _outside_life(relation, subject)
    if other is not None:
        yield from _unfitting("object", other, _FITTING_OBJECTS.get(relation.predicate))
        if relation.predicate not in _OUTLIVES:
            yield from _outside_life(relation, other)
        elif relation.since and other.since and _before(relation.since, other.since):
            yield f"starts ({relation.since}) before {other.id} does ({other.since})"


def _unfitting(side: str, actor: KnownActor, fitting: frozenset[ActorType] | None) -> Iterator[str]:
    if fitting is not None and actor.type not in fitting:
        yield f"the {side} {actor.id} is of type {actor.type}; one of {', '.join(sorted(fitting))} fits"


def _outside_life(relation: KnownRelation, actor: KnownActor) -> Iterator[str]:
    first = relation.since or relation.until
    last = relation.until or relation.since
    if first and actor.since and _before(first, actor.since):
        yield f"starts ({first}) before {actor.id} does ({actor.since})"
    if last and actor.until and _after(last, actor.until):
        yield f"lasts (to {last}) longer than {actor.id} does ({actor.until})"


def _before(day: date, start: date) -> bool:
    """True if a day is surely before a start; the first day of a month or year stands for that month or year."""
    if day.day == 1 and (day.month in (1, start.month)) and day.year == start.year:
        return False
    return day < start


def _after(day: date, end: date) -> bool:
    """True if a day is surely after an end; the last day of a month or year stands for that month or year."""
    is_last = (day + timedelta(days=1)).day == 1
    if is_last and (day.month in (12, end.month)) and day.year == end.year:
        return False
    return day > end


def _given_twice(own: Contents, known: Contents) -> Iterator[Fault]:
    first: dict[tuple[str, Predicate, str], list[Row[KnownRelation]]] = defaultdict(list)
    for row in known.relations:
        first[_triple(row.entry)].append(row)
    for row in own.relations:
        same = first[_triple(row.entry)]
        for other in same:
            if _period(row.entry).within(_period(other.entry)):
                where = f"{other.path.parent.name}/{other.path.name}:{other.line}"
                yield Fault(row.path, row.line, f"{_told(row.entry)}: given twice, first at {where}")
                break
        same.append(row)


def _circles(own: Contents, known: Contents) -> Iterator[Fault]:
    """The relations that close a circle of command: at some moment, who stands below also stands above."""
    above: dict[str, list[tuple[str, _Period]]] = defaultdict(list)
    for row in (*known.relations, *own.relations):
        if (step := _upward(row.entry)) is not None:
            above[step[0]].append((step[1], _period(row.entry)))
    for row in own.relations:
        step = _upward(row.entry)
        if step is not None and step[0] != step[1] and _reaches(step[1], step[0], _period(row.entry), above):
            yield Fault(row.path, row.line, f"{_told(row.entry)}: closes a circle of command")


def _reaches(start: str, goal: str, during: _Period, above: Mapping[str, list[tuple[str, _Period]]]) -> bool:
    ahead, seen = [(start, during)], set[tuple[str, _Period]]()
    while ahead:
        here = ahead.pop()
        if here[0] == goal:
            return True
        if here not in seen:
            seen.add(here)
            ahead.extend((one, common) for one, held in above.get(here[0], ()) if (common := here[1].within(held)))
    return False


def _upward(relation: KnownRelation) -> tuple[str, str] | None:
    """Who stands below and who above, where a relation is one of command."""
    match relation.predicate:
        case Predicate.PART_OF | Predicate.SUBORDINATE_TO:
            return relation.subject, relation.object
        case Predicate.CONTROLS:
            return relation.object, relation.subject
        case _:
            return None


def _period(relation: KnownRelation) -> _Period:
    return _Period(relation.since or date.min, relation.until or date.max)


def _triple(relation: KnownRelation) -> tuple[str, Predicate, str]:
    return relation.subject, relation.predicate, relation.object


def _told(relation: KnownRelation) -> str:
    return f"{relation.subject} {relation.predicate} {relation.object}"

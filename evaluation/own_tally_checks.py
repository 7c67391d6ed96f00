"""Which values of a tally that was read are those that were coded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tallystick.evaluation.names import are_alike
from tallystick.model.actor import ActorRef
from tallystick.model.mention import TallyMention
from tallystick.model.place import Place

EXACT = ("value", "comparator", "window", "area", "parts")
"""What issue and level count together as one exact tally."""


@dataclass(frozen=True)
class Read:
    """A tally as read, with the day of its report and what its area ids stand for."""

    tally: TallyMention
    published: date | None
    places: Mapping[str, Place]

    def country_of(self, area: str) -> str | None:
        """The country code of an area, which may be a code itself."""
        return self.places[area].country if area in self.places else area

    def name_of(self, scope: str) -> str:
        """The name of a part: of the place, if it is one."""
        return self.places[scope].name if scope in self.places else scope


Check = Callable[[Mapping[str, Any], Read], bool | None]


def _window(gold: Mapping[str, Any], read: Read) -> bool:
    """True if both ends are the same day; an open end is the day of the report."""
    until = read.tally.until or read.published
    return read.tally.since == gold["since"] and until == (gold["until"] or read.published)


def _area(gold: Mapping[str, Any], read: Read) -> bool:
    """True if the countries are the same; a sea is in none."""
    countries = {read.country_of(a) for a in read.tally.scope.areas}
    return countries - {None} == {*gold["areas"]}


def _parts(gold: Mapping[str, Any], read: Read) -> bool:
    told = [(read.name_of(p.scope), p.value) for p in read.tally.parts]
    for scope, value in gold["parts"].items():
        same = next((t for t in told if t[1] == value and (scope == t[0] or are_alike(scope, t[0]))), None)
        if same is None:
            return False
        told.remove(same)
    return not told


def _name(key: str, value_of: Callable[[TallyMention], ActorRef | None], *, strict: bool = False) -> Check:
    """Whether an actor has the coded name; ``strict`` asks that none is named where none is coded."""

    def check(gold: Mapping[str, Any], read: Read) -> bool | None:
        ref = value_of(read.tally)
        if key not in gold:
            return ref is None if strict else None
        return ref is not None and any(are_alike(gold[key], n) for n in (ref.name, ref.id or ""))

    return check


def _weapons(gold: Mapping[str, Any], read: Read) -> bool | None:
    return {w.value for w in read.tally.scope.weapons} == {*gold["weapons"]} if "weapons" in gold else None


CHECKS: Mapping[str, Check] = {
    "value": lambda gold, read: (
        read.tally.value == gold["value"] and gold.get("high", read.tally.value_high) == read.tally.value_high
    ),
    "comparator": lambda gold, read: read.tally.comparator == gold["is"],
    "unit": lambda gold, read: read.tally.unit == gold["unit"],
    "window": _window,
    "area": _area,
    "parts": _parts,
    "counter": _name("counter", lambda tally: tally.counter, strict=True),
    "actor": _name("actor", lambda tally: tally.scope.actor),
    "target": _name("target", lambda tally: tally.scope.target),
    "weapons": _weapons,
}


def pair(gold: Sequence[Mapping[str, Any]], found: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """Indices of gold and of what was read, for tallies of one number, those that share most first."""
    agreeing = [
        (sum(bool(check(g, r)) for check in CHECKS.values()), -a, -b)
        for a, g in enumerate(gold)
        for b, r in enumerate(found)
        if r.tally.value == g["value"]
    ]
    taken: set[tuple[str, int]] = set()
    for _, a, b in sorted(agreeing, reverse=True):
        if not {("gold", -a), ("read", -b)} & taken:
            taken |= {("gold", -a), ("read", -b)}
            yield -a, -b

"""The rules by which the shown values are chosen, field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from tallystick.model.actor import ActorRef
from tallystick.model.incident import Conflict, ConflictValue
from tallystick.model.mention import Range
from tallystick.model.place import Place
from tallystick.model.terms import CasualtyGroup, DateBasis, DatePrecision, PlacePrecision
from tallystick.model.when import When
from tallystick.resolution import status
from tallystick.resolution.rule import Criterion, Rule
from tallystick.resolution.support import Supported, V

CLOSENESS = (
    PlacePrecision.SITE,
    PlacePrecision.TOWN,
    PlacePrecision.DISTRICT,
    PlacePrecision.PROVINCE,
    PlacePrecision.REGION,
    PlacePrecision.COUNTRY,
)
FINENESS = (
    DatePrecision.DAY,
    DatePrecision.WEEK,
    DatePrecision.PART_OF_MONTH,
    DatePrecision.MONTH,
    DatePrecision.YEAR,
    DatePrecision.UNKNOWN,
)
GROUND = tuple(DateBasis)
HARM = ("killed", "injured")


def _is_unknown(s: Supported[ActorRef]) -> bool:
    return s.value.id is None


def _is_bound(s: Supported[Range]) -> bool:
    return s.value.best is None


def _is_stand_in(s: Supported[When]) -> bool:
    return s.value.basis is DateBasis.PUBLICATION


def _closeness(s: Supported[Place]) -> int:
    return CLOSENESS.index(s.value.precision)


def _fineness(s: Supported[When]) -> int:
    return FINENESS.index(s.value.precision)


def _ground(s: Supported[When]) -> int:
    return GROUND.index(s.value.basis)


def _days(s: Supported[When]) -> int:
    when = s.value
    return (when.end - when.start).days if when.start and when.end else 10**6


def _latest(s: Supported[Any]) -> int:
    return -max((t.published or date.min).toordinal() for t in s.tellings)


MOST_SOURCES = Criterion("that of most independent sources", lambda s: -s.origins)
EARLIEST = Criterion("the earliest told (by day of publication, then report and position)", lambda s: s.first)
BY_SOURCES = (MOST_SOURCES, EARLIEST)

RULES: Mapping[str, Rule] = {
    "kind": Rule("of the kinds that no other one told says more closely:", BY_SOURCES),
    "start": Rule(
        "",
        (
            Criterion("a time that is told rather than the day of publication", _is_stand_in),
            Criterion("the finest", _fineness),
            Criterion("the best grounded (explicit, weekday, relative to the dateline)", _ground),
            Criterion("the shortest", _days),
            *BY_SOURCES,
        ),
    ),
    "place": Rule("", (Criterion("the closest place", _closeness), *BY_SOURCES)),
    "target": Rule("of the things and people named, or of their owners where none is:", BY_SOURCES),
    **dict.fromkeys(
        ("target_actor", "perpetrator"),
        Rule("", (Criterion("an actor that the knowledge base holds", _is_unknown), *BY_SOURCES)),
    ),
    "weapons": Rule("every weapon that any report names"),
    **dict.fromkeys(
        (
            "weapon_count",
            "killed",
            "injured",
            *(f"{h}_{g.value}" for g in CasualtyGroup for h in ("killed", "injured")),
        ),
        Rule(
            "low and high span the latest word of every independent source; the best number is, of these words,",
            (
                Criterion("one that is more than a bound", _is_bound),
                MOST_SOURCES,
                Criterion("that of the latest report", _latest),
                EARLIEST,
            ),
        ),
    ),
    "outcome": Rule("", BY_SOURCES),
    "status": Rule(status.WORDS),
}
"""The rule of every field on which reports can disagree. ``start`` stands for the whole of the time."""


def find_conflict(
    field: str, values: Sequence[Supported[V]], *, show: Callable[[V], str] = str
) -> tuple[Conflict, ...]:
    """The disagreement on a field, the chosen value first; empty where there is only one value."""
    if len(values) < 2:
        return ()
    rule = RULES[field]
    shown = tuple(ConflictValue(value=show(v.value), mention_ids=v.mention_ids, sources=v.origins) for v in values)
    return (Conflict(field=field, values=shown, rule=rule.words, decided_by=rule.deciding(values[0], values[1])),)

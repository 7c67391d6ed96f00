"""Filters as the clients of ACLED's API name and write them, read as ours (acleddata.com, API documentation).

A parameter holds one value, or several joined by ``|``, or by ``:OR:`` with its name said again; ``NAME_where`` says
how they are compared. What ACLED has and we have not is refused: left out, it would give more than was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tallystick.errors import Code, TallystickError
from tallystick.web.api.comparing import Bounds, one_of, read_days, read_dead, read_moment, read_years
from tallystick.web.api.named import IN_PART, values_named
from tallystick.web.catalogue.facets import FACET
from tallystick.web.catalogue.labels import Labels

FACET_OF = {**{name: name for name in FACET}, "sub_event_type": "event_type", "admin1": "province", "location": "place"}
"""The facet that each parameter narrows down: ours under their own names, ACLED's under theirs."""

EQUAL, LIKE = NAME_WAYS = ("=", "LIKE")
COMPARED = ("event_date", "year", "fatalities", "timestamp", "notes")
"""The other parameters that take a ``NAME_where``."""

NOT_HELD = frozenset(
    {
        "event_id_cnty", "time_precision", "disorder_type", "assoc_actor_1", "inter1", "assoc_actor_2", "inter2",
        "interaction", "civilian_targeting", "iso", "region", "admin2", "admin3", "latitude", "longitude",
        "geo_precision", "source_scale", "tags",
    }
)  # fmt: skip
"""Filters of ACLED's for which there is nothing here."""

_WHERE = "_where"
_OR = ":OR:"


@dataclass(frozen=True)
class Question:
    """What was asked for: ``pairs`` as the parameters of our own pages; how many were killed; and from when on it must
    have changed, null if that is all one.
    """

    pairs: list[tuple[str, str]]
    killed: Bounds
    changed_from: datetime | None


def read_question(given: Iterable[tuple[str, str]], labels: Mapping[str, Labels]) -> Question:
    """The parameters of a request, read; ``labels`` are the values that there are of each facet.

    Raises:
        TallystickError: E801 if a value does not fit its parameter, or there is no such filter here.

    """
    told, where = _grouped(given)
    changed = told.pop("timestamp", ())
    dead = told.pop("fatalities", ())
    days = _days(told, where)
    words = told.pop("notes", ())
    if words:
        one_of("notes", where.get("notes", LIKE), (LIKE,))
    facets = _facets(told, where, labels)
    own = [(name, value) for name, values in told.items() if name not in FACET_OF for value in values]
    return Question(
        pairs=[*own, *(("q", each) for each in words), *facets, *days],
        killed=read_dead(dead, where.get("fatalities", "")) if dead else Bounds(),
        changed_from=read_moment(changed[-1], where.get("timestamp", "")) if changed else None,
    )


def _grouped(given: Iterable[tuple[str, str]]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The values of each parameter, and how they are to be compared."""
    told: dict[str, list[str]] = {}
    where: dict[str, str] = {}
    for name, value in given:
        if not value.strip():
            continue
        if name.endswith(_WHERE):
            where[name.removesuffix(_WHERE)] = value.strip().upper()
        elif name in NOT_HELD:
            raise TallystickError(Code.E801, name=name, value=value, wanted="a filter that there is")
        else:
            told.setdefault(name, []).extend(_values(name, value))
    for name, way in where.items():
        if name not in told or name not in (*FACET_OF, *COMPARED):
            raise TallystickError(Code.E801, name=f"{name}{_WHERE}", value=way, wanted=f"a filter {name} with it")
    return told, where


def _values(name: str, value: str) -> list[str]:
    """The values of one parameter."""
    if name not in FACET_OF and name not in COMPARED:
        return [value]
    first, *others = value.split(_OR)
    for each in others:
        if not each.startswith(f"{name}="):
            raise TallystickError(Code.E801, name=name, value=value, wanted=f"{name}= after {_OR}")
    joined = [first, *(each.removeprefix(f"{name}=") for each in others)]
    return joined if name == "notes" else [each for one in joined for each in one.split("|") if each.strip()]


def _facets(
    told: Mapping[str, Sequence[str]], where: Mapping[str, str], labels: Mapping[str, Labels]
) -> list[tuple[str, str]]:
    """The values of each facet; of two parameters for one facet those that both mean."""
    meant: dict[str, set[str]] = {}
    for name in [name for name in FACET_OF if name in told]:
        facet = FACET_OF[name]
        way = one_of(name, where.get(name, LIKE if name in IN_PART else EQUAL), NAME_WAYS)
        each = (values_named(value, name, labels[facet], in_part=way == LIKE) for value in told[name])
        found = set[str]().union(*each)
        # What no incident has, lest nothing be asked for.
        meant[facet] = (meant[facet] & found or {" & "}) if facet in meant else found
    return [(facet, value) for facet, values in meant.items() for value in sorted(values)]


def _days(told: dict[str, list[str]], where: Mapping[str, str]) -> list[tuple[str, str]]:
    """The days between which it may have happened; what sets them is taken out of what was told."""
    bounds = Bounds()
    for name, read in (("event_date", read_days), ("year", read_years)):
        if name in told:
            bounds &= read(told.pop(name), where.get(name, ""))
    named = (("since", bounds.least), ("until", bounds.most))
    return [(name, date.fromordinal(day).isoformat()) for name, day in named if day is not None]

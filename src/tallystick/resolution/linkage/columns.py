"""Tellings as a flat table, one row each: the columns that comparisons read."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa

from tallystick.codebook import entry, looser_kinds
from tallystick.model.actor import ActorRef
from tallystick.model.mention import Range
from tallystick.model.place import Place
from tallystick.model.terms import DateBasis, DatePrecision, EventKind, Outcome, PlacePrecision
from tallystick.resolution.features.actors import token_of
from tallystick.resolution.features.manner import UNTELLING, UNTOLD
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

PRECISION = {precision: number for number, precision in enumerate(
    (PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE,
     PlacePrecision.REGION, PlacePrecision.COUNTRY)
)}  # fmt: skip
WIDTH = {
    DatePrecision.DAY: 1, DatePrecision.WEEK: 1, DatePrecision.PART_OF_MONTH: 2, DatePrecision.MONTH: 3,
    DatePrecision.YEAR: 4, DatePrecision.UNKNOWN: 4,
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]{3,}")
# Words of grammar and of reporting, which any two sentences share.
_COMMON = frozenset(
    {
        "about", "after", "also", "and", "been", "but", "could", "for", "from", "had", "has", "have", "her", "his",
        "into", "its", "more", "near", "not", "one", "over", "said", "says", "than", "that", "the", "their", "there",
        "they", "this", "two", "was", "were", "when", "where", "which", "while", "who", "with", "would",
    }
)  # fmt: skip
_USUAL_TARGETS = frozenset({"air", "airbase", "airport", "area", "base", "bases", "forces", "site", "sites", "troops"})

# A name as a number, the same for the same name in all columns: several times as quick to compare as text.
# No other column is of this type: the codes are told from plain numbers by it.
_CODE = pa.int64()
_LIST = pa.list_(_CODE)
_TYPES: dict[str, pa.DataType] = {
    "unique_id": pa.int32(), "report": pa.int32(),
    "first_day": pa.int32(), "last_day": pa.int32(), "came_out": pa.int32(), "width": pa.int8(),
    "weekday": pa.int8(), "first_weekday": pa.int8(), "clock": pa.int16(),
    "has_day": pa.bool_(), "when_known": pa.bool_(), "by_publication": pa.bool_(), "background": pa.bool_(),
    "place": _CODE, "country": _CODE, "precision": pa.int8(), "is_area": pa.bool_(),
    "unlisted": pa.bool_(), "latitude": pa.float64(), "longitude": pa.float64(), "radius": pa.float64(),
    "areas": _LIST, "place_words": _LIST,
    "kind": _CODE, "kind_untold": pa.bool_(), "kind_family": _CODE, "looser_kinds": _LIST,
    "weapons": _LIST, "weapon_untelling": pa.bool_(),
    "perpetrators": _LIST, "perpetrator_sides": _LIST, "perpetrator_unknown": pa.bool_(),
    "claimants": _LIST, "claimant_sides": _LIST, "claimant_unknown": pa.bool_(),
    "targets": _LIST, "target_sides": _LIST, "target_unknown": pa.bool_(), "attackers": _LIST,
    "target_words": _LIST, "outcome": pa.string(), "words": _LIST, "script": pa.string(),
    **{
        f"{count}_{bound}": pa.bool_() if bound == "told" else pa.int32()
        for count in ("weapon_count", "killed", "injured")
        for bound in ("told", "low", "best", "high")
    },
}  # fmt: skip
"""Days are counted from year 1 (``date.toordinal``), the point is in radians, the radius in km."""


def table_of(tellings: Sequence[Telling], areas: Areas, knows: Knows) -> pa.Table:
    """The tellings as rows, numbered in their order. ``areas`` is of the same tellings."""
    sides = _Sides(tellings, knows)
    reports: dict[str, int] = {}
    rows: list[tuple[Any, ...]] = []
    for number, t in enumerate(tellings):
        row = {
            "unique_id": number,
            "report": reports.setdefault(t.mention.report_id, len(reports)),
            **_time(t),
            **_place(t, areas),
            **_manner(t.mention.event_kind),
            **_actors(t, sides),
            **_effects(t),
        }
        rows.append(tuple(map(row.get, _TYPES)))
    columns = zip(*rows, strict=True) if rows else iter([()] * len(_TYPES))
    codes: dict[str, int] = {}
    return pa.table({name: _column(next(columns), kind, codes) for name, kind in _TYPES.items()})


def _column(values: Sequence[Any], kind: pa.DataType, codes: dict[str, int]) -> pa.Array:
    """The values as an array, names as their codes; a name that is new gets the next code."""
    if kind == _CODE:
        return pa.array([None if v is None else codes.setdefault(v, len(codes)) for v in values], kind)
    if kind == _LIST:
        starts = np.cumsum([0, *map(len, values)], dtype=np.int32)
        return pa.ListArray.from_arrays(
            starts, pa.array([codes.setdefault(v, len(codes)) for names in values for v in names], _CODE)
        )
    return pa.array(values, kind)


class Areas:
    """Which of the areas that tellings name contain which of the places that they name."""

    def __init__(self, tellings: Iterable[Telling], knows: Knows) -> None:
        self._knows = knows
        self._known: dict[str, tuple[str, ...]] = {}
        self._by_country: dict[str | None, dict[str, Place]] = defaultdict(dict)
        for t in tellings:
            if (where := t.mention.where) is not None and where.is_area:
                self._by_country[where.country].setdefault(where.id, where)

    def around(self, place: Place) -> tuple[str, ...]:
        """The ids of the areas, other than itself, that the place lies in; sorted."""
        if place.id not in self._known:
            near = [*self._by_country[None].values()]
            if place.country is not None:
                near += self._by_country[place.country].values()
            else:
                near = [a for areas in self._by_country.values() for a in areas.values()]
            inside = {a.id for a in near if a.id != place.id and self._knows.contains(a, place)}
            self._known[place.id] = tuple(sorted(inside))
        return self._known[place.id]


class _Sides:
    """The actors that each actor does not conflict with, of all those that tellings name."""

    def __init__(self, tellings: Iterable[Telling], knows: Knows) -> None:
        named = (a for t in tellings for a in (*t.perpetrators, *t.claimants, *t.targets) if a.id is not None)
        self._actors = {a.id: a for a in named}
        self._knows = knows
        self._known: dict[str, tuple[str, ...]] = {}
        self._sets: dict[tuple[str, ...], list[str]] = {}

    def of(self, actors: Sequence[ActorRef]) -> list[str]:
        tokens = tuple(map(token_of, actors))
        if tokens not in self._sets:
            self._sets[tokens] = self._find(actors)
        return self._sets[tokens]

    def _find(self, actors: Iterable[ActorRef]) -> list[str]:
        found: set[str] = set()
        for actor in actors:
            token = token_of(actor)
            found.add(token)
            if actor.id is not None:
                if token not in self._known:
                    compatible = (i for i, other in self._actors.items() if self._knows.compatible(actor, other))
                    self._known[token] = tuple(i for i in compatible if i is not None)
                found.update(self._known[token])
        return sorted(found)


def _time(t: Telling) -> dict[str, Any]:
    start, end = t.window
    when = t.mention.when
    return {
        "first_day": _number(start),
        "last_day": _number(end),
        "came_out": _number(t.came_out),
        "weekday": t.weekday,
        "first_weekday": None if start is None else start.isoweekday(),
        "clock": t.clock,
        "width": WIDTH[when.precision],
        "has_day": t.has_day,
        "when_known": when.is_known,
        "by_publication": when.basis is DateBasis.PUBLICATION,
        "background": t.mention.background,
    }


def _number(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _place(t: Telling, areas: Areas) -> dict[str, Any]:
    where = t.mention.where
    if where is None:
        return {"areas": (), "place_words": (), "is_area": False, "unlisted": False, "radius": 0.0}
    return {
        "place": where.id,
        "country": where.country,
        "precision": PRECISION[where.precision],
        "is_area": where.precision not in (PlacePrecision.SITE, PlacePrecision.TOWN),
        "unlisted": where.is_unlisted,
        "latitude": None if where.latitude is None else math.radians(where.latitude),
        "longitude": None if where.longitude is None else math.radians(where.longitude),
        "radius": where.radius_km,
        "areas": areas.around(where),
        "place_words": words_of(where.name),
    }


@lru_cache(maxsize=256)
def _manner(kind: EventKind) -> dict[str, Any]:
    return {
        "kind": kind.value,
        "kind_untold": kind in UNTOLD,
        "kind_family": entry(kind).family,
        "looser_kinds": sorted(k.value for k in looser_kinds(kind)),
    }


def _actors(t: Telling, sides: _Sides) -> dict[str, Any]:
    return {
        "perpetrators": [token_of(a) for a in t.perpetrators],
        "perpetrator_sides": sides.of(t.perpetrators),
        "perpetrator_unknown": any(a.id is None for a in t.perpetrators),
        "claimants": [token_of(a) for a in t.claimants],
        "claimant_sides": sides.of(t.claimants),
        "claimant_unknown": any(a.id is None for a in t.claimants),
        "targets": [token_of(a) for a in t.targets],
        "target_sides": sides.of(t.targets),
        "target_unknown": any(a.id is None for a in t.targets),
        "attackers": sorted({token_of(a) for a in (*t.perpetrators, *t.claimants)}),
        "target_words": _target_words(t),
    }


def _target_words(t: Telling) -> list[str]:
    """What the attacked things are called, but for where they are and for what most of them are."""
    place = () if t.mention.where is None else words_of(t.mention.where.name)
    return sorted({word for thing in t.things for word in words_of(thing)} - {*place, *_USUAL_TARGETS})


def _effects(t: Telling) -> dict[str, Any]:
    m = t.mention
    weapons = {w.kind for w in m.weapons}
    words = words_of(m.quote.exact)
    row: dict[str, Any] = {
        "weapons": sorted(w.value for w in weapons),
        "weapon_untelling": not weapons.isdisjoint(UNTELLING),
        "outcome": None if m.outcome is None or m.outcome.value is Outcome.UNKNOWN else m.outcome.value.value,
        "words": words,
        "script": "" if not words else "latin" if words[0].isascii() else "other",
    }
    for name, count in (
        ("weapon_count", m.weapon_count),
        ("killed", m.casualties.killed),
        ("injured", m.casualties.injured),
    ):
        row |= _count(name, count)
    return row


def _count(name: str, count: Range | None) -> dict[str, Any]:
    if count is None:
        return {f"{name}_told": False}
    return {f"{name}_told": True, f"{name}_low": count.low, f"{name}_best": count.best, f"{name}_high": count.high}


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The different words of at least three letters in a text, those of grammar left out; sorted."""
    return tuple(sorted({word for word in _WORD.findall(text.casefold()) if word not in _COMMON}))

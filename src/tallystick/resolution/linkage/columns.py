"""Tellings as a flat table, one row each: the columns that comparisons read."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from tallystick.codebook import entry, looser_kinds
from tallystick.model.actor import ActorRef
from tallystick.model.mention import EventMention, Range
from tallystick.model.place import UNLISTED, Place
from tallystick.model.terms import DateBasis, DatePrecision, Outcome, PlacePrecision
from tallystick.resolution.camp import camps_of
from tallystick.resolution.features.actors import token_of
from tallystick.resolution.features.manner import UNTELLING, UNTOLD
from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage.areas import Areas
from tallystick.resolution.linkage.part import CODE, LIST, Part
from tallystick.resolution.linkage.sides import Sides
from tallystick.resolution.linkage.words import words_of
from tallystick.resolution.telling import Telling

PRECISION = {precision: number for number, precision in enumerate(
    (PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE,
     PlacePrecision.REGION, PlacePrecision.COUNTRY)
)}  # fmt: skip
WIDTH = {
    DatePrecision.DAY: 1, DatePrecision.WEEK: 1, DatePrecision.PART_OF_MONTH: 2, DatePrecision.MONTH: 3,
    DatePrecision.YEAR: 4, DatePrecision.UNKNOWN: 4,
}  # fmt: skip

_USUAL_TARGETS = frozenset({"air", "airbase", "airport", "area", "base", "bases", "forces", "site", "sites", "troops"})

Actors = Callable[[Telling], Sequence[ActorRef]]


def table_of(tellings: Sequence[Telling], areas: Areas, knows: Knows) -> pa.Table:
    """The tellings as rows, numbered in their order. ``areas`` is of the same tellings.

    Days are counted from year 1 (``date.toordinal``), the point is in radians, the radius in km.
    """
    reports: dict[str, int] = {}
    columns = {
        "unique_id": pa.array(range(len(tellings)), pa.int32()),
        "report": pa.array([reports.setdefault(t.mention.report_id, len(reports)) for t in tellings], pa.int32()),
    }
    sides = Sides(tellings, knows)
    codes: dict[str, int] = {}
    for part in (
        _TIME,
        _place(areas),
        _COMPANY,
        _KIND,
        _WEAPONS,
        _actors("perpetrator", lambda t: t.perpetrators, sides),
        _camps(knows),
        _actors("claimant", lambda t: t.claimants, sides),
        _actors("target", lambda t: t.targets, sides),
        _ATTACKERS,
        _THINGS,
        _counts("weapon_count", lambda m: m.weapon_count),
        _counts("killed", lambda m: m.casualties.killed),
        _counts("injured", lambda m: m.casualties.injured),
        _OUTCOME,
        _WORDS,
    ):
        columns |= part.of(tellings, codes)
    return pa.table(columns)


def _time(t: Telling) -> tuple[Any, ...]:
    start, end = t.window
    when = t.mention.when
    return (
        _number(start),
        _number(end),
        _number(t.came_out),
        t.weekday,
        None if start is None else start.isoweekday(),
        *(t.hours or (None, None)),
        WIDTH[when.precision],
        t.has_day,
        when.is_known,
        when.basis is DateBasis.PUBLICATION,
        t.mention.background,
    )


def _number(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


_TIME = Part(
    {
        "first_day": pa.int32(), "last_day": pa.int32(), "came_out": pa.int32(),
        "weekday": pa.int8(), "first_weekday": pa.int8(), "clock_low": pa.int16(), "clock_high": pa.int16(),
        "width": pa.int8(),
        "has_day": pa.bool_(), "when_known": pa.bool_(), "by_publication": pa.bool_(), "background": pa.bool_(),
    },
    key=id,
    row=_time,
)  # fmt: skip


def _place(areas: Areas) -> Part:
    def key(t: Telling) -> Hashable:
        where = t.mention.where
        if where is None:
            return None
        return where.id, where.name, where.country, where.precision, where.latitude, where.longitude, where.radius_km

    def row(t: Telling) -> tuple[Any, ...]:
        where = t.mention.where
        if where is None:
            return None, None, None, False, False, None, None, 0.0, (), ()
        return (
            where.id,
            where.country,
            PRECISION[where.precision],
            where.is_area and not where.is_unlisted,
            where.is_unlisted,
            None if where.latitude is None else math.radians(where.latitude),
            None if where.longitude is None else math.radians(where.longitude),
            where.radius_km,
            [area for area in areas.around(where) if not area.startswith(UNLISTED)],
            words_of(where.name),
        )

    columns = {
        "place": CODE, "country": CODE, "precision": pa.int8(), "is_area": pa.bool_(), "unlisted": pa.bool_(),
        "latitude": pa.float64(), "longitude": pa.float64(), "radius": pa.float64(),
        "areas": LIST, "place_words": LIST,
    }  # fmt: skip
    return Part(columns, key, row)


_COMPANY = Part({"company": LIST}, key=lambda t: t.company and _ids(t.company), row=lambda t: (_ids(t.company),))


def _ids(places: Sequence[Place]) -> tuple[str, ...]:
    return tuple([place.id for place in places])


def _kind(t: Telling) -> tuple[Any, ...]:
    kind = t.mention.event_kind
    return kind.value, kind in UNTOLD, entry(kind).family, sorted(k.value for k in looser_kinds(kind))


_KIND = Part(
    {"kind": CODE, "kind_untold": pa.bool_(), "kind_family": CODE, "looser_kinds": LIST},
    key=lambda t: t.mention.event_kind,
    row=_kind,
)


def _weapons(t: Telling) -> tuple[Any, ...]:
    weapons = {w.kind for w in t.mention.weapons}
    return sorted(w.value for w in weapons), not weapons.isdisjoint(UNTELLING)


_WEAPONS = Part(
    {"weapons": LIST, "weapon_untelling": pa.bool_()},
    key=lambda t: tuple([w.kind for w in t.mention.weapons]),
    row=_weapons,
)


def _tokens(actors: Sequence[ActorRef]) -> tuple[str, ...]:
    return tuple(map(token_of, actors))


def _actors(role: str, actors: Actors, sides: Sides) -> Part:
    return Part(
        {f"{role}s": LIST, f"{role}_sides": LIST, f"{role}_unknown": pa.bool_()},
        key=lambda t: _tokens(actors(t)),
        row=lambda t: (_tokens(actors(t)), sides.of(actors(t)), any(a.id is None for a in actors(t))),
    )


def _camps(knows: Knows) -> Part:
    return Part(
        {"perpetrator_camps": pa.int8()},
        key=lambda t: _tokens(t.perpetrators),
        row=lambda t: (int(camps_of(t.perpetrators, knows)),),
    )


_ATTACKERS = Part(
    {"attackers": LIST},
    key=lambda t: _tokens((*t.perpetrators, *t.claimants)),
    row=lambda t: (sorted({*_tokens(t.perpetrators), *_tokens(t.claimants)}),),
)


def _target_words(t: Telling) -> list[str]:
    """What the attacked things are called, but for where they are and for what most of them are."""
    place = () if t.mention.where is None else words_of(t.mention.where.name)
    return sorted({word for thing in t.things for word in words_of(thing)} - {*place, *_USUAL_TARGETS})


_THINGS = Part(
    {"target_words": LIST},
    key=lambda t: t.things and (t.things, t.mention.where and t.mention.where.name),
    row=lambda t: (_target_words(t),),
)


def _counts(name: str, count_of: Callable[[EventMention], Range | None]) -> Part:
    def row(t: Telling) -> tuple[bool, int | None, int | None, int | None]:
        count = count_of(t.mention)
        return (False, None, None, None) if count is None else (True, count.low, count.best, count.high)

    bounds = {f"{name}_{bound}": pa.int32() for bound in ("low", "best", "high")}
    return Part({f"{name}_told": pa.bool_(), **bounds}, key=row, row=row)


def _outcome(t: Telling) -> Outcome | None:
    told = t.mention.outcome
    return None if told is None or told.value is Outcome.UNKNOWN else told.value


_OUTCOME = Part({"outcome": pa.string()}, key=_outcome, row=lambda t: (_outcome(t),))


def _words(t: Telling) -> tuple[Sequence[str], str]:
    words = words_of(t.mention.quote.exact)
    return words, "" if not words else "latin" if words[0].isascii() else "other"


_WORDS = Part({"words": LIST, "script": pa.string()}, key=lambda t: t.mention.quote.exact, row=_words)

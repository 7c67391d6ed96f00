"""What one report tells of a happening: less of it, looser, or wrong.

The rates are our guesses, made to look like the examples and the briefs of ``../shared/gold``, save where a source is
named. Each says how often of all tellings.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache
from random import Random

from benchmarks.made.happening import Happening
from benchmarks.made.seen import Seen
from tallystick.codebook import is_same_family, looser_kinds
from tallystick.model.actor import ActorRef
from tallystick.model.terms import DateBasis, DatePrecision, EventKind, Modality, WeaponKind

DAY_OFF = 0.04  # a day too early or late
NO_DAY = 0.05
WEEK_ONLY, MONTH_ONLY = 0.03, 0.015
DAY_OF_NEWS = 0.08  # no day told: news is of its own day or the one before
PLACE_COARSER = 0.14
PLACE_NEARBY = 0.05
NO_PLACE = 0.03
KIND_LOOSER, KIND_OTHER = 0.14, 0.03
WEAPON_UNTOLD, WEAPON_OTHER = 0.45, 0.04
DOER_UNTOLD, DOER_UNNAMED = 0.4, 0.08
DOER_KIN, DOER_BACKER, DOER_WRONG = 0.08, 0.03, 0.03
BLAMED = 0.25  # of the doers told
CLAIM_TOLD, CLAIM_BY_KIN = 0.4, 0.2
COUNT_EARLY = 0.5  # of the tolls told on the first day: too low
COUNT_OFF = 0.15  # of all others
TARGET_UNTOLD, TARGET_LOOSER = 0.2, 0.15
VAGUE = 0.04  # "an attack in the province this week"
DENIED = 0.01  # of what is told of a happening without dead


UNSPECIFIED = EventKind.ATTACK_UNSPECIFIED


def see(happening: Happening, published: date, chance: Random, *, background: bool = False) -> Seen:
    """A telling of the happening by a report of that day."""
    seen = Seen(happening=happening, published=published, kind=happening.kind, background=background)
    roll = chance.random
    if roll() < VAGUE:
        return _see_vaguely(seen, chance)
    _see_day(seen, chance)
    _see_place(seen, chance)
    _see_manner(seen, chance)
    _see_actors(seen, chance)
    _see_harm(seen, chance)
    if not happening.killed and roll() < DENIED:
        seen.modality = Modality.DENIED
    return seen


def see_barely(seen: Seen) -> Seen:
    """A further word of a report on what it has told: a bare "the attack"."""
    return Seen(happening=seen.happening, published=seen.published, kind=UNSPECIFIED, bare=True)


def _see_vaguely(seen: Seen, chance: Random) -> Seen:
    happening = seen.happening
    seen.kind = UNSPECIFIED if chance.random() < 0.7 else happening.kind
    seen.place = chance.choice(happening.spot.areas)
    if chance.random() < 0.6:
        _tell_week(seen)
    return seen


def _see_day(seen: Seen, chance: Random) -> None:
    happening, roll = seen.happening, chance.random()
    told = happening.day
    if happening.by_night and chance.random() < 0.4:
        told += timedelta(days=1)
    elif chance.random() < DAY_OFF:
        told += timedelta(days=chance.choice((-1, 1)))
    told = min(told, seen.published)
    lag = (seen.published - told).days
    if roll < NO_DAY:
        return
    if roll < NO_DAY + WEEK_ONLY:
        _tell_week(seen)
    elif roll < NO_DAY + WEEK_ONLY + MONTH_ONLY or (seen.background and roll < 0.3):
        seen.start, seen.end = _month_of(told)
        seen.precision, seen.basis = DatePrecision.MONTH, DateBasis.EXPLICIT
    elif roll < NO_DAY + WEEK_ONLY + MONTH_ONLY + DAY_OF_NEWS and lag <= 1:
        seen.start, seen.end = seen.published - timedelta(days=1), seen.published
        seen.precision, seen.basis = DatePrecision.DAY, DateBasis.PUBLICATION
    else:
        seen.start = seen.end = told
        seen.precision = DatePrecision.DAY
        if lag <= 1 and roll > 0.75:
            seen.basis = DateBasis.RELATIVE_TO_DATELINE
        else:
            seen.basis = DateBasis.WEEKDAY if lag <= 6 and roll > 0.4 else DateBasis.EXPLICIT


def _tell_week(seen: Seen) -> None:
    start = seen.happening.day - timedelta(days=seen.happening.day.weekday())
    seen.start, seen.end = start, min(start + timedelta(days=6), seen.published)
    seen.precision, seen.basis = DatePrecision.WEEK, DateBasis.RELATIVE_TO_DATELINE


@lru_cache(maxsize=512)
def _month_of(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _see_place(seen: Seen, chance: Random) -> None:
    spot, roll = seen.happening.spot, chance.random()
    seen.place = spot.place
    if roll < NO_PLACE:
        seen.place = None
    elif roll < NO_PLACE + PLACE_COARSER:
        seen.place = spot.areas[min(int(chance.expovariate(1.2)), len(spot.areas) - 1)]
    elif roll < NO_PLACE + PLACE_COARSER + PLACE_NEARBY and spot.near:
        seen.place = chance.choice(spot.near)


@cache
def _looser(kind: EventKind) -> tuple[EventKind, ...]:
    return tuple(sorted(looser_kinds(kind))) or (UNSPECIFIED,)


@cache
def _mistaken(kind: EventKind) -> tuple[EventKind, ...]:
    others = (k for k in EventKind if k not in (kind, UNSPECIFIED, EventKind.OTHER_VIOLENCE))
    return tuple(k for k in others if is_same_family(k, kind)) or (UNSPECIFIED,)


def _see_manner(seen: Seen, chance: Random) -> None:
    happening, roll = seen.happening, chance.random()
    if roll < KIND_LOOSER:
        seen.kind = chance.choice(_looser(happening.kind))
    elif roll < KIND_LOOSER + KIND_OTHER:
        seen.kind = chance.choice(_mistaken(happening.kind))
    roll = chance.random()
    if roll > WEAPON_UNTOLD:
        seen.weapon = happening.weapon
        if roll > 1 - WEAPON_OTHER:
            seen.weapon = chance.choice((WeaponKind.ROCKET, WeaponKind.DRONE, WeaponKind.BOMB, WeaponKind.SMALL_ARMS))
        elif happening.weapon_count and chance.random() < 0.5:
            seen.weapon_count = _drift(happening.weapon_count, chance)
    if happening.outcome is not None and chance.random() < 0.4:
        seen.outcome = happening.outcome


def _see_actors(seen: Seen, chance: Random) -> None:
    happening, roll = seen.happening, chance.random()
    names = happening.by
    limit = DOER_UNTOLD
    if roll >= limit:
        seen.blamed = chance.random() < BLAMED
        seen.doer = names.actor
        if roll < (limit := limit + DOER_UNNAMED):
            seen.doer, seen.blamed = ActorRef(name="unknown attackers"), False
        elif roll < (limit := limit + DOER_KIN) and names.kin:
            seen.doer = chance.choice(names.kin)
        elif roll < (limit := limit + DOER_BACKER) and names.backers:
            seen.doer, seen.blamed = chance.choice(names.backers), True
        elif roll < limit + DOER_WRONG:
            seen.doer, seen.blamed = happening.rival, True
        elif names.aliases and chance.random() < 0.3:
            seen.doer = ActorRef(id=names.actor.id, name=chance.choice(names.aliases))
    if happening.claimed and chance.random() < CLAIM_TOLD:
        by_kin = names.kin and chance.random() < CLAIM_BY_KIN
        seen.claimant = chance.choice(names.kin) if by_kin else names.actor
    roll = chance.random()
    if roll > TARGET_UNTOLD:
        seen.target = happening.target if roll > TARGET_UNTOLD + TARGET_LOOSER else "building"
        if chance.random() < 0.5:
            seen.against = happening.against


def _see_harm(seen: Seen, chance: Random) -> None:
    happening = seen.happening
    early = (seen.published - happening.day).days <= 1 and chance.random() < COUNT_EARLY
    if happening.killed:
        if chance.random() < 0.85:
            seen.killed = _early(happening.killed, chance) if early else _drift(happening.killed, chance)
            seen.at_least = early and chance.random() < 0.5
    elif chance.random() < 0.12:
        seen.killed = 0
    if happening.injured and chance.random() < 0.65:
        seen.injured = _early(happening.injured, chance) if early else _drift(happening.injured, chance)


def _early(count: int, chance: Random) -> int:
    return max(1, int(count * (0.3 + 0.7 * chance.random())))


def _drift(count: int, chance: Random) -> int:
    if chance.random() >= COUNT_OFF:
        return count
    return max(1, count + chance.choice((-1, 1)) * max(1, count // 6))

"""What happened in the made world, day by day."""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from benchmarks.made.conflicts import AIR, ARMY, WEAPONS, Side
from benchmarks.made.setting import Names, Setting, Spot
from tallystick.model.actor import ActorRef
from tallystick.model.terms import EventKind, Outcome, WeaponKind

COUNTED = {EventKind.DRONE_ATTACK, EventKind.ROCKET_ATTACK, EventKind.MISSILE_ATTACK, EventKind.MORTAR_ATTACK}
MILITARY = ("army checkpoint", "army post", "convoy", "barracks", "patrol", "training camp", "ammunition depot")
CIVILIAN = ("market", "school", "bus", "residential block", "mosque", "hospital", "power station", "village square")


@dataclass(frozen=True, slots=True)
class Happening:
    """One true incident. One ``by_night`` may be told of either of two days; the ``rival`` is who may be blamed for it
    wrongly. Only what flies has an outcome.
    """

    number: int
    day: date
    by_night: bool
    spot: Spot
    kind: EventKind
    weapon: WeaponKind
    weapon_count: int | None
    by: Names
    claimed: bool
    target: str
    against: ActorRef
    killed: int
    injured: int
    outcome: Outcome | None
    rival: ActorRef


class Course:
    """The course of one conflict: its level drifts from week to week, and each week has a place of its own where much
    of it falls. Both are lognormal, so that a few weeks and provinces hold most.
    """

    LEVEL_SIGMA = 0.9  # of the logarithm of the weekly level
    MEMORY = 0.85  # correlation of a week's level with that of the week before
    DAY_SIGMA = 0.35  # of the logarithm of a day's level within its week
    FOCUS = 0.3  # share of a week's incidents in the town of the week
    ZIPF_PROVINCE = 1.1
    ZIPF_SPOT = 1.0
    AGAIN = 0.3  # how often a further attack of one kind, place, day and side counts as one of its own

    def __init__(self, setting: Setting, *, per_day: float, chance: Random) -> None:
        self._setting = setting
        self._mean = per_day * setting.conflict.share
        self._chance = chance
        self._level = chance.gauss(0, self.LEVEL_SIGMA)
        self._provinces = _zipf(len(setting.provinces), self.ZIPF_PROVINCE)
        self._spots = tuple(_zipf(len(spots), self.ZIPF_SPOT) for spots in setting.provinces)
        self._focus = self._spot()

    def on(self, day: date, *, first: int) -> Iterator[Happening]:
        """What happens on a day, numbered from ``first``."""
        chance = self._chance
        if day.weekday() == 0:
            shock = chance.gauss(0, self.LEVEL_SIGMA * math.sqrt(1 - self.MEMORY**2))
            self._level = self.MEMORY * self._level + shock
            self._focus = self._spot()
        level = self._level - self.LEVEL_SIGMA**2 / 2 + chance.gauss(0, self.DAY_SIGMA) - self.DAY_SIGMA**2 / 2
        wanted = self._mean * math.exp(level)
        count = int(wanted) + (chance.random() < wanted % 1)
        met: set[tuple[str, EventKind, str]] = set()
        number = first
        for _ in range(count):
            spot = self._focus if chance.random() < self.FOCUS else self._spot()
            side = self._setting.sides[_pick(self._setting.side_weights, chance)]
            kind = chance.choices([k for k, _ in side.manner], [w for _, w in side.manner])[0]
            key = (spot.place.id, kind, side.actor)
            if key not in met or chance.random() < self.AGAIN:
                met.add(key)
                yield self._happen(number, day, spot, side, kind)
                number += 1

    def _spot(self) -> Spot:
        province = _pick(self._provinces, self._chance)
        return self._setting.provinces[province][_pick(self._spots[province], self._chance)]

    def _happen(self, number: int, day: date, spot: Spot, side: Side, kind: EventKind) -> Happening:
        chance = self._chance
        sides = self._setting.sides
        outcome = chance.choices((Outcome.HIT, Outcome.INTERCEPTED, Outcome.MISSED), (0.7, 0.2, 0.1))[0]
        flies = kind in COUNTED
        killed, injured = (0, 0) if flies and outcome is not Outcome.HIT else self._harm()
        weapons = WEAPONS.get(kind, (WeaponKind.SMALL_ARMS,))
        return Happening(
            number=number,
            day=day,
            by_night=chance.random() < 0.15,
            spot=spot,
            kind=kind,
            weapon=chance.choice(weapons),
            weapon_count=min(60, int(chance.paretovariate(0.9))) if flies else None,
            by=self._setting.names[side.actor],
            claimed=chance.random() < (0.1 if side.manner in (ARMY, AIR) else 0.35),
            target=chance.choice(MILITARY if chance.random() < 0.6 else CIVILIAN),
            against=self._setting.names[chance.choice(side.targets)].actor,
            killed=killed,
            injured=injured,
            outcome=outcome if flies else None,
            rival=self._setting.names[sides[_pick(self._setting.side_weights, chance)].actor].actor,
        )

    def _harm(self) -> tuple[int, int]:
        """People killed and injured: mostly few, at times very many."""
        chance = self._chance
        killed = min(300, int(chance.paretovariate(1.2))) if chance.random() < 0.4 else 0
        injured = min(900, int(chance.paretovariate(1.0) * max(1, killed) * chance.random() * 2))
        return killed, injured if chance.random() < 0.7 else 0


def happenings(settings: Sequence[Setting], *, per_day: float, since: date, seed: int) -> Iterator[list[Happening]]:
    """Day after day, without end, what happens in all conflicts."""
    courses = [Course(s, per_day=per_day, chance=Random(f"{seed} {s.conflict.country}")) for s in settings]
    number, day = 0, since
    while True:
        today: list[Happening] = []
        for course in courses:
            found = list(course.on(day, first=number))
            number += len(found)
            today += found
        yield today
        day += timedelta(days=1)


def _zipf(count: int, exponent: float) -> tuple[float, ...]:
    """Weights 1 / rank ** exponent, summed up from the first."""
    return tuple(accumulate(1 / rank**exponent for rank in range(1, count + 1)))


def _pick(summed: Sequence[float], chance: Random) -> int:
    return bisect(summed, chance.random() * summed[-1], hi=len(summed) - 1)

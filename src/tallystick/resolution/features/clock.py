"""At what time of the day: two attacks on one place in one day are told apart by it."""

from __future__ import annotations

from tallystick.resolution.features.comparison import Comparison, Level, otherwise
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

CLOSE_MINUTES = 60
"""How far two reports may be apart on the time of one event."""

APART_MINUTES = 180

_DAY = 24 * 60
_APART = f"least(abs(clock_l - clock_r), {_DAY} - abs(clock_l - clock_r))"


def _say(level: str, a: Telling, b: Telling, _knows: Knows) -> str:
    return f"{level}: {_time(a.clock or 0)} and {_time(b.clock or 0)}"


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


CLOCK = Comparison(
    "clock",
    untold="clock_l IS NULL OR clock_r IS NULL",
    levels=(
        Level("same time", f"{_APART} <= {CLOSE_MINUTES}", 3.0),
        Level("times some hours apart", f"{_APART} <= {APART_MINUTES}", -1.0),
    ),
    otherwise=otherwise("times many hours apart", -5.0),
    say=_say,
)

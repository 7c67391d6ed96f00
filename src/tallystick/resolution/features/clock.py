"""At what time of the day: two attacks on one place in one day are told apart by it."""

from __future__ import annotations

from tallystick.resolution.features.comparison import Comparison, Level, otherwise
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

CLOSE_MINUTES = 60
"""How far two reports may be apart on the time of one event."""

APART_MINUTES = 180

_DAY = 24 * 60
_TO_THE_MINUTE = "clock_low_l = clock_high_l AND clock_low_r = clock_high_r"


def _gap(shift: int) -> str:
    """Minutes between the two spans of hours, one of them moved by whole days; less than zero where they overlap."""
    return f"greatest(clock_low_r - clock_high_l + {shift}, clock_low_l - clock_high_r - {shift})"


_APART = f"least({', '.join(_gap(shift) for shift in (-_DAY, 0, _DAY))})"


def _say(level: str, a: Telling, b: Telling, _knows: Knows) -> str:
    return f"{level}: {_span(a.hours or (0, 0))} and {_span(b.hours or (0, 0))}"


def _span(hours: tuple[int, int]) -> str:
    first, last = map(_time, hours)
    return first if first == last else f"{first} to {last}"


def _time(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


CLOCK = Comparison(
    "clock",
    untold="clock_low_l IS NULL OR clock_low_r IS NULL",
    levels=(
        Level("same time", f"{_TO_THE_MINUTE} AND {_APART} <= {CLOSE_MINUTES}", 3.0),
        Level("times some hours apart", f"{_TO_THE_MINUTE} AND {_APART} <= {APART_MINUTES}", -1.0),
        Level("times many hours apart", _TO_THE_MINUTE, -5.0),
        Level("hours that can be one", f"{_APART} <= {CLOSE_MINUTES}", 0.5),
    ),
    otherwise=otherwise("other hours", -2.0),
    say=_say,
)

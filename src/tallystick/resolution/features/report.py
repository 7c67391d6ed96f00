"""Whether one report tells both."""

from __future__ import annotations

from tallystick.resolution.features.comparison import Comparison, Level, otherwise
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling


def _say(level: str, _a: Telling, _b: Telling, _knows: Knows) -> str:
    return "told in one report, not told apart" if level == "one report" else "told in two reports"


REPORT = Comparison(
    "report",
    untold="FALSE",
    # A report that does not tell its events apart is likely to go on about the same one.
    levels=(Level("one report", "report_l = report_r", 2.0),),
    otherwise=otherwise("two reports", 0.0),
    say=_say,
)

"""The table that is printed, and whether every level is kept."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

from benchmarks.serving.clients import DECISIONS_ON, Measured

LEVEL_MS = 150.0
"""Of server time, at the 95th percentile, for every page and call (issue 6)."""
LEVEL_MAP_S = 2.0
WIDTH = 26


def percentile(values: Sequence[float], share: float) -> float:
    """The least of the values that so great a share of them does not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def table(measured: Measured) -> str:
    """A line for each route: calls, then milliseconds of the processor and on the server's clock, each with the share
    above the level, and to the client. Decisions come last.
    """
    figures = f"{'p50':>6}{'p95':>7}{'max':>7}{f'>{LEVEL_MS:g}':>6}"
    head = (
        f"{'':{WIDTH}}{'':6} │{'processor':^26} │{'clock':^26} │{'client':>7}\n"
        f"{'':{WIDTH}}{'calls':>6} │{figures} │{figures} │{'p95':>7}"
    )
    return "\n".join([head, *(_line(name, measured) for name in sorted(measured, key=_is_decision))])


def _line(name: str, measured: Measured) -> str:
    answers = measured[name]
    if not answers.clock:
        return f"{name:{WIDTH}}{0:6} │ failed: {answers.failed[0]}"
    cells = " │".join(map(_cells, (answers.processor, answers.clock)))
    whole = percentile(answers.whole, 0.95)
    failed = f"  {len(answers.failed)} failed: {answers.failed[0]}" if answers.failed else ""
    return f"{name:{WIDTH}}{len(answers.clock):6} │{cells} │{whole:7.0f}{failed}"


def _cells(values: Sequence[float]) -> str:
    above = sum(value > LEVEL_MS for value in values) / len(values)
    return f"{statistics.median(values):6.0f}{percentile(values, 0.95):7.0f}{max(values):7.0f}{above:6.0%}"


def missed(measured: Measured, *, by_clock: bool) -> list[str]:
    """The routes that fail or are over the level; a decision, which derives, has no level."""
    found = [f"{name}: {answers.failed[0]}" for name, answers in measured.items() if answers.failed]
    for name, answers in measured.items():
        values = answers.clock if by_clock else answers.processor
        if values and not _is_decision(name) and (taken := percentile(values, 0.95)) > LEVEL_MS:
            found.append(f"{name}: {taken:.0f} ms")
    return found


def _is_decision(name: str) -> bool:
    return name in DECISIONS_ON.values()

"""The table that is printed, and whether every level is kept."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

from benchmarks.serving.clients import DECISION, Measured

LEVEL_MS = 150.0
"""Of server time, at the 95th percentile, for every page and call (issue 6)."""
LEVEL_MAP_S = 2.0
WIDTH = 26


def percentile(values: Sequence[float], share: float) -> float:
    """The least of the values that so great a share of them does not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def table(measured: Measured) -> str:
    """A line for each route: calls, then milliseconds of the processor, on the server's clock, and to the client."""
    head = (
        f"{'':{WIDTH}}{'calls':>6} │{'processor p50':>14}{'p95':>8}{'max':>8} │"
        f"{'clock p50':>10}{'p95':>8}{'max':>8} │{'client p95':>11}"
    )
    return "\n".join([head, *(_line(name, measured) for name in sorted(measured, key=lambda name: name == DECISION))])


def _line(name: str, measured: Measured) -> str:
    answers = measured[name]
    if not answers.clock:
        return f"{name:{WIDTH}}{0:6} │ failed: {answers.failed[0]}"
    cells = [
        f"{statistics.median(values):{wide}.0f}{percentile(values, 0.95):8.0f}{max(values):8.0f}"
        for values, wide in ((answers.processor, 14), (answers.clock, 10))
    ]
    whole = percentile(answers.whole, 0.95)
    failed = f"  {len(answers.failed)} failed: {answers.failed[0]}" if answers.failed else ""
    return f"{name:{WIDTH}}{len(answers.clock):6} │{cells[0]} │{cells[1]} │{whole:11.0f}{failed}"


def missed(measured: Measured, *, by_clock: bool) -> list[str]:
    """The routes that fail or are over the level; a decision, which derives, has no level."""
    found = [f"{name}: {answers.failed[0]}" for name, answers in measured.items() if answers.failed]
    for name, answers in measured.items():
        values = answers.clock if by_clock else answers.processor
        if values and name != DECISION and (taken := percentile(values, 0.95)) > LEVEL_MS:
            found.append(f"{name}: {taken:.0f} ms")
    return found

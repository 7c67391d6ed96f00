"""Evidence from counts, casualties and outcome."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.codebook import entry
from tallystick.model.mention import Range
from tallystick.model.terms import Outcome
from tallystick.resolution.features.evidence import Evidence
from tallystick.resolution.telling import Telling

MANY = 5
OPPOSED = (frozenset({Outcome.HIT, Outcome.INTERCEPTED}), frozenset({Outcome.HIT, Outcome.MISSED}))


def compare_effects(a: Telling, b: Telling) -> Iterator[Evidence]:
    """Numbers that agree speak for one incident, the more so the rarer the number; early counts differ, so a
    difference speaks against it only a little. One report does not give one attack two outcomes.
    """
    ours, theirs = a.mention, b.mention
    yield from _compare_counts(ours.weapon_count, theirs.weapon_count, "weapons", equal=0.7)
    yield from _compare_counts(ours.casualties.killed, theirs.casualties.killed, "killed", equal=1.5)
    yield from _compare_counts(ours.casualties.injured, theirs.casualties.injured, "injured", equal=1.5)
    yield from _compare_outcomes(a, b)


def _compare_counts(a: Range | None, b: Range | None, word: str, *, equal: float) -> Iterator[Evidence]:
    if a is None or b is None:
        return
    texts = f"{show_range(a)} and {show_range(b)} {word}"
    if (a.low, a.best, a.high) == (b.low, b.best, b.high):
        if a.high == 0:
            yield Evidence(0.3, f"both tell of no {word}")
        else:
            yield Evidence(equal + ((a.low or 0) >= MANY), f"same number of {word}: {show_range(a)}")
    elif (a.high == 0) != (b.high == 0):
        yield Evidence(-1.0, f"none in one, some in the other: {texts}")
    elif _overlap(a, b):
        yield Evidence(0.5, f"numbers that can be one: {texts}")
    else:
        yield Evidence(-0.5, f"different numbers: {texts}")


def _overlap(a: Range, b: Range) -> bool:
    return not (
        (a.high is not None and b.low is not None and a.high < b.low)
        or (b.high is not None and a.low is not None and b.high < a.low)
    )


def show_range(r: Range) -> str:
    """A count in words: "3", "2 to 4", "at least 5", "up to 6"."""
    if r.low is not None and r.low == r.high:
        return str(r.low)
    if r.high is None:
        return "unknown" if r.low is None else f"at least {r.low}"
    return f"up to {r.high}" if r.low is None else f"{r.low} to {r.high}"


def _compare_outcomes(a: Telling, b: Telling) -> Iterator[Evidence]:
    if a.mention.outcome is None or b.mention.outcome is None:
        return
    ours, theirs = a.mention.outcome.value, b.mention.outcome.value
    if Outcome.UNKNOWN in (ours, theirs):
        return
    if ours == theirs:
        yield Evidence(0.5, f"same outcome: {entry(ours).label.lower()}")
    elif {ours, theirs} in OPPOSED:
        words = f"different outcomes: {entry(ours).label.lower()}; {entry(theirs).label.lower()}"
        yield Evidence(-2.5 if a.mention.report_id == b.mention.report_id else -1.0, words)

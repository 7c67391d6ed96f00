"""What came of it: how many weapons, killed and injured, and the outcome."""

from __future__ import annotations

from collections.abc import Callable

from tallystick.codebook import entry
from tallystick.model.mention import EventMention, Range
from tallystick.model.terms import Outcome
from tallystick.resolution.features.comparison import Comparison, Level, otherwise
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

MANY = 5
"""A number from which on two reports seldom tell the same by chance."""

OPPOSED = (frozenset({Outcome.HIT, Outcome.INTERCEPTED}), frozenset({Outcome.HIT, Outcome.MISSED}))


_WORDS = {
    "both none": "both tell of no {feature}",
    "same many": "same number of {feature}: {ours}",
    "same number": "same number of {feature}: {ours}",
    "none and some": "none in one, some in the other: {ours} and {theirs} {feature}",
    "can be one": "numbers that can be one: {ours} and {theirs} {feature}",
    "other number": "different numbers: {ours} and {theirs} {feature}",
}


def show_range(r: Range) -> str:
    """A count in words: "3", "2 to 4", "at least 5", "up to 6"."""
    if r.low is not None and r.low == r.high:
        return str(r.low)
    if r.high is None:
        return "unknown" if r.low is None else f"at least {r.low}"
    return f"up to {r.high}" if r.low is None else f"{r.low} to {r.high}"


def _compare_counts(
    feature: str, column: str, count_of: Callable[[EventMention], Range | None], *, equal: float
) -> Comparison:
    """Numbers that agree speak for one incident, the more so the rarer the number; early counts differ, so a
    difference speaks against it only a little. An open bound is null in its column.
    """
    equal_bounds = " AND ".join(
        f"{column}_{bound}_l IS NOT DISTINCT FROM {column}_{bound}_r" for bound in ("low", "best", "high")
    )

    def say(level: str, a: Telling, b: Telling, _knows: Knows) -> str:
        ours, theirs = count_of(a.mention), count_of(b.mention)
        if ours is None or theirs is None:
            return ""
        return _WORDS[level].format(feature=feature, ours=show_range(ours), theirs=show_range(theirs))

    return Comparison(
        feature,
        untold=f"NOT {column}_told_l OR NOT {column}_told_r",
        levels=(
            Level("both none", f"{equal_bounds} AND {column}_high_l = 0", 0.3),
            Level("same many", f"{equal_bounds} AND {column}_low_l >= {MANY}", equal + 1),
            Level("same number", equal_bounds, equal),
            Level("none and some", f"coalesce({column}_high_l = 0, FALSE) <> coalesce({column}_high_r = 0, FALSE)", -1),
            Level(
                "can be one",
                f"NOT (coalesce({column}_high_l < {column}_low_r, FALSE) OR "
                f"coalesce({column}_high_r < {column}_low_l, FALSE))",
                0.5,
            ),
        ),
        otherwise=otherwise("other number", -0.5),
        say=say,
    )


WEAPON_COUNT = _compare_counts("weapons", "weapon_count", lambda m: m.weapon_count, equal=0.7)
KILLED = _compare_counts("killed", "killed", lambda m: m.casualties.killed, equal=1.5)
INJURED = _compare_counts("injured", "injured", lambda m: m.casualties.injured, equal=1.5)

_CONFLICT = " OR ".join(
    f"(outcome_{one} = '{a.value}' AND outcome_{other} = '{b.value}')"
    for pair in OPPOSED
    for a, b in (sorted(pair),)
    for one, other in (("l", "r"), ("r", "l"))
)


def _say_outcome(level: str, a: Telling, b: Telling, _knows: Knows) -> str:
    labels = [entry(t.mention.outcome.value).label.lower() for t in (a, b) if t.mention.outcome is not None]
    return f"same outcome: {labels[0]}" if level == "same outcome" else f"different outcomes: {'; '.join(labels)}"


OUTCOME = Comparison(
    "outcome",
    untold=f"outcome_l IS NULL OR outcome_r IS NULL OR (outcome_l <> outcome_r AND NOT ({_CONFLICT}))",
    levels=(
        Level("same outcome", "outcome_l = outcome_r", 0.5),
        Level("other outcome, one report", "report_l = report_r", -2.5),
    ),
    otherwise=otherwise("other outcome", -1.0),
    say=_say_outcome,
)

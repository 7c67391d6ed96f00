"""The words themselves: what is said of the target, and the sentence."""

from __future__ import annotations

from tallystick.resolution.features.comparison import Comparison, Level, otherwise
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling


def _shared(words: str) -> str:
    """How many of the words of a column both use: quicker than list_intersect. No word stands twice in its list."""
    return f"len(list_filter({words}_l, word -> list_contains({words}_r, word)))"


def _shares_less(part: int) -> str:
    """True if the two share less than one in so many of all their words: s / (l + r - s) < 1 / part."""
    return f"{part + 1} * {_shared('words')} < len(words_l) + len(words_r)"


def _say_target(level: str, a: Telling, b: Telling, _knows: Knows) -> str:
    return f"{level}: {', '.join(a.things)}; {', '.join(b.things)}"


def _say_wording(level: str, _a: Telling, _b: Telling, _knows: Knows) -> str:
    return f"told in {level}"


TARGET = Comparison(
    "target",
    untold="len(target_words_l) = 0 OR len(target_words_r) = 0",
    levels=(
        Level(
            "like target",
            f"{_shared('target_words')} >= least(len(target_words_l), len(target_words_r))",
            0.7,
        ),
        Level("partly like target", "list_has_any(target_words_l, target_words_r)", 0.3),
    ),
    otherwise=otherwise("other target", 0.0),
    say=_say_target,
)

WORDING = Comparison(
    "wording",
    # One report does not say a thing twice in the same words, and two scripts share no words.
    untold="report_l = report_r OR script_l <> script_r OR len(words_l) < 4 OR len(words_r) < 4",
    # What holds of most pairs comes first: to count the words shared is the dearest of all comparisons.
    levels=(
        Level("other words", _shares_less(10), -0.3),
        Level("partly the same words", _shares_less(4), 0.0),
        Level("much the same words", _shares_less(2), 0.7),
    ),
    otherwise=otherwise("the same words", 1.5),
    say=_say_wording,
)

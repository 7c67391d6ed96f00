"""A count, and the words that say what it counts."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.numbers import Number
from tallystick.reading.told import Told

STRIKES = frozenset({"strike", "airstrike", "raid", "air-strike", "bombing", "retaliation"})

ATTACKS = frozenset({"attack", "assault", "incident", "operation", "bombardment", "ambush", "clash", "incursion"})

HURT = frozenset({"injury", "injure", "wound", "hurt", "injured", "wounded", "concussion", "trauma"})

DEAD = frozenset({"kill", "death", "die", "dead", "fatality", "killed"})

TOTALS = frozenset({"total", "count", "tally", "number", "toll", "figure"})

TIMES = frozenset({"times", "time", "occasions"})

PERIODS = frozenset(
    {
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "hour",
        "hours",
        "percent",
        "%",
        "minutes",
        "km",
        "kilometres",
        "kilometers",
        "miles",
    }
)


@dataclass(frozen=True)
class Count:
    """A number, what it counts, and the word that it hangs on."""

    number: Number
    unit: TallyUnit
    anchor: Token


def is_of_event(toll: Token, sentence: Span, told: Told) -> bool:
    """True for the toll of an event that its sentence tells, unlike "the toll since January"."""
    if any(t.lower_ == "since" for t in toll.doc[toll.i : toll.i + 3]):
        return False
    return any(f.sentence.start == sentence.start for f in told.events)


def counts_no_time(token: Token) -> bool:
    """False for a number of days, weeks or kilometres."""
    behind = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return behind not in PERIODS

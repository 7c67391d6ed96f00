"""A number that counts something: what it counts, the word that it hangs on, and its window."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.numbers import Number
from tallystick.reading.tally_window import Window

PREDICATIVE = ("attr", "dobj", "obj", "acomp", "oprd")
"""The parts of a sentence in which a bare number stands behind its verb ("they were 51", "it counted 51")."""


@dataclass(frozen=True)
class Count:
    """A number with what it counts, the word that it hangs on, and its window if one is told.

    ``running`` is true for the number of one in a row ("the third strike"), ``follows`` for a bare one that counts what
    the count before it did ("the governor speaks of 51"), ``against`` for one that a count is only held against
    ("compared with 84").
    """

    number: Number
    unit: TallyUnit
    anchor: Token
    window: Window | None = None
    running: bool = False
    follows: bool = False
    against: bool = False


def is_near(count: Count, sentence: Span) -> bool:
    """True for a count of a sentence or of the one before it."""
    return bool(count.anchor.sent.end >= sentence.start)

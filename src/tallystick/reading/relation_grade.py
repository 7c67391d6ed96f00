"""How well the words of a sentence evidence what it says of two actors."""

from __future__ import annotations

import re
from functools import cache

from tallystick.model.terms import Grade
from tallystick.reading.lexicon import load_lexicon


def grade_of(sentence: str) -> Grade:
    """The grade that the words give, the strongest first; asserted where they give none (WINEP, Militia Spotlight)."""
    plain = " ".join(sentence.replace("’", "'").split())
    return next((grade for grade, pattern in _patterns() if pattern.search(plain)), Grade.ASSERTED)


@cache
def _patterns() -> tuple[tuple[Grade, re.Pattern[str]], ...]:
    grades = load_lexicon("relations")["grades"]
    return tuple((Grade(code), re.compile("|".join(cues), re.IGNORECASE)) for code, cues in grades.items())

"""Long reports cut into passages that a model can take in at once, their offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Where to cut, the best first: between paragraphs, lines, sentences (Latin, Arabic, Indic, CJK), words.
_CUTS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?؟۔।。！？]+[\"'”»)]*\s*"), re.compile(r"\s+"))


@dataclass(frozen=True)
class Passage:
    """A stretch of a report's text that begins at code point ``start``."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The code point behind it."""
        return self.start + len(self.text)


def cut_passages(text: str, *, longest: int, start: int = 0) -> Iterator[Passage]:
    """The text from code point ``start`` as passages of at most ``longest`` code points.

    Together they are the text, letter for letter; those of white space alone are left out. Offsets count code points in
    the order of the text, so they are right whichever way it is written.
    """
    while start < len(text):
        end = len(text) if len(text) - start <= longest else _cut(text, start, start + longest)
        if text[start:end].strip():
            yield Passage(start, text[start:end])
        start = end


def halve(passage: Passage) -> tuple[Passage, Passage]:
    """A passage of two letters or more in two parts, cut at a good place not far from its middle."""
    middle = _cut(passage.text, 0, max(1, 3 * len(passage.text) // 4))
    return (
        Passage(passage.start, passage.text[:middle]),
        Passage(passage.start + middle, passage.text[middle:]),
    )


def _cut(text: str, start: int, end: int) -> int:
    """The last good place to cut in the second half of a stretch, else its end."""
    middle = start + (end - start) // 2
    for boundary in _CUTS:
        places = [found.end() for found in boundary.finditer(text, middle, end)]
        if places:
            return places[-1]
    return end

"""A report's text in passages: the pieces in which one text is looked for in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from tallystick.model.report import Report

SHINGLE_WORDS = 4
FEWEST_WORDS = 8
"""A passage of fewer is a headline, a byline or a fragment."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+")
_BOUNDARY = re.compile(r"(?P<blank>\n\s*\n)|\n(?=\s*[-*•·\d])|(?<=[.!?؟…])[\"”’»)\]]*\s")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“")
_NUMBER = re.compile(
    r".*\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|dozens?|thousands?"
)


@dataclass(frozen=True)
class Passage:
    """A sentence, or several short ones, from ``start`` to ``end`` in code points of the report's text.

    ``written`` are its words as they stand. ``is_speech`` is true if most of it stands in quotation marks, and so is
    somebody else's text.
    """

    start: int
    end: int
    written: tuple[str, ...]
    is_speech: bool

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(self.written)

    @cached_property
    def shingles(self) -> tuple[str, ...]:
        """Its four-word sequences, in order."""
        return _shingles([fold(word) for word in self.written])

    @cached_property
    def particulars(self) -> frozenset[str]:
        """Its figures and names, by which two editions of one form of words differ."""
        return self.particulars_in(0, self.words)

    def particulars_in(self, first: int, last: int) -> frozenset[str]:
        """The figures and names from one of its words to before another, counted from 0."""
        words = enumerate(self.written[first:last], first)
        return frozenset(fold(w) for at, w in words if (at and w[0].isupper()) or _NUMBER.fullmatch(w.casefold()))


@dataclass(frozen=True)
class Prepared:
    """A report's text behind its header, ready to be compared. Case and punctuation do not count."""

    passages: tuple[Passage, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words in order."""
        return tuple(fold(word) for p in self.passages for word in p.written)

    @cached_property
    def shingles(self) -> frozenset[str]:
        """The four-word sequences of the whole text."""
        return frozenset(_shingles(self.words))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the text."""
        return frozenset(self.words)

    @cached_property
    def is_head(self) -> tuple[bool, ...]:
        """For each passage, whether it begins in the first half of the words."""
        ends = accumulate(p.words for p in self.passages)
        return tuple(
            2 * (end - p.words) < len(self.words) or end == p.words for p, end in zip(self.passages, ends, strict=True)
        )


def prepare(report: Report) -> Prepared:
    """The report's passages. A text without a word has none."""
    spoken = [m.span() for m in _QUOTED.finditer(report.text, report.body_start)]
    passages = []
    for start, end in _spans(report.text, report.body_start):
        found = list(_WORD.finditer(report.text, start, end))
        inside = sum(a <= m.start() < b for m in found for a, b in spoken if a < end and start < b)
        if found:
            written = tuple(m.group() for m in found)
            passages.append(Passage(start, end, written, is_speech=2 * inside > len(found)))
    return Prepared(tuple(passages))


def fold(word: str) -> str:
    """A word without case and without the dots of an abbreviation."""
    return word.replace(".", "").casefold()


def _spans(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Sentences; one of few words is taken together with the next, unless a blank line lies between."""
    for boundary in _BOUNDARY.finditer(text, start):
        end = boundary.end()
        if boundary.group("blank") or len(_WORD.findall(text, start, end)) >= FEWEST_WORDS:
            yield start, end
            start = end
    yield start, len(text)


def _shingles(words: Sequence[str]) -> tuple[str, ...]:
    last = max(1, len(words) - SHINGLE_WORDS + 1)
    return tuple(" ".join(words[at : at + SHINGLE_WORDS]) for at in range(last)) if words else ()

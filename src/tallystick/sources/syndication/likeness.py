"""Whether one of two texts was taken from the other: the check behind every candidate pair."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.sources.syndication.passages import Passage, Prepared

LEAST_SIMILARITY = 0.8
LEAST_SHARE = 0.6
_LEAST_OF_PASSAGE = 0.6
_LEAST_OF_PARTICULARS = 2 / 3
_LEAST_OF_HEAD = 0.45
_FEWEST_WORDS = 40
_FEWEST_PASSAGES = 2


@dataclass(frozen=True)
class Likeness:
    """Which passages of two texts stand in the other one, and the similarity of the whole (Jaccard, 0 to 1)."""

    left: Prepared
    right: Prepared
    left_stands: tuple[bool, ...]
    right_stands: tuple[bool, ...]
    similarity: float

    @property
    def share(self) -> float:
        """How much of the shorter text, by words, stands in the other, 0 to 1."""
        text, stands = self._shorter
        return _words(text, stands) / len(text.words) if text.words else 0.0

    @property
    def shared_words(self) -> int:
        """How many words of the shorter text stand in the other."""
        return _words(*self._shorter)

    @property
    def is_copy(self) -> bool:
        """True if one text was taken from the other.

        Either the two are the same but for a fifth (Jaccard similarity of the four-word shingles 0.8 or more; Broder
        1997), and the shorter stands in the longer passage by passage. Or most of what the shorter one tells in its
        own words does so: at least 40 words in two passages, and not only at the end of both texts, where agencies
        put the same background under different news.
        """
        if self.similarity >= LEAST_SIMILARITY:
            return self.share >= LEAST_SHARE
        text, stands = self._shorter
        own = [(p, held) for p, held in zip(text.passages, stands, strict=True) if not p.is_speech]
        held_words = sum(p.words for p, held in own if held)
        return (
            held_words >= max(_FEWEST_WORDS, LEAST_SHARE * sum(p.words for p, _ in own))
            and sum(held for _, held in own) >= _FEWEST_PASSAGES
            and max(_of_head(self.left, self.left_stands), _of_head(self.right, self.right_stands)) >= _LEAST_OF_HEAD
        )

    @property
    def _shorter(self) -> tuple[Prepared, tuple[bool, ...]]:
        if len(self.left.words) <= len(self.right.words):
            return self.left, self.left_stands
        return self.right, self.right_stands


def compare(left: Prepared, right: Prepared) -> Likeness:
    """How alike two texts are. The order of the two makes no difference but to which is called left."""
    both = len(left.shingles & right.shingles)
    either = len(left.shingles) + len(right.shingles) - both
    return Likeness(
        left=left,
        right=right,
        left_stands=tuple(_stands_in(p, right) for p in left.passages),
        right_stands=tuple(_stands_in(p, left) for p in right.passages),
        similarity=both / either if either else 0.0,
    )


def _stands_in(passage: Passage, text: Prepared) -> bool:
    """True if the words of a passage and the figures and names in it are found in the text."""
    if len(passage.shingles & text.shingles) < _LEAST_OF_PASSAGE * len(passage.shingles):
        return False
    return len(passage.particulars & text.vocabulary) >= _LEAST_OF_PARTICULARS * len(passage.particulars)


def _words(text: Prepared, stands: tuple[bool, ...]) -> int:
    return sum(p.words for p, held in zip(text.passages, stands, strict=True) if held)


def _of_head(text: Prepared, stands: tuple[bool, ...]) -> float:
    """How much of the first half of a text, by words, stands in the other."""
    head = [(p.words, held) for p, held, first in zip(text.passages, stands, text.is_head, strict=True) if first]
    return sum(words for words, held in head if held) / sum(words for words, _ in head)

"""Whether one of two texts was taken from the other: the check behind every candidate pair."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from tallystick.sources.syndication.passages import SHINGLE_WORDS, Passage, Prepared

LEAST_SIMILARITY = 0.8
LEAST_SHARE = 0.5
_LEAST_OF_PASSAGE = 0.6
_LEAST_OF_PARTICULARS = 2 / 3
_LEAST_OF_HEAD = 0.25
_CLEAR_OF_HEAD = 0.8
_LEAST_OF_NEWS = 0.5
_FEWEST_PARTICULARS = 3
_FEWEST_WORDS = 30
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
    def shared_first(self) -> int:
        """How many words of the first halves of both texts stand in the other: what tells of one text's true source
        apart from those with which it only shares a background.
        """
        return sum(_head_words(*side)[0] for side in ((self.left, self.left_stands), (self.right, self.right_stands)))

    @property
    def is_copy(self) -> bool:
        """True if one text was taken from the other.

        Either the two are the same but for a fifth (Jaccard similarity of the four-word shingles 0.8 or more; Broder
        1997), and the shorter stands in the longer passage by passage. Or half of what the shorter one tells in its
        own words does so, at least 30 words in two passages, and they do not begin with different news: agencies put
        the same background under many stories.
        """
        if self.similarity >= LEAST_SIMILARITY:
            return self.share >= LEAST_SHARE
        text, stands = self._shorter
        own = [(p, held) for p, held in zip(text.passages, stands, strict=True) if not p.is_speech]
        held_words = sum(p.words for p, held in own if held)
        return (
            held_words >= max(_FEWEST_WORDS, LEAST_SHARE * sum(p.words for p, _ in own))
            and sum(held for _, held in own) >= _FEWEST_PASSAGES
            and self._is_same_news
        )

    @property
    def _is_same_news(self) -> bool:
        """False if the two share only what stands at their ends, or begin with figures and names of their own."""
        head = max(_of_head(self.left, self.left_stands), _of_head(self.right, self.right_stands))
        left, right = _own_start(self.left, self.left_stands), _own_start(self.right, self.right_stands)
        fewer = min(len(left), len(right))
        in_common = fewer < _FEWEST_PARTICULARS or len(left & right) >= _LEAST_OF_NEWS * fewer
        return head >= _CLEAR_OF_HEAD or (head >= _LEAST_OF_HEAD and in_common)

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
    """True if the words of a passage are found in the text, and the figures and names between them too.

    Those before and behind do not count: a dateline, a slug or a credit may be there.
    """
    met = [at for at, shingle in enumerate(passage.shingles) if shingle in text.shingles]
    if len(met) < _LEAST_OF_PASSAGE * len(passage.shingles):
        return False
    particulars = passage.particulars_in(met[0], met[-1] + SHINGLE_WORDS)
    return len(particulars & text.vocabulary) >= _LEAST_OF_PARTICULARS * len(particulars)


def _words(text: Prepared, stands: tuple[bool, ...]) -> int:
    return sum(p.words for p, held in zip(text.passages, stands, strict=True) if held)


def _of_head(text: Prepared, stands: tuple[bool, ...]) -> float:
    """How much of the first half of a text, by words, stands in the other."""
    held, whole = _head_words(text, stands)
    return held / whole


def _head_words(text: Prepared, stands: tuple[bool, ...]) -> tuple[int, int]:
    """How many words of the first half of a text stand in the other, and how many it has."""
    head = [(p.words, held) for p, held, first in zip(text.passages, stands, text.is_head, strict=True) if first]
    return sum(words for words, held in head if held), sum(words for words, _ in head)


def _own_start(text: Prepared, stands: tuple[bool, ...]) -> frozenset[str]:
    """The figures and names of the passages before the first one that stands in the other text."""
    own = takewhile(lambda pair: not pair[1], zip(text.passages, stands, strict=True))
    return frozenset().union(*(p.particulars for p, _ in own))

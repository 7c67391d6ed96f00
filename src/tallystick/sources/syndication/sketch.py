"""What is kept of a report to find its likes among a hundred thousand: a few numbers, not the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rensa import RMinHash

from tallystick.model.report import Report
from tallystick.sources.syndication.passages import FEWEST_WORDS, Passage, prepare

_FEW_PASSAGES = 3
_HASHES = 3
_SEED = 1

Hashes = tuple[int, ...]
Rank = tuple[date, int, str]
Claim = tuple[date, bool, int, str]


@dataclass(frozen=True)
class Sketch:
    """A report's place in the order of publication, and the min-hashes of its passages.

    Two texts that share a passage share one of its hashes with a chance of 1 - (1 - j)^3, where j is the Jaccard
    similarity of the two wordings of it. ``head`` holds those of the first half of the text, ``tail`` the others,
    passage by passage, each from 0 to 3 * 2^32. ``credited`` is true if the report names another outlet as its writer.
    """

    report_id: str
    published: date
    words: int
    credited: bool
    head: tuple[Hashes, ...]
    tail: tuple[Hashes, ...]

    @property
    def rank(self) -> Rank:
        """Who comes first as a source of another: by day, undated last; of one day the shorter text, then by id."""
        return self.published, self.words, self.report_id

    @property
    def is_short(self) -> bool:
        """True if the text has so few passages that a single one in common is ground to compare it with another."""
        return len(self.head) + len(self.tail) < _FEW_PASSAGES

    @property
    def claim(self) -> Claim:
        """Who comes first as the original: by day; of one day who credits nobody else, then the longest, then by id."""
        return self.published, self.credited, -self.words, self.report_id


def sketch_of(report: Report) -> Sketch:
    """The sketch of a report. It depends on nothing but the report."""
    text = prepare(report)
    pairs = list(zip(text.passages, text.is_head, strict=True))
    told = [(p, first) for p, first in pairs if p.words >= FEWEST_WORDS] or pairs
    return Sketch(
        report_id=report.id,
        published=report.published_on or date.max,
        words=len(text.words),
        credited=report.credited_to is not None,
        head=tuple(_hashes(p) for p, first in told if first),
        tail=tuple(_hashes(p) for p, first in told if not first),
    )


def shared_passages(ours: Sketch, theirs: Sketch) -> int:
    """How many passages of the one text stand in the other, by their hashes."""
    held = {key for passage in (*theirs.head, *theirs.tail) for key in passage}
    return sum(not held.isdisjoint(passage) for passage in (*ours.head, *ours.tail))


def _hashes(passage: Passage) -> Hashes:
    """One number a hash function and value, so that the first hash of one passage never meets the second of another."""
    hashes = RMinHash(num_perm=_HASHES, seed=_SEED)
    hashes.update(list(passage.shingles))
    return tuple(value * _HASHES + which for which, value in enumerate(hashes.digest()))

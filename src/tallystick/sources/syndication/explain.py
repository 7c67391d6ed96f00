"""In words: what one report shares with the one that it was taken from."""

from __future__ import annotations

from tallystick.model.quote import Quote, quote_from
from tallystick.model.report import Copied, Report
from tallystick.sources.syndication.likeness import Likeness
from tallystick.sources.syndication.passages import FEWEST_WORDS, Prepared

_ALL = 0.95


def explain(report: Report, nearest: Report, likeness: Likeness, *, original: str) -> Copied:
    """Why a report is a copy, given how it is (left) like the nearest report of its family (right)."""
    return Copied(
        original=original,
        nearest=nearest.id,
        share=round(likeness.share, 3),
        why=_why(likeness),
        quote=_longest_shared(report, likeness),
    )


def _why(likeness: Likeness) -> str:
    held, left_out = likeness.left_stands, [not there for there in likeness.right_stands]
    own, others = _share(likeness.left, held), _share(likeness.right, likeness.right_stands)
    if own >= _ALL and others >= _ALL:
        return "the same text" if likeness.similarity == 1 else "the same text but for a few words"
    said = [f"{own:.0%} of its words stand there"]
    if own < _ALL:
        said.append("passages are added" if held[_lead(likeness.left)] else "the lead is another")
    if others < _ALL:
        said.append("the end is left out" if _is_at_end(left_out) else "passages are left out")
    return "; ".join(said)


def _share(text: Prepared, stands: tuple[bool, ...]) -> float:
    return sum(p.words for p, there in zip(text.passages, stands, strict=True) if there) / len(text.words)


def _lead(text: Prepared) -> int:
    """The first passage that is more than a headline or a byline."""
    return next((at for at, p in enumerate(text.passages) if p.words >= FEWEST_WORDS), 0)


def _is_at_end(left_out: list[bool]) -> bool:
    return left_out == sorted(left_out)


def _longest_shared(report: Report, likeness: Likeness) -> Quote:
    shared = [p for p, there in zip(likeness.left.passages, likeness.left_stands, strict=True) if there]
    longest = max(shared or likeness.left.passages, key=lambda p: (p.words, -p.start))
    return quote_from(report.id, report.text, longest.start, longest.end)

"""How well expressions are linked to the actors that they mean: precision, recall and F1 by sort of expression.

python -m evaluation.linking [--half seen|held] [--errors]

Errors are told of the seen half only. A found expression answers the marked one that it shares most characters with.
An expression is right if its link is that of the gold; for the name of an actor that no base holds, if it is listed
and not linked. A link where none should be counts against precision; what is found without a link and is not asked for
does not; nor does an "its" or "their" that is not marked, since the gold marks only some of them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.linking_gold import FOLDER, MarkedText, Pointer, load_texts
from evaluation.own_sets import HALVES, halves_of
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.score import Figure, Score, f_score, figures_prf, share
from tallystick.evaluation.span_pairs import pair_spans
from tallystick.model.expression import ActorExpression
from tallystick.pipeline import default_reader

_BEYOND = "unmarked"
_OFTEN_UNMARKED = ("its", "their")


@dataclass(frozen=True)
class _Linked:
    start: int
    end: int
    ids: frozenset[str]
    expression: ActorExpression


@dataclass
class LinkCount:
    """How many expressions of each sort are asked for, answered with a link (or listed), and rightly so."""

    asked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, marked: MarkedText, actors: tuple[ActorExpression, ...]) -> None:
        """Count one text."""
        found = [_Linked(a.quote.start, a.quote.end, _ids_of(a), a) for a in actors]
        pairs = pair_spans(marked.pointers, found)
        for i, pointer in enumerate(marked.pointers):
            answer = found[pairs[i]] if i in pairs else None
            self._count(marked, pointer, answer)
        for k in set(range(len(found))) - {*pairs.values()}:
            around = [p for p in marked.pointers if p.start < found[k].end and found[k].start < p.end]
            if found[k].expression.quote.exact.lower() in _OFTEN_UNMARKED:
                continue
            if found[k].ids and not any(found[k].ids in p.answers for p in around):
                self.found[_BEYOND] += 1
                self._tell(marked, found[k].start, found[k].end, _BEYOND, "-", found[k])

    def _count(self, marked: MarkedText, pointer: Pointer, answer: _Linked | None) -> None:
        ids = answer.ids if answer is not None else frozenset[str]()
        is_listed = bool(ids) or (pointer.sort == "unseen" and answer is not None)
        is_right = pointer.is_asked and (ids in pointer.answers if pointer.answers else is_listed and not ids)
        self.asked[pointer.sort] += pointer.is_asked
        self.found[pointer.sort] += is_listed
        self.right[pointer.sort] += is_right
        if is_right or not (pointer.is_asked or is_listed):
            return
        wanted = " or ".join("+".join(sorted(one)) for one in sorted(pointer.answers, key=sorted)) or "nobody"
        self._tell(marked, pointer.start, pointer.end, pointer.sort, wanted, answer)

    def _tell(self, marked: MarkedText, start: int, end: int, sort: str, wanted: str, got: _Linked | None) -> None:
        told = f"{'+'.join(sorted(got.ids)) or 'nobody'} ({got.expression.why})" if got is not None else "nothing"
        words = marked.report.text[start:end]
        self.errors.append(f"{marked.report.path}\t{sort}\t{words}\t{wanted}\t{told}")

    def rows(self) -> Iterator[str]:
        """A line for each sort and one for all."""
        yield "sort\tasked\tprecision\trecall\tF1"
        for sort in [*sorted(self.asked), _BEYOND]:
            if self.asked[sort]:
                yield _row(sort, self.asked[sort], self.found[sort], self.right[sort])
        yield f"links beyond those marked\t{self.found[_BEYOND]}"
        yield _row("all", self.asked.total(), self.found.total(), self.right.total())

    def figures(self) -> Iterator[Figure]:
        """Precision, recall and F1 of all links, and the F1 of each sort."""
        yield from figures_prf("link", self.right.total(), self.found.total(), self.asked.total())
        for sort in (sort for sort in sorted(self.asked) if self.asked[sort]):
            *_, f1 = figures_prf(f"link, {sort}", self.right[sort], self.found[sort], self.asked[sort])
            yield f1


def score_gold(gold: Path, bench: Bench) -> Score:
    """The figures of the half that the bench asks for, or of all."""
    texts = [text for half in halves_of(bench.half) for text in load_texts(half, gold)]
    return Score("linking", len(texts), tuple(count_links(texts, bench).figures()))


def count_links(texts: Sequence[MarkedText], bench: Bench) -> LinkCount:
    """The count over some texts."""
    count = LinkCount()
    for marked, reading in zip(texts, bench.read([t.report for t in texts]), strict=True):
        count.add(marked, reading.actors)
    return count


def _ids_of(actor: ActorExpression) -> frozenset[str]:
    return frozenset([actor.actor_id]) if actor.actor_id is not None else frozenset(actor.member_ids)


def _row(sort: str, asked: int, found: int, right: int) -> str:
    precision, recall = share(right, found), share(right, asked)
    return f"{sort}\t{asked}\t{precision:.3f}\t{recall:.3f}\t{f_score(precision, recall):.3f}"


def main() -> None:
    """Prints the figures of one half or of both, and the errors of the seen one if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    for half in HALVES:
        if options.half in (None, half):
            count = count_links(load_texts(half, FOLDER), Bench(default_reader()))
            lines = [half, *count.rows(), *(count.errors if options.errors and half == "seen" else ())]
            sys.stdout.write("\n".join(lines) + "\n\n")


if __name__ == "__main__":
    main()

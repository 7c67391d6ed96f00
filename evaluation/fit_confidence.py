"""Fits how sure a reader is of an event to how often it is right, and says how well that holds on other documents.

python -m evaluation.fit_confidence GOLD [--reader NAME]... [--limit N] [--write]

GOLD is laid out as ../shared/gold. Each reader reads the briefs, our own briefs and MUC-4 dev; each set
weighs the same. Figures come from cross-validation over documents; ``--write`` writes the model fitted on all to
src/tallystick/reading/confidence.yaml, and the reliability diagrams to docs/images.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from evaluation.reliability_diagram import draw_reliability
from evaluation.truths import Judged, judge_briefs, judge_muc
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.calibration import brier_score, calibration_error, reliability
from tallystick.evaluation.logistic import fit_logistic
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.reading import confidence
from tallystick.reading.confidence import features_of
from tallystick.reading.event_mentions import mention_id, quote_of, when_of
from tallystick.reading.events import find_frames
from tallystick.reading.named import OWN, ReaderName, make_english_reader
from tallystick.reading.rules import RulesReader

FOLDS = 5
PENALTY = 2.0
FREE = 1e-6  # the intercept is drawn nowhere
HERE = Path(__file__).parent
IMAGES = HERE.parent / "docs" / "images"
Rows = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One mention: where it stands, what is told, and whether it is right."""

    reader: str
    source: str
    document: str
    features: dict[str, float]
    true: bool

    @property
    def fold(self) -> int:
        """A document is always in the same fold."""
        return zlib.crc32(self.document.encode()) % FOLDS


def collect(gold: Path, name: ReaderName, limit: int | None) -> Iterator[Case]:
    """The judged mentions of a reader over all sets."""
    reader = make_english_reader(name, knowledge=default_knowledge(), gazetteer=default_gazetteer())
    bench = Bench(reader=reader, limit=limit)
    sets = {
        "briefs": judge_briefs(gold / "briefs", bench),
        "own briefs": judge_briefs(HERE / "data" / "own-briefs" / "seen", bench),
        "muc4": judge_muc(gold / "muc4" / "dev.jsonl", bench),
    }
    for source, judged in sets.items():
        for each in judged:
            for features, true in _told(reader, each):
                yield Case(name.value, source, each.name, features, true)


def _told(reader: RulesReader, judged: Judged) -> Iterator[tuple[dict[str, float], bool]]:
    document = reader.parse(judged.report)
    for frame in find_frames(document, reader.judge(document)).events:
        key = mention_id(judged.report.id, "event", quote_of(document, frame), frame.ordinal)
        if key in judged.truths:
            yield features_of(frame, when_of(frame)), judged.truths[key]


def weigh(cases: Sequence[Case]) -> Rows:
    """Weights by which each set counts the same, one a case on average."""
    sizes = {s: sum(c.source == s for c in cases) for s in {c.source for c in cases}}
    return np.array([len(cases) / len(sizes) / sizes[c.source] for c in cases])


def fit(cases: Sequence[Case], names: Sequence[str]) -> Rows:
    """Weights and, last, the intercept of a logistic model with a penalty on squares."""
    rows = np.array([[*(c.features[n] for n in names), 1.0] for c in cases], dtype=np.float64)
    wanted, counts = np.array([c.true for c in cases], dtype=np.float64), weigh(cases)
    return fit_logistic(rows, counts * wanted, counts, ridge=np.array([*[PENALTY] * len(names), FREE]))


def predict(cases: Sequence[Case], names: Sequence[str], weights: Rows) -> list[float]:
    """The probability of each case."""
    rows = np.array([[*(c.features[n] for n in names), 1.0] for c in cases], dtype=np.float64)
    return [float(p) for p in 1 / (1 + np.exp(-rows @ weights))]


def main() -> None:
    """Fits, reports and, if asked, writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--reader", action="append", type=ReaderName, choices=OWN)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    readers = options.reader or [ReaderName.RULES, ReaderName.BOTH]
    cases = [case for name in readers for case in collect(options.gold, name, options.limit)]
    names = list(cases[0].features)
    held: list[tuple[Case, float]] = []
    for fold in range(FOLDS):
        others = [c for c in cases if c.fold != fold]
        here = [c for c in cases if c.fold == fold]
        if here:
            held += zip(here, predict(here, names, fit(others, names)), strict=True)
    _report(held)
    if options.write:
        _write(names, fit(cases, names), cases)
        for reader in sorted({c.reader for c, _ in held}):
            table = reliability(
                [p for c, p in held if c.reader == reader], [c.true for c, _ in held if c.reader == reader]
            )
            picture = draw_reliability(table, title=f"How sure {reader} said it was, and how often it was right")
            (IMAGES / f"reliability-{reader}.svg").write_text(picture, encoding="utf-8")


def _report(held: Sequence[tuple[Case, float]]) -> None:
    groups = sorted({(c.reader, c.source) for c, _ in held}) + [(r, "") for r in sorted({c.reader for c, _ in held})]
    for reader, source in groups:
        chosen = [(p, c.true) for c, p in held if c.reader == reader and source in ("", c.source)]
        said, true = [p for p, _ in chosen], [t for _, t in chosen]
        table = reliability(said, true)
        sys.stdout.write(
            f"{reader}, {source or 'all'}: {len(said)} mentions, {sum(true) / len(true):.3f} right, "
            f"ECE {calibration_error(table):.3f}, Brier {brier_score(said, true):.3f}\n"
        )
        if not source:
            for each in table:
                sys.stdout.write(
                    f"  {each.low:.1f} to {each.high:.1f}: {each.cases:4d} mentions, "
                    f"said {each.said:.2f}, right {each.true:.2f}\n"
                )


def _write(names: Sequence[str], weights: Rows, cases: Sequence[Case]) -> None:
    path = Path(confidence.__file__).with_name("confidence.yaml")
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    told |= {
        "fitted on": {
            f"{reader}, {source}": sum((c.reader, c.source) == (reader, source) for c in cases)
            for reader, source in sorted({(c.reader, c.source) for c in cases})
        },
        "intercept": round(float(weights[-1]), 3),
        "weights": {n: round(float(w), 3) for n, w in zip(names, weights, strict=False)},
    }
    head = "# Written by `python -m evaluation.fit_confidence GOLD --write`: do not edit by hand, but for `kinds`.\n"
    path.write_text(head + yaml.safe_dump(told, sort_keys=False, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    main()

"""``make evaluate``: every task in one table beside levels and peers, printed and written to docs/evaluation.md.

python -m evaluation.table [--gold FOLDER] [--reader NAME] [--only FORMAT|MODULE] [--errors N] [--limit N] [--no-write]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evaluation.tasks import HERE, Measurement, Peer, Row, load_measurements
from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.score import Score
from tallystick.pipeline import reader_named
from tallystick.reading.named import DEFAULT, ReaderName

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "evaluation.md"
COLUMNS = ("task", "figure", "here", "cases", "level", "reached", "others")

_INTRODUCTION = """How well the reading does on open gold data, beside the levels that the project set itself and the
figures that others publish. The table says on which documents the others' figures were taken.

The data is for development: rules were made with much of it at hand. Where a set was cut in two, one half to read
errors in and one for the figure only, both are given. Expect less on what nobody here has seen."""


@dataclass(frozen=True)
class Measured:
    """A measurement and what it came to."""

    measurement: Measurement
    score: Score


def measure(gold: Path, *, bench: Bench, only: Sequence[str]) -> Iterator[Measured]:
    """Runs the scorers one after the other; a gold set that is not there is named on stderr and left out."""
    for each in load_measurements():
        if only and each.form not in only:
            continue
        begun = time.perf_counter()
        try:
            score = each.score(gold, replace(bench, letters=each.letters, half=each.half))
        except TallystickError as error:
            print(error, file=sys.stderr)
            continue
        print(f"{each.about}: {score.documents} documents, {time.perf_counter() - begun:.0f} s", file=sys.stderr)
        yield Measured(each, score)


def cells(measured: Measured) -> Iterator[tuple[str, ...]]:
    """The rows of the table for one task."""
    names = {f.name: f for f in measured.score.figures}
    for number, row in enumerate(measured.measurement.rows):
        figure = names.get(row.figure)
        reached = row.reaches(figure.value) if figure else None
        yield (
            measured.measurement.about if number == 0 else "",
            row.label,
            figure.told if figure else "not measured",
            str(figure.cases) if figure else "",
            _level(row),
            "" if reached is None else "yes" if reached else "no",
            "; ".join(map(_others, row.peers)),
        )


def write_page(measured: Sequence[Measured], *, reader: str) -> str:
    """The page of the documentation: the table, then each task with its figures and remarks."""
    parts = [
        "# Evaluation",
        "<!-- Written by `make evaluate`; the remarks are in evaluation/remarks. Do not edit here. -->",
        _INTRODUCTION,
        f"Reader: `{reader}`. To repeat it: `make evaluate`, with the gold data in `../shared/gold`.",
        _markdown(COLUMNS, [c for m in measured for c in cells(m)]),
    ]
    for each in measured:
        parts += [
            f"## {each.measurement.about}",
            f"`{each.measurement.command}` ({each.score.documents} documents)",
            _markdown(("figure", "value", "cases"), [(f.name, f.told, str(f.cases)) for f in each.score.figures]),
            *(["\n".join(f"- {note}" for note in each.score.notes)] if each.score.notes else []),
            *([each.measurement.remarks] if each.measurement.remarks else []),
        ]
    parts += [
        (HERE / "remarks" / f"{name}.md").read_text(encoding="utf-8").strip()
        for name in ("attribution", "confidence", "unreported", "speed")
    ]
    sources = {f"- {p.name}: {p.source}" for m in measured for row in m.measurement.rows for p in row.peers}
    return "\n\n".join([*parts, "## Sources of others' figures", "\n".join(sorted(sources))]) + "\n"


def main() -> None:
    """Measures, prints and writes."""
    options = _options()
    bench = Bench(reader=reader_named(options.reader), limit=options.limit)
    measured = list(measure(options.gold, bench=bench, only=options.only))
    table = Table(*COLUMNS)
    for each in measured:
        for row in cells(each):
            table.add_row(*row)
    Console().print(table)
    for each in measured:
        for error in each.score.worst(options.errors):
            print(f"\n[{each.score.task}] {error.document}: {error.kind}\n  expected  {error.expected}")
            print(f"  got       {error.got}\n  text      {' '.join(error.text.split())}")
    if options.write:
        PAGE.write_text(write_page(measured, reader=bench.reader.name), encoding="utf-8")
        print(f"Written to {PAGE.relative_to(ROOT)}", file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.table")
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--reader", type=ReaderName, default=DEFAULT, metavar="NAME")
    forms = sorted({str(m.form) for m in load_measurements()})
    parser.add_argument("--only", choices=forms, action="append", default=[], metavar="FORMAT|MODULE")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--write", action=argparse.BooleanOptionalAction, default=True)
    return parser.parse_args()


def _others(peer: Peer) -> str:
    value = ":" if peer.value is None else f" {peer.value:.3f} on"
    return f"{peer.name}{value} {peer.documents}"


def _level(row: Row) -> str:
    if row.level is None:
        return ""
    return f"at most {row.level}" if row.at_most else f"{row.level}"


def _markdown(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    main()

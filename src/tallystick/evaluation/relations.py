"""Scores short texts whose every relation between actors was coded by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.json_lines import load_lines
from tallystick.evaluation.score import ErrorCase, Figure, Score, Unit, figures_prf, share
from tallystick.evaluation.ties import Tie, coded_tie, pair_ties, tie_of
from tallystick.model.mention import RelationMention
from tallystick.model.report import Report
from tallystick.model.terms import Grade


@dataclass(frozen=True)
class CodedTie:
    """A relation as coded: the tie, since when and until when it holds, and how well the words evidence it."""

    tie: Tie
    since: date | None
    until: date | None
    grade: Grade


@dataclass(frozen=True)
class TiedText:
    """A text and its relations; most are short, some tell none though they sound like it."""

    name: str
    report: Report
    relations: tuple[CodedTie, ...]


def load_tied_texts(path: Path) -> tuple[TiedText, ...]:
    """The texts of a JSON lines file with ``id``, ``published``, ``text`` and ``relations``.

    Raises:
        TallystickError: E102 if the file cannot be read, E601 if it is laid out otherwise.

    """
    return load_lines(path, _text, form="relations")


def _text(coded: dict[str, Any]) -> TiedText:
    report = make_report(
        coded["text"],
        name=coded["id"],
        published=date.fromisoformat(coded["published"]),
        language=coded.get("language", "en"),
    )
    return TiedText(coded["id"], report, tuple(map(_coded_tie, coded["relations"])))


def _coded_tie(coded: dict[str, Any]) -> CodedTie:
    return CodedTie(
        tie=coded_tie(coded["subject"], coded["predicate"], coded["object"]),
        since=date.fromisoformat(coded["since"]) if coded["since"] else None,
        until=date.fromisoformat(coded["until"]) if coded["until"] else None,
        grade=Grade(coded["grade"]),
    )


def score_relations(gold: Path, bench: Bench) -> Score:
    """Relations found and missed; of those found, the share with the right dates and the right grade.

    Raises:
        TallystickError: as ``load_tied_texts``.

    """
    texts = bench.cut(load_tied_texts(gold), name=lambda text: text.name)
    counts: Counter[str] = Counter()
    errors: list[ErrorCase] = []
    for text, reading in zip(texts, bench.read([t.report for t in texts]), strict=True):
        found = [m for m in reading.mentions if isinstance(m, RelationMention)]
        errors += _count(counts, text, found, [tie_of(m, reading.actors) for m in found])
    return Score(task="relations", documents=len(texts), figures=tuple(_figures(counts)), errors=tuple(errors))


def _count(
    counts: Counter[str], text: TiedText, found: Sequence[RelationMention], ties: Sequence[Tie]
) -> Iterator[ErrorCase]:
    pairs = pair_ties([coded.tie for coded in text.relations], ties)
    counts.update(told=len(text.relations), found=len(found), right=len(pairs), without=not text.relations)
    counts["false without"] += len(found) if not text.relations else 0
    for a, b in pairs:
        gold, own = text.relations[a], found[b]
        checks = {
            "grade": (gold.grade.value, own.grade.value),
            "dates": (f"{gold.since} to {gold.until}", f"{own.since} to {own.until}"),
        }
        for name, (expected, got) in checks.items():
            counts[name] += expected == got
            if expected != got:
                yield ErrorCase(text.name, f"{name} of {gold.tie}", expected, got, text.report.text)
    for a, coded in enumerate(text.relations):
        if all(a != c for c, _ in pairs):
            yield ErrorCase(text.name, "relation missed", str(coded.tie), "nothing", text.report.text, weight=2.0)
    for b, tie in enumerate(ties):
        if all(b != d for _, d in pairs):
            yield ErrorCase(text.name, "false relation", "nothing", str(tie), text.report.text, weight=2.0)


def _figures(counts: Counter[str]) -> Iterator[Figure]:
    yield from figures_prf("relation", counts["right"], counts["found"], counts["told"])
    for name in ("grade", "dates"):
        yield Figure(f"relation {name}", share(counts[name], counts["right"]), counts["right"])
    yield Figure("relations in texts without any", counts["false without"], counts["without"], Unit.COUNT)

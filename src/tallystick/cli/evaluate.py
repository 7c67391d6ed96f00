"""``tallystick evaluate``: a reader scored against gold data."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from tallystick.cli.options import (
    Format,
    KnowledgeOption,
    LlmBudgetOption,
    LlmLanguagesOption,
    LlmModelOption,
    LlmUrlOption,
    ReaderOption,
)
from tallystick.cli.terminal import errors as stderr
from tallystick.cli.terminal import print_rows
from tallystick.evaluation.bench import Bench, Half, Letters
from tallystick.evaluation.formats import GoldFormat, score_gold
from tallystick.evaluation.score import ErrorCase
from tallystick.pipeline import reader_named
from tallystick.reading.named import DEFAULT


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Gold data: a file or a folder.", exists=True)],
    form: Annotated[GoldFormat, typer.Option("--format", help="How the gold data is laid out.")],
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Score the first documents only.")] = None,
    half: Annotated[
        Half | None,
        typer.Option("--half", help="Score one half only: the one that errors were read in, or the other."),
    ] = None,
    letters: Annotated[
        Letters | None, typer.Option("--letters", help="Turn the documents into upper or lower case first.")
    ] = None,
    knowledge: KnowledgeOption = None,
    reader: ReaderOption = DEFAULT,
    llm_url: LlmUrlOption = None,
    llm_model: LlmModelOption = None,
    llm_languages: LlmLanguagesOption = None,
    llm_budget: LlmBudgetOption = None,
    errors: Annotated[int, typer.Option("--errors", min=0, help="List that many errors, the worst first.")] = 0,
    output: Annotated[
        Format, typer.Option("--output", help="How to print: a table, JSON lines or CSV.")
    ] = Format.TABLE,
) -> None:
    """Score the reading against gold data."""
    bench = Bench(reader=reader_named(reader), limit=limit, half=half, letters=letters)
    score = score_gold(gold, form=form, bench=bench)
    rows: list[dict[str, object]] = [
        {"task": score.task, "figure": f.name, "value": f.told if output is Format.TABLE else f.value, "cases": f.cases}
        for f in score.figures
    ]
    print_rows(rows, ("figure", "value", "cases"), form=output, title=f"figures, {score.documents} documents")
    for each in score.worst(errors):
        sys.stdout.write("".join(_told(each, output)))
    for note in score.notes:
        stderr.print(note, markup=False)


def _told(error: ErrorCase, output: Format) -> Iterator[str]:
    if output is Format.JSON:
        yield json.dumps({"error": asdict(error)}, ensure_ascii=False) + "\n"
        return
    yield f"\n{error.document}: {error.kind}\n"
    yield f"  expected  {error.expected}\n"
    yield f"  got       {error.got}\n"
    yield f"  text      {' '.join(error.text.split())}\n"

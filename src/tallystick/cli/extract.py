"""``tallystick extract``: what single files tell, without a ledger."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tallystick.cli.options import (
    FormatOptionsOption,
    KnowledgeOption,
    LlmBudgetOption,
    LlmLanguagesOption,
    LlmModelOption,
    LlmUrlOption,
    MaxMbOption,
    PublishedOption,
    ReaderOption,
    day_from,
)
from tallystick.cli.terminal import print_account, print_failures
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.report import Failure, Report
from tallystick.pipeline import put_off, read_report, reader_named
from tallystick.publishing.layers import actor_row, date_row, place_row
from tallystick.publishing.rows import Row, mention_row
from tallystick.reading.involvement import read_involvement
from tallystick.reading.named import DEFAULT
from tallystick.reading.reader import LeftUnreadError, Reading, ReadingStoppedError
from tallystick.sources.options import options_from
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken


class Layer(StrEnum):
    """What to list: the mentions, every expression of a kind, event or not, or how each organisation is involved."""

    MENTIONS = "mentions"
    DATES = "dates"
    PLACES = "places"
    ACTORS = "actors"
    INVOLVEMENT = "involvement"


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Files or folders of reports.")],
    published: PublishedOption = None,
    reader: ReaderOption = DEFAULT,
    llm_url: LlmUrlOption = None,
    llm_model: LlmModelOption = None,
    llm_languages: LlmLanguagesOption = None,
    llm_budget: LlmBudgetOption = None,
    layer: Annotated[Layer, typer.Option("--layer", help="What to list.")] = Layer.MENTIONS,
    max_mb: MaxMbOption = 25,
    option: FormatOptionsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Print what files tell as JSON lines, without a ledger."""
    failures: list[Failure] = []
    options = options_from(option or ())
    chosen = reader_named(reader)
    for item in read_paths(files, published=day_from(published), max_mb=max_mb, options=options):
        if not isinstance(item, Taken):
            failures.append(item)
            continue
        failures.extend(item.warnings)
        try:
            reading, failed = read_report(item.report, reader=chosen)
        except LeftUnreadError as left:
            failures.append(put_off(item.report, left))
            if isinstance(left, ReadingStoppedError):
                break
            continue
        if failed is not None:
            failures.append(failed)
        for row in _rows(item.report, reading, layer):
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    wrong = print_failures(failures)
    print_account(chosen)
    raise typer.Exit(1 if wrong else 0)


def _rows(report: Report, reading: Reading, layer: Layer) -> Iterator[Row]:
    match layer:
        case Layer.MENTIONS:
            yield from (mention_row(m, path=report.path, incident_id=None) for m in reading.mentions)
        case Layer.DATES:
            yield from map(date_row, reading.dates)
        case Layer.PLACES:
            yield from map(place_row, reading.places)
        case Layer.ACTORS:
            yield from map(actor_row, reading.actors)
        case Layer.INVOLVEMENT:
            involved = read_involvement(reading.mentions, reading.actors, knowledge=load_knowledge())
            yield from (one.model_dump(mode="json") for one in involved)

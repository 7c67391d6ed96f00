"""``tallystick run``: reports in, everything out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tallystick.cli.deciding import tell_lost
from tallystick.cli.ingest import take_and_read, told_aside
from tallystick.cli.options import (
    FetchFromOption,
    FormatOptionsOption,
    InputsArgument,
    KnowledgeOption,
    LedgerOption,
    LlmBudgetOption,
    LlmLanguagesOption,
    LlmModelOption,
    LlmUrlOption,
    MaxMbOption,
    PublishedOption,
    ReaderOption,
    TriageOption,
    answers_beside,
    day_from,
)
from tallystick.cli.terminal import errors, print_account, print_failures
from tallystick.ledger import open_ledger
from tallystick.pipeline import derive, reader_named
from tallystick.publishing.whole import make_folder
from tallystick.reading.named import DEFAULT
from tallystick.sources.options import options_from
from tallystick.writing import write_everything


def run(
    inputs: InputsArgument,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write to; made if need be.")],
    ledger: LedgerOption = "ledger.db",
    published: PublishedOption = None,
    max_mb: MaxMbOption = 25,
    reader: ReaderOption = DEFAULT,
    llm_url: LlmUrlOption = None,
    llm_model: LlmModelOption = None,
    llm_languages: LlmLanguagesOption = None,
    llm_budget: LlmBudgetOption = None,
    triage: TriageOption = True,
    option: FormatOptionsOption = None,
    fetch_from: FetchFromOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Take reports in, and write out everything they tell.

    The folder then holds JSON lines, incidents.csv, incidents.geojson and brief.html; the ledger keeps it all.
    """
    day = day_from(published)
    options = options_from(option or ())
    chosen = reader_named(reader, answers=answers_beside(ledger))
    make_folder(out)
    with open_ledger(ledger) as opened:
        failures = take_and_read(
            opened,
            inputs,
            reader=chosen,
            triage=triage,
            published=day,
            max_mb=max_mb,
            options=options,
            fetch_from=fetch_from,
        )
        record = derive(opened)
        tell_lost(opened)
    failed = print_failures(failures)
    print_account(chosen)
    write_everything(record, out)
    incidents = sum(not i.background for i in record.incidents)
    aside = sum(r.set_aside for r in record.reports)
    errors.print(
        f"{len(record.reports)} reports{told_aside(aside)}, {len(record.incidents)} incidents "
        f"({incidents} of them news, {len(record.incidents) - incidents} background), "
        f"{len(record.tallies)} tallies, {len(record.claims)} claims; {failed} inputs with something wrong. "
        f"Brief: {out / 'brief.html'}",
        markup=False,
    )
    raise typer.Exit(1 if failed else 0)

"""``tallystick ingest``: reports into a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from tallystick.cli.deciding import tell_lost
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
    fetcher_from,
)
from tallystick.cli.terminal import errors, print_account, print_failures, progress_bar
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.report import Failure
from tallystick.pipeline import bring_up_to_date, read_unread, reader_named, take_in
from tallystick.reading.named import DEFAULT
from tallystick.reading.reader import Reader
from tallystick.reading.triage import TRIAGE
from tallystick.sources.fetching.address import is_address
from tallystick.sources.options import Options, options_from
from tallystick.visiting import take_in_addresses


def ingest(
    inputs: InputsArgument,
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
    """Take reports into a ledger and read them. Doing it twice changes nothing.

    What cannot be read or fetched is told in one line and skipped; the exit code is then 1.
    """
    day = day_from(published)
    options = options_from(option or ())
    chosen = reader_named(reader, answers=answers_beside(ledger))
    with open_ledger(ledger) as opened:
        with opened.standing() as standing:
            before = standing.count_reports()
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
        bring_up_to_date(opened)
        tell_lost(opened)
        with opened.standing() as standing:
            reports, incidents = standing.count_reports(), standing.count_incidents()
        aside = len(opened.read_by(TRIAGE))
    failed = print_failures(failures)
    print_account(chosen)
    errors.print(
        f"{reports - before} new reports, {reports} on file{told_aside(aside)}, "
        f"{incidents} incidents; {failed} inputs with something wrong.",
        markup=False,
    )
    raise typer.Exit(1 if failed else 0)


def told_aside(aside: int) -> str:
    """How many reports were set aside, and why, in words to follow their number; empty if none was."""
    return f" ({aside} of them set aside unread: no words of armed violence; --no-triage reads them)" if aside else ""


def take_and_read(
    ledger: Ledger,
    inputs: Sequence[str],
    *,
    reader: Reader,
    triage: bool,
    published: date | None,
    max_mb: int,
    options: Options,
    fetch_from: Sequence[str] | None,
) -> tuple[Failure, ...]:
    """Takes files and addresses in and reads what is unread, with a bar; gives back all that went wrong."""
    paths = [Path(given) for given in inputs if not is_address(given)]
    addresses = [given for given in inputs if is_address(given)]
    failed = take_in(ledger, paths, published=published, max_mb=max_mb, options=options).failures
    if addresses:
        with progress_bar("fetching") as step:
            fetched = take_in_addresses(
                ledger,
                addresses,
                fetcher=fetcher_from(fetch_from, max_mb=max_mb),
                published=published,
                on_found=lambda _, done, total: step(done, total),
            )
        failed = (*failed, *fetched.failures)
    with progress_bar("reading") as step:
        unread = read_unread(ledger, reader=reader, triage=triage, on_step=step)
    if unread:
        ledger.save_failures((*failed, *unread))
    return (*failed, *unread)

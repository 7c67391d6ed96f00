"""``tallystick ingest``: reports into a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tallystick.cli.deciding import tell_lost
from tallystick.cli.options import (
    KnowledgeOption,
    LedgerOption,
    MaxMbOption,
    PublishedOption,
    ReaderOption,
    TriageOption,
    day_from,
)
from tallystick.cli.terminal import errors, print_failures, progress_bar
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.record import Record
from tallystick.model.report import Failure
from tallystick.pipeline import derive, read_unread, reader_named, take_in
from tallystick.reading.named import DEFAULT
from tallystick.reading.reader import Reader


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders of reports.")],
    ledger: LedgerOption = "ledger.db",
    published: PublishedOption = None,
    max_mb: MaxMbOption = 25,
    reader: ReaderOption = DEFAULT,
    triage: TriageOption = True,
    knowledge: KnowledgeOption = None,  # noqa: ARG001
) -> None:
    """Take reports into a ledger, read them and bring the ledger up to date. Doing it twice changes nothing."""
    day = day_from(published)
    with open_ledger(ledger) as opened:
        before = len(opened.reports())
        failures = take_and_read(
            opened, paths, reader=reader_named(reader), triage=triage, published=day, max_mb=max_mb
        )
        record = derive(opened)
        tell_lost(opened, record)
    failed = print_failures(failures)
    errors.print(
        f"{len(record.reports) - before} new reports, {len(record.reports)} on file{told_aside(record)}, "
        f"{len(record.incidents)} incidents; {failed} inputs with something wrong.",
        markup=False,
    )
    raise typer.Exit(1 if failed else 0)


def told_aside(record: Record) -> str:
    """How many reports were set aside, and why, in words to follow their number; empty if none was."""
    aside = sum(r.set_aside for r in record.reports)
    return f" ({aside} of them set aside unread: no words of armed violence; --no-triage reads them)" if aside else ""


def take_and_read(
    ledger: Ledger, paths: Sequence[Path], *, reader: Reader, triage: bool, published: date | None, max_mb: int
) -> tuple[Failure, ...]:
    """Takes files in and reads what is unread, with a bar; gives back all that went wrong."""
    taking = take_in(ledger, paths, published=published, max_mb=max_mb)
    with progress_bar("reading") as step:
        unread = read_unread(ledger, reader=reader, triage=triage, on_step=step)
    if unread:
        ledger.save_failures((*taking.failures, *unread))
    return (*taking.failures, *unread)

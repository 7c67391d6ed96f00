"""``tallystick actors``: who is named in the reports, and which names nobody known bears."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.cli.options import Format, FormatOption, KnowledgeOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.ledger import open_ledger
from tallystick.pipeline import read_record
from tallystick.publishing import rows


def actors(
    ledger: LedgerOption = "ledger.db",
    form: FormatOption = Format.TABLE,
    unknown: Annotated[
        bool,
        typer.Option(
            "--unknown",
            help="Only names that nobody known bears: in how many reports, in what words, and who is called alike.",
        ),
    ] = False,
    knowledge: KnowledgeOption = None,
) -> None:
    """List the actors that reports name."""
    with open_ledger(ledger, create=False) as opened:
        record = read_record(opened)
    if not unknown:
        found = [rows.actor_row(actor) for actor in record.actors]
        print_rows(found, ("id", "name", "type", "known", "aliases"), form=form, title="actors")
        return
    candidates = [rows.candidate_row(actor) for actor in record.actors if actor.candidate is not None]
    candidates.sort(key=lambda row: (-row["reports"], row["id"]))
    print_rows(
        candidates,
        ("name", "reports", "described", "may_be", "contexts"),
        form=form,
        title="names that nobody known bears",
    )

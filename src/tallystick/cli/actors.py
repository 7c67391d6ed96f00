"""``tallystick actors``: who is named in the reports, and which names nobody known bears."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.cli.options import Format, FormatOption, KnowledgeOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.ledger import open_ledger
from tallystick.model.change_words import decision_in_words
from tallystick.model.names import name_of, verdicts_on_names
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
        verdicts = verdicts_on_names(opened.active_decisions())
    if not unknown:
        found = [rows.actor_row(actor) for actor in record.actors]
        print_rows(found, ("id", "name", "type", "known", "aliases"), form=form, title="actors")
        return
    candidates = [
        {**rows.candidate_row(actor), "decided": decision_in_words(verdict) if verdict else None}
        for actor in record.actors
        if actor.candidate is not None
        for verdict in [verdicts.get(name_of(actor.id))]
    ]
    candidates.sort(key=lambda row: (-row["reports"], row["id"]))
    print_rows(
        candidates,
        ("id", "name", "reports", "described", "may_be", "decided", "contexts"),
        form=form,
        title="names that nobody known bears",
    )

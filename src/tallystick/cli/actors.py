"""``tallystick actors``: who is named in the reports, and which names nobody known bears."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.attribution.unknown_names import unknown_names
from tallystick.cli.options import Format, FormatOption, KnowledgeOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.ledger import open_ledger
from tallystick.pipeline import default_knowledge, read_record
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
    candidates = [
        {
            **one.model_dump(mode="json"),
            "words": [quote.exact for quote in one.contexts],
            "alike": [actor.name for actor in one.may_be],
        }
        for one in unknown_names(record.mentions, knowledge=default_knowledge())
    ]
    print_rows(candidates, ("name", "reports", "alike", "words"), form=form, title="unknown names")

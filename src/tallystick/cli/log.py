"""``tallystick log``: the history of one incident, claim, tally or report."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.cli.options import Format, FormatOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.histories import history_of
from tallystick.ledger import open_ledger


def log(
    id_: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of an incident, old ones too, or of a claim, a tally or a report."),
    ],
    ledger: LedgerOption = "ledger.db",
    form: FormatOption = Format.TABLE,
) -> None:
    """Tell the history of an incident, claim, tally or report.

    What changed, when and why. Of an incident it tells what was decided on it too, and takes in every incident that was
    merged with it.
    """
    with open_ledger(ledger, create=False) as opened:
        told = history_of(opened, id_)
    print_rows(told, ("at", "subject", "id", "what", "summary", "why"), form=form, title="entries")

"""``tallystick diff``: what changed in a ledger between two moments."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.cli.moments import moment_from
from tallystick.cli.options import Format, FormatOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.histories import change_rows
from tallystick.ledger import open_ledger
from tallystick.ledger.net import net_changes
from tallystick.model.change import Subject
from tallystick.pipeline import settle_tallies

MOMENT = "a day, a time (UTC), or the number of a derivation"


def diff(
    ledger: LedgerOption = "ledger.db",
    since: Annotated[
        str | None, typer.Option("--since", metavar="MOMENT", help=f"Changes after this moment: {MOMENT}.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="MOMENT", help=f"Changes up to this moment: {MOMENT}.")
    ] = None,
    of: Annotated[list[Subject] | None, typer.Option("--of", help="Only changes of these; may be repeated.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Tell what changed between two moments, and why.

    Incidents, claims, tallies and reports that were added, changed, merged, withdrawn or revived, one line each. As
    JSON it is a feed of corrections.
    """
    with open_ledger(ledger, create=False) as opened:
        settle_tallies(opened)
        history = opened.changes(after=moment_from(since), until=moment_from(until, end_of_day=True))
        changes = net_changes(made for made in history if not of or made.change.subject in of)
        rows = change_rows(opened, changes, {entry.id: entry for entry in opened.journal()})
    print_rows(rows, ("what", "subject", "id", "points_to", "summary", "why", "at", "derivation"), form=form,
               title="changes")  # fmt: skip

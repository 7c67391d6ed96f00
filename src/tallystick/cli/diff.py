"""``tallystick diff``: what changed in a ledger between two moments."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.cli.moments import moment_from
from tallystick.cli.options import Format, FormatOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.ledger import open_ledger
from tallystick.ledger.net import net_changes
from tallystick.publishing.change_rows import change_row

MOMENT = "A day, a time (UTC), or the number of a derivation"


def diff(
    ledger: LedgerOption = "ledger.db",
    since: Annotated[
        str | None, typer.Option("--since", metavar="MOMENT", help=f"{MOMENT} after which changes count.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="MOMENT", help=f"{MOMENT} up to which changes count.")
    ] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Tell what changed between two moments, and why: incidents added, changed, merged, withdrawn and revived, one line
    each. As JSON it is a feed of corrections.
    """
    with open_ledger(ledger, create=False) as opened:
        history = opened.changes(after=moment_from(since), until=moment_from(until, end_of_day=True))
        journal = {entry.id: entry for entry in opened.journal()}
        names = {r.id: r.path or r.url or r.id[:12] for r in opened.reports()}
    rows = [change_row(made, journal=journal, names=names) for made in net_changes(history)]
    print_rows(rows, ("what", "incident_id", "points_to", "summary", "why", "at", "derivation"), form=form,
               title="changes")  # fmt: skip

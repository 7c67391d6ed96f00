"""``tallystick log``: the history of one incident."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.cli.options import Format, FormatOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.ledger import open_ledger
from tallystick.model.decision import meant
from tallystick.publishing.change_rows import change_row, decision_row
from tallystick.resolution.standing import standing_of


def log(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an incident, old ones too.")],
    ledger: LedgerOption = "ledger.db",
    form: FormatOption = Format.TABLE,
) -> None:
    """Tell the history of an incident: what was decided on it, what changed, when and why. It takes in every incident
    that was merged with it.
    """
    with open_ledger(ledger, create=False) as opened:
        last = opened.last_id(id_)
        ids = {last, *opened.ids_pointing_to(last)}
        changes = opened.changes(incident_ids=ids)
        entries, record = opened.journal(), opened.record()
    standing = standing_of(entries, record.incidents, record.mentions)
    names = {r.id: r.path or r.url or r.id[:12] for r in record.reports}
    journal = {entry.id: entry for entry in entries}
    behind = {meant(journal[number], journal).id for made in changes for number in made.change.decisions}
    concerned = behind | {d.id for d in entries if d.incident_id in ids or standing[d.id].incident_id in ids}
    told = [(made.derivation.at, change_row(made, journal=journal, names=names)) for made in changes]
    for entry in entries:
        if (about := meant(entry, journal)).id in concerned:
            row = decision_row(entry, incident_id=about.incident_id, state=str(standing[entry.id]))
            told.append((entry.at, row))
    rows = [row for _, row in sorted(told, key=lambda each: each[0])]
    print_rows(rows, ("at", "incident_id", "what", "summary", "why"), form=form, title="entries")

"""``tallystick log``: the history of one incident, claim, tally or report."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.cli.history import change_rows
from tallystick.cli.options import Format, FormatOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.derivation.judged import how_decisions_stand
from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.decision import meant
from tallystick.pipeline import settle_tallies
from tallystick.publishing.change_rows import decision_row
from tallystick.publishing.rows import Row


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
        told = _of_incident(opened, id_) if id_.startswith("inc-") else _of_another(opened, id_)
    print_rows(told, ("at", "subject", "id", "what", "summary", "why"), form=form, title="entries")


def _of_incident(opened: Ledger, id_: str) -> list[Row]:
    last = opened.last_id(id_)
    ids = {last, *opened.ids_pointing_to(last)}
    changes = opened.changes(ids=ids)
    entries = opened.journal()
    standing = how_decisions_stand(opened)
    journal = {entry.id: entry for entry in entries}
    behind = {meant(journal[number], journal).id for made in changes for number in made.change.decisions}
    concerned = behind | {d.id for d in entries if d.incident_id in ids or standing[d.id].incident_id in ids}
    rows = change_rows(opened, changes, journal)
    told = [(made.derivation.at, row) for made, row in zip(changes, rows, strict=True)]
    for entry in entries:
        if (about := meant(entry, journal)).id in concerned:
            row = decision_row(entry, incident_id=about.incident_id, state=str(standing[entry.id]))
            told.append((entry.at, row))
    return [row for _, row in sorted(told, key=lambda each: each[0])]


def _of_another(opened: Ledger, id_: str) -> list[Row]:
    settle_tallies(opened)
    changes = opened.changes(ids={id_})
    if not (changes or opened.has_report(id_) or opened.mentions_of([id_])):
        raise TallystickError(Code.E329, id=id_)
    return change_rows(opened, changes, {entry.id: entry for entry in opened.journal()})

"""What became of an incident, claim, tally or report, as rows, in the words of the decisions and reports behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tallystick.derivation.judged import how_decisions_stand
from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.model.change import Change, DatedChange
from tallystick.model.decision import Decision, meant
from tallystick.pipeline import settle_tallies
from tallystick.publishing.change_rows import change_row, decision_row
from tallystick.publishing.rows import Row


def history_of(ledger: Ledger, id_: str) -> list[Row]:
    """What changed of it, when and why, oldest first. Of an incident also what was decided on it, and the history of
    every incident that was merged with it.

    Raises:
        TallystickError: E302 or E329 if the ledger never had anything of that id.

    """
    return _of_incident(ledger, id_) if id_.startswith("inc-") else _of_another(ledger, id_)


def change_rows(ledger: Ledger, changes: Iterable[DatedChange], journal: Mapping[int, Decision]) -> list[Row]:
    """A row for each change, in the order given. Only the reports that are named are read, without their texts."""
    changes = list(changes)
    with ledger.standing() as standing:
        heads = standing.heads({i for made in changes for i in _reports_named(made.change)})
    names = {r.id: r.path or r.url or r.id[:12] for r in heads}
    return [change_row(made, journal=journal, names=names) for made in changes]


def _reports_named(change: Change) -> set[str]:
    copied = [field for field in change.fields if field.field == "syndicated_from"]
    values = [value for field in copied for value in (field.before, field.after)]
    return {*change.reports, *(value for value in values if isinstance(value, str))}


def _of_incident(ledger: Ledger, id_: str) -> list[Row]:
    last = ledger.last_id(id_)
    ids = {last, *ledger.ids_pointing_to(last)}
    changes = ledger.changes(ids=ids)
    entries = ledger.journal()
    journal = {entry.id: entry for entry in entries}
    behind = {meant(journal[number], journal).id for made in changes for number in made.change.decisions}
    named = behind | {d.id for d in entries if d.incident_id in ids}
    standing = how_decisions_stand(ledger, near=_reports_telling(ledger, ids, [journal[number] for number in named]))
    concerned = named | {number for number, stands in standing.items() if stands.incident_id in ids}
    rows = change_rows(ledger, changes, journal)
    told = [(made.derivation.at, row) for made, row in zip(changes, rows, strict=True)]
    for entry in entries:
        if (about := meant(entry, journal)).id in concerned:
            row = decision_row(entry, incident_id=about.incident_id, state=str(standing[entry.id]))
            told.append((entry.at, row))
    return [row for _, row in sorted(told, key=lambda each: each[0])]


def _reports_telling(ledger: Ledger, ids: Collection[str], named: Iterable[Decision]) -> set[str] | None:
    """The reports that tell those incidents, and those of whose words the decisions are; null where no derivation has
    filed yet which tell what.
    """
    with ledger.standing() as standing:
        if standing.inputs() is None:
            return None
        told = {row.report_id for row in standing.placed_as(ids)}
    return told | {quote.report_id for d in named for quote in (*d.anchors, *d.other_anchors)}


def _of_another(ledger: Ledger, id_: str) -> list[Row]:
    settle_tallies(ledger)
    changes = ledger.changes(ids={id_})
    if not (changes or ledger.has_report(id_) or ledger.mentions_of([id_])):
        raise TallystickError(Code.E329, id=id_)
    return change_rows(ledger, changes, {entry.id: entry for entry in ledger.journal()})

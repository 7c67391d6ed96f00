"""What ``log`` and ``diff`` share: changes as rows, in the words of the decisions and reports behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tallystick.ledger import Ledger
from tallystick.model.change import Change, DatedChange
from tallystick.model.decision import Decision
from tallystick.publishing.change_rows import change_row
from tallystick.publishing.rows import Row


def change_rows(opened: Ledger, changes: Iterable[DatedChange], journal: Mapping[int, Decision]) -> list[Row]:
    """A row for each change, in the order given. Only the reports that are named are read, without their texts."""
    changes = list(changes)
    with opened.standing() as standing:
        heads = standing.heads({i for made in changes for i in _reports_named(made.change)})
    names = {r.id: r.path or r.url or r.id[:12] for r in heads}
    return [change_row(made, journal=journal, names=names) for made in changes]


def _reports_named(change: Change) -> set[str]:
    copied = [field for field in change.fields if field.field == "syndicated_from"]
    values = [value for field in copied for value in (field.before, field.after)]
    return {*change.reports, *(value for value in values if isinstance(value, str))}

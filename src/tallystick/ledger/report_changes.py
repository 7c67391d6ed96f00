"""What became of reports: taken in, read by another reader, said to be something else, held for copies of others."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pydantic import JsonValue
from sqlalchemy import Connection, select

from tallystick.ledger import dirt, families, readings, schema
from tallystick.ledger.causes import News
from tallystick.ledger.compare import changes_of
from tallystick.ledger.index import chunks_of
from tallystick.model.change import Change, Subject
from tallystick.model.report import Report

# What is said of a report, beside whose copy it is and who read it.
_SAID = ("path", "url", "publisher", "title", "published_on", "language")


def changed_reports(connection: Connection, news: News, recast: Iterable[Report], *, up_to: int) -> list[Change]:
    """What became of the reports that are new, of those read or restated up to that change, and of those ``recast``,
    which now have other words than before. To be asked before it is filed whose copies these are.
    """
    copied = {report.id: report.syndicated_from for report in recast}
    original = families.originals(connection, copied)
    moved = {i for i, now in copied.items() if now != original.get(i)}
    before = dirt.before(connection, up_to)
    on_file = _said_of(connection, {*news.reports, *before, *moved})
    now = {i: {**said, "syndicated_from": copied.get(i)} for i, said in on_file.items()}
    old = {
        i: {**said, "syndicated_from": original.get(i), **{k: v for k, v in before.get(i, {}).items() if k in said}}
        for i, said in on_file.items()
        if i not in news.reports
    }
    return [_explain(change, news) for change in changes_of(Subject.REPORT, old, now)]


def _explain(change: Change, news: News) -> Change:
    """The change with its reasons: the report itself where it is new, who read it anew, the new one it is a copy of."""
    named = {change.id, *(field.after for field in change.fields if field.field == "syndicated_from")}
    reader = news.readers.get(change.id)
    is_read = any(field.field in ("read_by", "mentions") for field in change.fields)
    return change.model_copy(
        update={
            "reports": tuple(sorted(i for i in news.reports if i in named)),
            "readers": (reader,) if reader is not None and is_read else (),
        }
    )


def _said_of(connection: Connection, report_ids: Collection[str]) -> dict[str, dict[str, JsonValue]]:
    columns = [schema.report.c[name] for name in _SAID]
    rows = (
        row
        for chunk in chunks_of(report_ids)
        for row in connection.execute(select(schema.report.c.id, *columns).where(schema.report.c.id.in_(chunk)))
    )
    read = readings.said(connection, report_ids)
    return {row.id: {**{k: _plain(row._mapping[k]) for k in _SAID}, **read[row.id]} for row in rows}


def _plain(value: object) -> JsonValue:
    return None if value is None else str(value)

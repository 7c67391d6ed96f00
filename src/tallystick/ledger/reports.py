"""The reports as they came in, and the archive of their bytes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from tallystick.ledger import custody, dirt, originals, readings, schema, search
from tallystick.ledger.archive import Archive
from tallystick.ledger.database import insert_new
from tallystick.ledger.index import chunks_of
from tallystick.ledger.provenance import FIELDS, fields_of, merged, source_id
from tallystick.model.custody import CustodyEntry
from tallystick.model.origin import Origin
from tallystick.model.report import Report

# One transaction takes in at most so many reports or bytes: a kill loses no more than this.
CHUNK_REPORTS = 200
CHUNK_BYTES = 16_000_000

# What a reader goes by beside the text, above all the day that "yesterday" counts from.
_READ = ("title", "publisher", "published_on", "published_basis", "language", "body_start")

# What was derived of whose words it has.
_SYNDICATION = ("syndicated_from", "copied", "credited_to")


Incoming = tuple[Report, bytes] | tuple[Report, bytes, Origin | None]
"""A report, the bytes that it was read from, and how they came to be here if that is known."""


def in_chunks(taken: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    """The same in lists small enough for one transaction each."""
    chunk: list[Incoming] = []
    size = 0
    for incoming in taken:
        chunk.append(incoming)
        size += len(incoming[1])
        if len(chunk) >= CHUNK_REPORTS or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def add(connection: Connection, taken: Sequence[Incoming], *, archive: Archive | None) -> list[str]:
    """Takes in reports; those already there only gain a source. Gives the ids that are new, in the order given.

    Each new source is an entry in the chain of custody. Raises TallystickError as ``originals.keep``.
    """
    batch = open_batch(connection)
    shas = originals.keep(connection, archive, [incoming[1] for incoming in taken])
    now = datetime.now(UTC).isoformat(timespec="seconds")
    texts = {incoming[0].id: incoming[0].text for incoming in taken}
    origins: dict[str, Origin | None] = {}
    said: dict[str, dict[str, Mapping[str, Any]]] = {report_id: {} for report_id in texts}
    for (report, _, *rest), sha in zip(taken, shas, strict=True):
        fields = fields_of(report)
        row_id = source_id(report.id, sha, fields)
        origins.setdefault(row_id, rest[0] if rest else None)
        said[report.id][row_id] = {
            "id": row_id,
            "report_id": report.id,
            "raw_sha256": sha,
            "batch": batch,
            "taken_at": now,
            **fields,
        }
    sources = [source for of_report in said.values() for source in of_report.values()]
    earlier = select(schema.report_source).where(schema.report_source.c.report_id.in_(texts))
    for source in connection.execute(earlier).mappings():
        said[source["report_id"]][source["id"]] = dict(source)
        origins.pop(source["id"], None)
    there = select(schema.report).where(schema.report.c.id.in_(texts))
    known = {row["id"]: row for row in connection.execute(there).mappings()}
    for report_id, of_report in said.items():
        fields, row = merged(of_report.values()), known.get(report_id)
        if row is None:
            connection.execute(
                insert(schema.report).values({"id": report_id, "batch": batch, "text": texts[report_id], **fields})
            )
            dirt.mark(connection, report_id, before={})
        elif before := {field: row[field] for field, value in fields.items() if row[field] != value}:
            _restate(connection, report_id, fields, before=before)
        else:
            continue
        search.index(connection, report_id, title=fields["title"], text=texts[report_id])
    insert_new(connection, schema.report_source, sources)
    new = {source["id"]: source for source in sources if source["id"] in origins}
    custody.append(connection, [_entry(source, origins[row_id]) for row_id, source in new.items()])
    return [report_id for report_id in texts if report_id not in known]


def _restate(
    connection: Connection, report_id: str, fields: Mapping[str, Any], *, before: Mapping[str, object]
) -> None:
    """Changes what a report is said to be. It is to be read again if that is another report to a reader."""
    connection.execute(update(schema.report).where(schema.report.c.id == report_id).values(fields))
    if any(field in before for field in _READ):
        before = {**before, **readings.said(connection, [report_id])[report_id]}
        connection.execute(delete(schema.reading).where(schema.reading.c.report_id == report_id))
    dirt.mark(connection, report_id, before=before)


def _entry(source: Mapping[str, Any], origin: Origin | None) -> CustodyEntry:
    told = {name: source[name] for name in ("report_id", "raw_sha256", "taken_at", "path", "url")}
    return CustodyEntry(source_id=source["id"], by=custody.login_name(), origin=origin, **told)


def raw_bytes(connection: Connection, report_id: str, *, archive: Archive | None) -> bytes:
    """The bytes that the report was read from. Raises KeyError for an unknown id, TallystickError as ``originals``."""
    sha = connection.scalar(select(schema.report.c.raw_sha256).where(schema.report.c.id == report_id))
    if sha is None:
        raise KeyError(report_id)
    return originals.raw_bytes(connection, archive, sha)


def syndication_row(report: Report) -> dict[str, str] | None:
    """Whose words a report has, as JSON in a column that once held the id of the original alone; null if its own."""
    said = report.model_dump(mode="json", include=set(_SYNDICATION), exclude_none=True)
    return {"report_id": report.id, "syndicated_from": json.dumps(said, ensure_ascii=True)} if said else None


def _report_from(row: RowMapping) -> Report:
    fields = dict(row)
    said = fields.pop("syndicated_from")
    return Report.model_validate({**fields, **(_syndication_in(said) if said is not None else {})})


def original_in(said: str) -> str | None:
    """The original that this column names; null if the report only credits another."""
    original: str | None = _syndication_in(said).get("syndicated_from")
    return original


def _syndication_in(said: str) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(said) if said.startswith("{") else {"syndicated_from": said}
    return fields


def all_reports(connection: Connection) -> tuple[Report, ...]:
    """All reports, sorted by id."""
    return tuple(
        sorted(
            (_report_from(row) for row in connection.execute(_SELECT).mappings()),
            key=lambda report: report.id,
        )
    )


def reports_of(connection: Connection, report_ids: Collection[str]) -> tuple[Report, ...]:
    """Those reports, sorted by id."""
    rows = (
        row
        for chunk in chunks_of(report_ids)
        for row in connection.execute(_SELECT.where(schema.report.c.id.in_(chunk))).mappings()
    )
    return tuple(sorted((_report_from(row) for row in rows), key=lambda report: report.id))


def report_of(connection: Connection, report_id: str) -> Report:
    """The report of that id. Raises KeyError for an unknown id."""
    row = connection.execute(_SELECT.where(schema.report.c.id == report_id)).mappings().first()
    if row is None:
        raise KeyError(report_id)
    return _report_from(row)


def is_there(connection: Connection, report_id: str) -> bool:
    """True if there is a report of that id."""
    return connection.scalar(select(schema.report.c.number).where(schema.report.c.id == report_id)) is not None


def batches(connection: Connection) -> dict[str, int]:
    """The batch in which each report came in."""
    return {row.id: row.batch for row in connection.execute(select(schema.report.c.id, schema.report.c.batch))}


def open_batch(connection: Connection) -> int:
    """The batch that reports come into now: the one after the last that was derived from."""
    return (connection.scalar(select(func.max(schema.closed_batch.c.batch))) or 0) + 1


def close_batch(connection: Connection, derived_from: Iterable[str]) -> None:
    """Closes the open batch if any of its reports was derived from; its other reports move on to the next."""
    batch = open_batch(connection)
    table = schema.report
    arrived = set(connection.scalars(select(table.c.id).where(table.c.batch == batch)))
    late = arrived.difference(derived_from)
    if arrived == late:
        return
    connection.execute(insert(schema.closed_batch).values(batch=batch))
    for report_id in sorted(late):
        connection.execute(update(table).where(table.c.id == report_id).values(batch=batch + 1))


_SELECT = select(
    schema.report.c.id,
    schema.report.c.text,
    *(schema.report.c[field] for field in FIELDS),
    schema.syndication.c.syndicated_from,
).outerjoin(schema.syndication)

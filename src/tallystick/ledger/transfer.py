"""All rows of one ledger put into another, of whichever kind of database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text, update

from tallystick.ledger import originals, schema, search
from tallystick.ledger.archive import Archive, is_gzip

_BIT_BY_BIT = {"yield_per": 500}


def is_empty(connection: Connection) -> bool:
    """True if there is neither a report nor a decision."""
    return not any(connection.scalar(select(select(table).exists())) for table in (schema.report, schema.decision))


def fill(
    target: Connection, source: Connection, *, to_archive: Archive | None = None, from_archive: Archive | None = None
) -> None:
    """Puts all that the source holds in place of what the target holds, in the transaction at hand.

    Both are of the newest schema. What is only ever added to is put back too: the one case in which it may be.
    Original bytes come from the one folder and go to the other; where there is none, they are in the table. Raises
    TallystickError as ``originals`` and ``Archive.keep`` do.
    """
    with _guards_lifted(target):
        target.execute(text("DELETE FROM report_search"))
        for table in reversed(schema.METADATA.sorted_tables):
            target.execute(delete(table))
        for table in schema.METADATA.sorted_tables:
            for rows in source.execute(select(table), execution_options=_BIT_BY_BIT).mappings().partitions():
                put = [dict(row) for row in rows]
                if table is schema.archive:
                    put = _moved(put, to_archive, from_archive)
                target.execute(insert(table), put)
        reports = select(schema.report.c.id, schema.report.c.title, schema.report.c.text)
        for report in source.execute(reports, execution_options=_BIT_BY_BIT):
            search.index(target, report.id, title=report.title, text=report.text)
    if target.dialect.name != "sqlite":
        _count_on(target)


def take_into_table(target: Connection, archive: Archive | None) -> None:
    """Puts the original bytes that lie in a folder into the table. Raises TallystickError E337 if some are missing."""
    table = schema.archive
    with _guards_lifted(target):
        for sha in target.scalars(select(table.c.sha256).where(table.c.zlib == b"")).all():
            packed = originals.packed_bytes(archive, sha, b"")
            target.execute(update(table).where(table.c.sha256 == sha).values(zlib=packed))


def _moved(
    rows: list[dict[str, Any]], to_archive: Archive | None, from_archive: Archive | None
) -> list[dict[str, Any]]:
    packed = {row["sha256"]: originals.packed_bytes(from_archive, row["sha256"], row["zlib"]) for row in rows}
    # What came before there was a folder is no gzip, and stays in the table.
    beside = {sha: data for sha, data in packed.items() if to_archive is not None and is_gzip(data)}
    if to_archive is not None:
        to_archive.keep(beside)
    return [{**row, "zlib": b"" if row["sha256"] in beside else packed[row["sha256"]]} for row in rows]


@contextmanager
def _guards_lifted(connection: Connection) -> Iterator[None]:
    """The triggers that keep history as it is are off in between. If that fails, the transaction brings them back."""
    if connection.dialect.name == "sqlite":
        triggers = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
        for trigger in triggers:
            connection.execute(text(f'DROP TRIGGER "{trigger.name}"'))
        yield
        for trigger in triggers:
            connection.exec_driver_sql(trigger.sql)
    else:
        for table in schema.METADATA.sorted_tables:
            connection.execute(text(f'ALTER TABLE "{table.name}" DISABLE TRIGGER USER'))
        yield
        for table in schema.METADATA.sorted_tables:
            connection.execute(text(f'ALTER TABLE "{table.name}" ENABLE TRIGGER USER'))


def _count_on(connection: Connection) -> None:
    """Sets the counters of PostgreSQL to go on after the highest number in use."""
    for table in schema.METADATA.sorted_tables:
        for column in table.columns:
            if column.autoincrement is True:
                sequence = func.pg_get_serial_sequence(table.name, column.name)
                highest = select(func.coalesce(func.max(column), 0)).scalar_subquery()
                connection.execute(select(func.setval(sequence, highest + 1, False)))

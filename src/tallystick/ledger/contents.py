"""What a ledger holds, in numbers that can be compared: so many rows a table, and a digest of them."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, MetaData, inspect, select

from tallystick.ledger import schema
from tallystick.ledger.account_schema import ACCOUNTS
from tallystick.ledger.archive import Archive
from tallystick.ledger.originals import packed_bytes
from tallystick.model.base import Noun

# Left out: the search index, which is made from the reports and differs between databases.
_SEARCH = "report_search"


class Contents(Noun):
    """The number of rows of a table, and the sum of their SHA-256, in which their order does not count."""

    rows: int
    digest: str


def contents(
    connection: Connection, *, without: str | None = None, archive: Archive | None = None
) -> dict[str, Contents]:
    """What each table of the record holds, but for the one that is left out.

    Original bytes that lie in a folder count as if they were in their table; TallystickError E337 if they are missing.
    The tables are those that are there, of whatever schema. Equal ledgers in SQLite and PostgreSQL give equal contents.
    """
    left_out = {*ACCOUNTS.tables, without}
    names = [n for n in inspect(connection).get_table_names() if not n.startswith(_SEARCH) and n not in left_out]
    found = MetaData()
    found.reflect(connection, only=names)
    told: dict[str, Contents] = {}
    for table in found.sorted_tables:
        columns = sorted(table.columns, key=lambda column: column.name)
        rows, total = 0, 0
        for row in connection.execute(select(*columns), execution_options={"yield_per": 500}):
            values = tuple(row)
            if table.name == schema.archive.name and not row.zlib:
                packed = packed_bytes(archive, row.sha256, row.zlib)
                values = tuple(packed if column.name == "zlib" else row._mapping[column] for column in columns)
            rows += 1
            total += int.from_bytes(hashlib.sha256(repr(values).encode()).digest())
        told[table.name] = Contents(rows=rows, digest=f"{total % 2**256:064x}")
    return told

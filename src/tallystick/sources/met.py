"""Which texts were met in one taking in, and where first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from types import TracebackType
from typing import Self


class Met:
    """Remembers texts by their id in a private file of SQLite's, so that millions of them do not fill the memory."""

    def __init__(self) -> None:
        # An empty name is a file that SQLite makes, writes to once its cache is full, and deletes.
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("CREATE TABLE met (id BLOB PRIMARY KEY, place BLOB NOT NULL) WITHOUT ROWID")
        self._database.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def first_place(self, report_id: str, place: str) -> str:
        """Where the text of that id, a SHA-256 in hexadecimal, was met first: in the place given if never before."""
        key, written = bytes.fromhex(report_id), place.encode(errors="surrogatepass")
        with closing(self._database.execute("INSERT OR IGNORE INTO met VALUES (?, ?)", (key, written))) as added:
            if added.rowcount:
                return place
        (found,) = self._database.execute("SELECT place FROM met WHERE id = ?", (key,)).fetchone()
        return str(found, "utf-8", "surrogatepass")

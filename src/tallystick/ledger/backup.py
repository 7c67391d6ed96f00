"""A ledger in one file: written while others work on it, and put back into either kind of database.

A backup is a ledger itself, in SQLite, with one more table that tells what it holds. It has all tables, those that
could be derived again too: a ledger put back says the same at once, whatever readers and rules have come since.
Accounts are left out: a backup may be handed on, and whoever holds it holds no password of anybody.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from tallystick.errors import Code, TallystickError
from tallystick.ledger.account_schema import has_accounts
from tallystick.ledger.contents import Contents, contents
from tallystick.ledger.database import sqlite_database
from tallystick.ledger.faults import in_sqlite
from tallystick.ledger.ledger import Ledger
from tallystick.ledger.open import open_ledger
from tallystick.ledger.transfer import fill, is_empty, take_into_table

_MANIFEST = "backup_manifest"


def back_up(location: str | Path, path: Path, *, replace: bool = False) -> dict[str, int]:
    """Writes a backup of a ledger, as it is at one moment, and gives the number of rows of each table.

    It is written beside the path under another name, compared with the ledger row by row, and then renamed: a file
    of that name is a whole backup.

    Raises:
        TallystickError: E324 if there is a file and it is not to be replaced, E327 if none can be written there, E321
            if there is no space, E326 if what was written is not what the ledger holds; and what ``open_ledger``
            raises.

    """
    if path.exists() and not replace:
        raise TallystickError(Code.E324, path=path)
    if path.exists() and Path(location).exists() and path.samefile(location):
        raise TallystickError(Code.E327, path=path, cause="it is the ledger itself")
    with open_ledger(location, create=False) as ledger, _beside(path) as written:
        with ledger._database.read() as source:
            archive = ledger._database.archive
            held = contents(source, archive=archive)
            # SQLite copies a database as a whole, what was deleted too.
            if ledger._database.is_sqlite and not has_accounts(source):
                raw: Any = source.connection.driver_connection
                with closing(sqlite3.connect(written)) as target:
                    raw.backup(target)
                with open_ledger(written) as copy, copy._database.write() as target_connection:
                    take_into_table(target_connection, archive)
            else:
                with open_ledger(written) as copy, copy._database.write() as target_connection:
                    fill(target_connection, source, from_archive=archive)
        _seal(written, held)
        _check(written, path)
        _rename(written, path)
    return {name: table.rows for name, table in held.items()}


def restore(path: Path, location: str | Path, *, replace: bool = False) -> dict[str, int]:
    """Puts a backup into a ledger, as a whole or not at all, and gives the number of rows of each table.

    A backup of an older schema is brought up to date on the way; its file is left as it is.

    Raises:
        TallystickError: E101 if there is no such file, E326 if it is not a whole backup, E325 if the ledger is not
            empty and is not to be replaced, E307 if a newer Tallystick made it; and what ``open_ledger`` raises.

    """
    if not path.is_file():
        raise TallystickError(Code.E101, path=path)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "ledger.db"
        _unseal(path, copy)
        with (
            _opened(copy, path) as ledger,
            open_ledger(location) as into,
            ledger._database.read() as source,
            into._database.write(durable=True) as target,
        ):
            if not (replace or is_empty(target)):
                raise TallystickError(Code.E325, path=into.location)
            archive = into._database.archive
            fill(target, source, to_archive=archive)
            held = contents(source)
            _compare(held, contents(target, archive=archive), path)
    return {name: table.rows for name, table in held.items()}


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A file in the same folder to write first; it and what SQLite puts beside it are gone afterwards."""
    try:
        with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            yield Path(folder) / path.name
    except sqlite3.Error as fault:
        raise in_sqlite(fault, path=path) from fault
    except OSError as fault:
        raise TallystickError(Code.E327, path=path, cause=fault.strerror) from fault


def _seal(written: Path, held: Mapping[str, Contents]) -> None:
    """Adds what the backup holds, and makes it one file that can be read from a folder without write access."""
    with closing(sqlite3.connect(written, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN")
        connection.execute(f"DROP TABLE IF EXISTS {_MANIFEST}")
        connection.execute(f"CREATE TABLE {_MANIFEST} (name TEXT PRIMARY KEY, contents TEXT NOT NULL)")
        rows = [(name, table.model_dump_json()) for name, table in held.items()]
        connection.executemany(f"INSERT INTO {_MANIFEST} VALUES (?, ?)", rows)
        connection.execute("COMMIT")


def _unseal(path: Path, copy: Path) -> None:
    """Copies a backup, checks the copy, and makes it a ledger like any other."""
    try:
        there = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(there, uri=True)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as fault:
        error = in_sqlite(fault, path=copy)
        if error.code is Code.E301:
            error = TallystickError(Code.E326, path=path, cause=fault)
        raise error from fault
    _check(copy, path)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(f"DROP TABLE {_MANIFEST}")


def _opened(copy: Path, path: Path) -> Ledger:
    """The copy of a backup, brought up to date. What is wrong with it is said of the backup."""
    try:
        return open_ledger(copy, create=False)
    except TallystickError as error:
        error.args = (str(error).replace(str(copy), str(path)),)
        raise


def _check(written: Path, path: Path) -> None:
    """Raises E326, naming the path, unless a backup is sound and holds what it says."""
    database = sqlite_database(written)
    try:
        with database.engine.connect() as connection:
            if _MANIFEST not in set(connection.scalars(text("SELECT name FROM sqlite_master"))):
                raise TallystickError(Code.E326, path=path, cause="'tallystick backup' did not make it")
            said = connection.scalar(text("PRAGMA integrity_check(1)"))
            if said != "ok":
                raise TallystickError(Code.E326, path=path, cause=said)
            _compare(_manifest(connection), contents(connection, without=_MANIFEST), path)
    except DBAPIError as fault:
        raise TallystickError(Code.E326, path=path, cause=fault.orig) from fault
    finally:
        database.close()


def _manifest(connection: Connection) -> dict[str, Contents]:
    rows = connection.execute(text(f"SELECT name, contents FROM {_MANIFEST}"))
    return {row.name: Contents.model_validate_json(row.contents) for row in rows}


def _compare(due: Mapping[str, Contents], found: Mapping[str, Contents], path: Path) -> None:
    differing = sorted(name for name in {*due, *found} if due.get(name) != found.get(name))
    if differing:
        raise TallystickError(Code.E326, path=path, cause=f"not as written: {', '.join(differing)}")


def _rename(written: Path, path: Path) -> None:
    """Gives the backup its name, for good: the folder is on disk before this returns."""
    written.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

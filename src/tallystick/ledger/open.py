"""Opening a ledger: where it is, what schema it has, and bringing an older one up to date."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, make_url
from sqlalchemy.exc import ArgumentError

from tallystick.errors import Code, TallystickError
from tallystick.ledger.database import Database, postgresql_database, sqlite_database
from tallystick.ledger.faults import in_sqlite, lock_seconds
from tallystick.ledger.ledger import Ledger

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "tallystick_schema"


def open_ledger(location: str | Path, *, create: bool = True) -> Ledger:
    """The ledger in an SQLite file or at a ``postgresql://`` URL.

    A ledger of an older schema is brought up to date first. Several processes may open one ledger at once.

    Args:
        location: a path, or a URL.
        create: make an empty ledger if there is none.

    Raises:
        TallystickError: E301 if it cannot be opened, E303 if there is none and ``create`` is false, E307 if a
            newer Tallystick made it.

    """
    database = _database_at(location, create=create)
    try:
        _bring_up_to_date(database, create=create)
    except BaseException:
        database.close()
        raise
    return Ledger(database)


def _database_at(location: str | Path, *, create: bool) -> Database:
    if isinstance(location, str) and "://" in location:
        return _database_at_url(location)
    path = Path(location)
    if path.is_dir():
        raise TallystickError(Code.E301, path=path, cause="it is a folder")
    if not path.exists():
        if not create:
            raise TallystickError(Code.E303, path=path)
        if not path.parent.is_dir():
            raise TallystickError(Code.E301, path=path, cause=f"there is no folder {path.parent}")
    if create:
        _use_write_ahead_log_if_new(path)
    return sqlite_database(path)


def _database_at_url(location: str) -> Database:
    # Hosts often write postgres://, which SQLAlchemy does not know.
    try:
        url = make_url(location.replace("postgres://", "postgresql://", 1))
    except ArgumentError as fault:
        raise TallystickError(Code.E301, path=location.split("://", maxsplit=1)[0] + "://…", cause="no URL") from fault
    if url.get_backend_name() != "postgresql":
        name = url.render_as_string(hide_password=True)
        raise TallystickError(Code.E301, path=name, cause="neither an SQLite file nor a postgresql:// URL")
    try:
        return postgresql_database(url)
    except ModuleNotFoundError as fault:
        name = url.render_as_string(hide_password=True)
        cause = "psycopg is not installed: pip install 'tallystick[postgresql]'"
        raise TallystickError(Code.E301, path=name, cause=cause) from fault


def _use_write_ahead_log_if_new(path: Path) -> None:
    """Sets the journal mode of an empty file, which keeps it: readers then never wait for a writer."""
    deadline = time.monotonic() + lock_seconds()
    while True:
        try:
            with closing(sqlite3.connect(path, timeout=lock_seconds())) as connection:
                if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
                    connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.Error as fault:
            # The change does not wait for other processes that open the file at this moment: try again.
            if "locked" not in str(fault) or time.monotonic() > deadline:
                raise in_sqlite(fault, path=path) from fault
            time.sleep(0.05)


def _bring_up_to_date(database: Database, *, create: bool) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with database.read() as connection:
        if _revision(connection) == scripts.get_current_head():
            return
    with database.write() as connection:
        found = _revision(connection)
        if found is None:
            if inspect(connection).get_table_names():
                raise TallystickError(Code.E301, path=database.name, cause="it holds tables that are not a ledger's")
            if not create:
                raise TallystickError(Code.E303, path=database.name)
        elif found not in {script.revision for script in scripts.walk_revisions()}:
            raise TallystickError(Code.E307, path=database.name, found=found)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return context.get_current_revision()

"""One database, SQLite or PostgreSQL: how it is connected to, read from and written to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError

from tallystick.ledger.archive import Archive
from tallystick.ledger.faults import in_database, lock_seconds

# The key of the advisory lock that writers of a PostgreSQL ledger take: "tall" in ASCII, and the schema, since a
# database may hold several ledgers.
_TAKE_LOCK = text("SELECT pg_advisory_xact_lock(x'74616C6C'::int, hashtext(current_schema()))")
_WRITES = "tallystick_writes"
_ARCHIVE_SUFFIX = ".archive"
ARCHIVE_VARIABLE = "TALLYSTICK_ARCHIVE"
"""Names the folder in which a PostgreSQL ledger keeps original bytes."""


class Database:
    """Connections to a ledger. ``name`` is what messages call it: the path, or the URL without its password.

    ``archive`` is the folder in which the original bytes are kept; null if they are kept in the database itself.
    """

    def __init__(self, engine: Engine, name: str, *, archive: Archive | None = None) -> None:
        self.engine = engine
        self.name = name
        self.archive = archive

    @property
    def is_sqlite(self) -> bool:
        """True for SQLite, false for PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @property
    def url(self) -> str:
        """Its URL, with the password if it has one."""
        return self.engine.url.set(drivername=self.engine.dialect.name).render_as_string(hide_password=False)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger, whatever others write meanwhile."""
        with self._told_to_the_user(), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def write(self, *, durable: bool = False) -> Iterator[Connection]:
        """A transaction that alone may write; it is rolled back on an error.

        A killed process loses no committed transaction. A power cut may lose the last few, unless ``durable``.
        """
        with self._told_to_the_user(), self.engine.connect() as connection:
            connection.execution_options(**{_WRITES: "FULL" if durable else "NORMAL"})
            with connection.begin():
                if not self.is_sqlite:
                    # Zero would mean to wait for ever.
                    wait = {"wait": f"{max(1, round(lock_seconds() * 1000))}ms"}
                    connection.execute(text("SELECT set_config('lock_timeout', :wait, true)"), wait)
                    connection.execute(_TAKE_LOCK)
                yield connection

    @contextmanager
    def _told_to_the_user(self) -> Iterator[None]:
        """Turns a fault of the database (full, locked, gone) into an error with a code; faults of our own pass."""
        try:
            yield
        except (IntegrityError, ProgrammingError, DataError):
            raise
        except DBAPIError as fault:
            raise in_database(fault, path=self.name) from fault

    def close(self) -> None:
        """Closes all connections."""
        self.engine.dispose()


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts those of the rows whose primary key is not there yet."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), rows)
    else:
        connection.execute(postgresql.insert(table).on_conflict_do_nothing(), rows)


def sqlite_database(path: Path) -> Database:
    """The SQLite database in a file, which is made when first written to."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": lock_seconds()})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        # Transactions are begun below: the driver begins them too late to guard a read that a write rests on.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        if writes is None:
            connection.exec_driver_sql("BEGIN")
        else:
            connection.exec_driver_sql(f"PRAGMA synchronous = {writes}")
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return Database(engine, str(path), archive=Archive(path.with_name(f"{path.name}{_ARCHIVE_SUFFIX}")))


def postgresql_database(url: URL) -> Database:
    """The PostgreSQL database at a URL, reached through psycopg 3. Original bytes go to ``$TALLYSTICK_ARCHIVE`` if that
    names a folder, else into the database.
    """
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    folder = os.environ.get(ARCHIVE_VARIABLE)
    archive = Archive(Path(folder)) if folder else None
    return Database(engine, url.render_as_string(hide_password=True), archive=archive)

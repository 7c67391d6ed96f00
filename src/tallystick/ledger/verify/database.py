"""The database itself: its pages, its keys, its guards and its search index."""

from __future__ import annotations

from sqlalchemy import Connection, text

from tallystick.ledger.verify.finding import Faults

# The tables that are only ever added to.
_GUARDED = ("archive", "report_source", "custody", "decision", "minted_id", "derivation", "change")

_SQLITE_BROKEN_KEYS = text("PRAGMA foreign_key_check")
_POSTGRESQL_BROKEN_KEYS = text(
    "SELECT conrelid::regclass, conname, confrelid::regclass FROM pg_constraint "
    "WHERE connamespace = current_schema()::regnamespace AND contype = 'f' AND NOT convalidated"
)
_SQLITE_GUARDS = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
_POSTGRESQL_GUARDS = text(
    "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "WHERE relnamespace = current_schema()::regnamespace AND tgenabled <> 'D' AND NOT tgisinternal"
)
_SQLITE_UNINDEXED = text("SELECT id, EXISTS (SELECT 1 FROM report_search WHERE rowid = number) AS found FROM report")
_POSTGRESQL_UNINDEXED = text(
    "SELECT id, EXISTS (SELECT 1 FROM report_search WHERE report_id = report.id) AS found FROM report"
)


def pages(connection: Connection) -> Faults:
    """SQLite's own check of its file. PostgreSQL is asked for its version only: it looks after its files itself."""
    if not _is_sqlite(connection):
        connection.execute(text("SELECT version()"))
        yield None
        return
    for said in connection.scalars(text("PRAGMA integrity_check")):
        yield None if said == "ok" else " ".join(str(said).split())


def foreign_keys(connection: Connection) -> Faults:
    """What a row points to by a key is there. PostgreSQL keeps its keys itself, if none was switched off."""
    faults = 0
    for row in connection.execute(_SQLITE_BROKEN_KEYS if _is_sqlite(connection) else _POSTGRESQL_BROKEN_KEYS):
        faults += 1
        yield f"{row[0]} {row[1]} points to no {row[2]}"
    if not faults:
        yield None


def guards(connection: Connection) -> Faults:
    """The triggers are there that keep history as it is."""
    sqlite = _is_sqlite(connection)
    there = set(connection.scalars(_SQLITE_GUARDS if sqlite else _POSTGRESQL_GUARDS))
    for table in _GUARDED:
        for guard in (f"{table}_no_update", f"{table}_no_delete") if sqlite else (f"{table}_append_only",):
            yield None if guard in there else f"{guard} is missing or off"


def search_index(connection: Connection) -> Faults:
    """Every report can be found."""
    query = _SQLITE_UNINDEXED if _is_sqlite(connection) else _POSTGRESQL_UNINDEXED
    for row in connection.execute(query, execution_options={"yield_per": 500}):
        yield None if row.found else f"report {row.id}: search does not find it"


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"

"""What a fault of the database means to the user: no space, locked, gone, or no ledger at all."""

from __future__ import annotations

import os
import sqlite3

from sqlalchemy.exc import DBAPIError

from tallystick.errors import Code, TallystickError

# A write that fails for want of space: on a full disk; at a quota or a limit on the size of files; in the shared memory
# beside a write-ahead log.
_SQLITE_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
# The low byte of an extended code is the code that it refines: https://www.sqlite.org/rescode.html
_SQLITE_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}

# https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL_FULL = "53100"
_POSTGRESQL_LOCKED = "55P03"
_POSTGRESQL_GONE = ("57P", "08")

_VARIABLE = "TALLYSTICK_LOCK_SECONDS"


def lock_seconds() -> float:
    """Seconds that a writer waits for another to finish: ``$TALLYSTICK_LOCK_SECONDS``, or 60.

    Raises:
        TallystickError: E328 if the variable holds no number of at least 0.

    """
    value = os.environ.get(_VARIABLE, "60")
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < float("inf"):
        raise TallystickError(Code.E328, value=value)
    return seconds


def in_sqlite(fault: sqlite3.Error, *, path: object) -> TallystickError:
    """What a fault of SQLite means: E321 no space, E322 locked, else E301."""
    code = getattr(fault, "sqlite_errorcode", 0)
    if code in _SQLITE_FULL:
        return TallystickError(Code.E321, path=path, cause=fault)
    if code & 0xFF in _SQLITE_LOCKED:
        return TallystickError(Code.E322, path=path, seconds=f"{lock_seconds():g}")
    return TallystickError(Code.E301, path=path, cause=fault)


def in_database(fault: DBAPIError, *, path: str) -> TallystickError:
    """What a fault of either kind of database means: E321 no space, E322 locked, E323 gone, else E301."""
    if isinstance(fault.orig, sqlite3.Error):
        return in_sqlite(fault.orig, path=path)
    state = getattr(fault.orig, "sqlstate", None) or ""
    cause = " ".join(str(fault.orig).split())
    if state == _POSTGRESQL_FULL:
        return TallystickError(Code.E321, path=path, cause=cause)
    if state == _POSTGRESQL_LOCKED:
        return TallystickError(Code.E322, path=path, seconds=f"{lock_seconds():g}")
    if fault.connection_invalidated or state.startswith(_POSTGRESQL_GONE):
        return TallystickError(Code.E323, path=path, cause=cause)
    return TallystickError(Code.E301, path=path, cause=cause)

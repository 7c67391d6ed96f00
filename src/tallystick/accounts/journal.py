"""The journal of accounts: what was done to which, by whom and when. Entries are added, never changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, Row, insert, select

from tallystick.ledger import account_schema as schema
from tallystick.ledger.database import Database

Clock = Callable[[], float]
"""Seconds since 1970."""

MOST = 10_000
"""Entries that are given at once."""


class Deed(StrEnum):
    """What can be done to an account."""

    ADDED = "added"
    GIVEN_ROLE = "given role"
    GIVEN_PASSWORD = "given another password"
    CLOSED = "closed"
    OPENED = "opened"
    ISSUED_TOKEN = "issued token"
    REVOKED_TOKEN = "revoked token"


@dataclass(frozen=True)
class Entry:
    """One entry. ``by`` is an account, or, with spaces in it, who acted where there are none (the command line);
    ``about`` is the role that was given or what the token is for, empty where there is nothing to tell.
    """

    number: int
    at: datetime
    by: str
    deed: Deed
    account: str
    about: str


def note(connection: Connection, clock: Clock, deed: Deed, account: str, *, by: str, about: str = "") -> None:
    """Adds an entry, in the transaction in which the deed is done."""
    row = {"at": int(clock()), "by": by, "deed": deed.value, "account": account, "about": about}
    connection.execute(insert(schema.account_entry), row)


class AccountJournal:
    """The entries on all accounts of a ledger."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, *, before: int | None = None, most: int = MOST) -> list[Entry]:
        """The latest first; only those with a number below ``before``, if that is given."""
        table = schema.account_entry
        wanted = select(table).order_by(table.c.number.desc()).limit(most)
        if before is not None:
            wanted = wanted.where(table.c.number < before)
        with self._database.read() as connection:
            return [_entry(row) for row in connection.execute(wanted)]


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    told = row._mapping
    return Entry(
        number=told["number"],
        at=datetime.fromtimestamp(told["at"], UTC),
        by=told["by"],
        deed=Deed(told["deed"]),
        account=told["account"],
        about=told["about"],
    )

"""The accounts that there are."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from tallystick.accounts.journal import Clock, Deed, note
from tallystick.accounts.passwords import check_password, fits, hash_password, is_outdated
from tallystick.accounts.principal import Principal, Role
from tallystick.errors import Code, TallystickError
from tallystick.ledger import account_schema as schema
from tallystick.ledger.database import Database

MOST_OF_NAME = 40
_NAME = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?")


@dataclass(frozen=True)
class Account:
    """One account. It is closed, not deleted: decisions bear its name."""

    name: str
    role: Role
    made_at: datetime
    is_closed: bool

    @property
    def principal(self) -> Principal:
        """As whom its owner acts."""
        return Principal(self.name, self.role)


class Register:
    """The accounts of one ledger. ``by`` is always who acts; what is done is noted in the journal of accounts."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def accounts(self) -> list[Account]:
        """All accounts, closed ones too, by name."""
        with self._database.read() as connection:
            return [_account(row) for row in connection.execute(select(schema.account).order_by(schema.account.c.name))]

    def account(self, name: str) -> Account:
        """The account of that name. Raises TallystickError E824 if there is none."""
        with self._database.read() as connection:
            return _account(_row(connection, name_of(name)))

    def has_admin(self) -> bool:
        """True if there is an open account of an admin."""
        with self._database.read() as connection:
            return _admins(connection) > 0

    def add(self, name: str, *, role: Role, password: str, by: str) -> Account:
        """Makes an account. Raises TallystickError E825 to E828 if the name or the password will not do."""
        name = name_of(name)
        if len(name) > MOST_OF_NAME or not _NAME.fullmatch(name) or len(_scripts(name)) > 1:
            raise TallystickError(Code.E826, name=name[:MOST_OF_NAME], most=MOST_OF_NAME)
        check_password(password, name=name)
        kept, now = hash_password(password), int(self._clock())
        row = {"name": name, "role": role.value, "password_hash": kept, "made_at": now}
        with self._database.write() as connection:
            if connection.execute(select(schema.account).filter_by(name=name)).first():
                raise TallystickError(Code.E825, name=name)
            connection.execute(insert(schema.account), row)
            note(connection, self._clock, Deed.ADDED, name, by=by, about=role.value)
        return self.account(name)

    def give_role(self, name: str, role: Role, *, by: str) -> None:
        """Gives another role, from the next request on. Raises TallystickError E824; E829 if no admin is left."""
        with self._database.write() as connection:
            _set(connection, name, role=role.value)
            _keep_an_admin(connection, name)
            note(connection, self._clock, Deed.GIVEN_ROLE, name_of(name), by=by, about=role.value)

    def set_password(self, name: str, password: str, *, by: str) -> None:
        """Sets the password, and ends every session. Raises TallystickError E824, E827 or E828."""
        name = name_of(name)
        check_password(password, name=name)
        kept = hash_password(password)
        with self._database.write() as connection:
            _set(connection, name, password_hash=kept)
            connection.execute(delete(schema.session).where(schema.session.c.account == name))
            note(connection, self._clock, Deed.GIVEN_PASSWORD, name, by=by)

    def close(self, name: str, *, by: str) -> None:
        """Closes an account: nobody can log in to it; its sessions and tokens end.

        Raises:
            TallystickError: E824 if there is none, E829 if no admin would be left.

        """
        name = name_of(name)
        with self._database.write() as connection:
            _set(connection, name, closed_at=int(self._clock()))
            _keep_an_admin(connection, name)
            for table in (schema.session, schema.token, schema.known_browser):
                connection.execute(delete(table).where(table.c.account == name))
            note(connection, self._clock, Deed.CLOSED, name, by=by)

    def open(self, name: str, *, by: str) -> None:
        """Opens a closed account again. Raises TallystickError E824."""
        with self._database.write() as connection:
            _set(connection, name, closed_at=None)
            note(connection, self._clock, Deed.OPENED, name_of(name), by=by)

    def recognise(self, name: str, password: str) -> Account | None:
        """The open account of that name and password, or null; the work is the same whatever is wrong."""
        with self._database.read() as connection:
            row = connection.execute(select(schema.account).filter_by(name=name_of(name), closed_at=None)).one_or_none()
        if not fits(password, row.password_hash if row else None) or row is None:
            return None
        if is_outdated(row.password_hash):
            kept = hash_password(password)
            with self._database.write() as connection:
                _set(connection, name, password_hash=kept)
        return _account(row)


def name_of(name: str) -> str:
    """The name of an account as it is kept: one way of writing for all that look alike but for capitals."""
    plain = unicodedata.normalize("NFKC", name).strip().casefold()
    return "".join(each for each in plain if each.isprintable())


def _scripts(name: str) -> set[str]:
    """The scripts of the letters of a name: one in which they are mixed is made to look like another (UTS 39, 5.1)."""
    return {unicodedata.name(letter, "").partition(" ")[0] for letter in name if letter.isalpha()}


def _row(connection: Connection, name: str) -> Row[tuple[object, ...]]:
    row = connection.execute(select(schema.account).filter_by(name=name)).one_or_none()
    if row is None:
        raise TallystickError(Code.E824, name=name)
    return row


def _set(connection: Connection, name: str, **values: object) -> None:
    name = name_of(name)
    _row(connection, name)
    connection.execute(update(schema.account).where(schema.account.c.name == name).values(**values))


def _admins(connection: Connection) -> int:
    return (
        connection.scalar(
            select(func.count()).select_from(schema.account).filter_by(role=Role.ADMIN.value, closed_at=None)
        )
        or 0
    )


def _keep_an_admin(connection: Connection, name: str) -> None:
    if not _admins(connection):
        raise TallystickError(Code.E829, name=name_of(name))


def _account(row: Row[tuple[object, ...]]) -> Account:
    told = row._mapping
    return Account(
        name=told["name"],
        role=Role(told["role"]),
        made_at=datetime.fromtimestamp(told["made_at"], UTC),
        is_closed=told["closed_at"] is not None,
    )

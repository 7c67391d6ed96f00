"""Tokens by which a program asks the API in the name of an account. They read, whatever the account may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select

from tallystick.accounts.journal import Clock, Deed, note
from tallystick.accounts.principal import Principal, Role
from tallystick.accounts.secret import digest_of, new_secret
from tallystick.errors import Code, TallystickError
from tallystick.ledger import account_schema as schema
from tallystick.ledger.database import Database

PREFIX = "tallystick_"
"""By which a token that was published by mistake is known for what it is."""
USUAL_DAYS = 90
MOST_DAYS = 366
MOST_OF_LABEL = 80
_DAY = 86_400


@dataclass(frozen=True)
class Token:
    """What is told of a token; not the token itself, which is told once."""

    number: int
    name: str
    label: str
    made_at: datetime
    expires_at: datetime
    is_over: bool


class Tokens:
    """The tokens of all accounts."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def issue(self, name: str, *, label: str, days: int = USUAL_DAYS, by: str) -> str:
        """Makes a token for an open account and gives it; it cannot be told again.

        Args:
            name: the account.
            label: what it is for, at most ``MOST_OF_LABEL`` characters.
            days: how long it holds, 1 to ``MOST_DAYS``.
            by: who acts.

        Raises:
            TallystickError: E824 if there is no such account, E835 if it is closed, E801 if label or days do not fit.

        """
        label = label.strip()
        if not label or len(label) > MOST_OF_LABEL or not label.isprintable():
            raise TallystickError(Code.E801, name="label", value=label[:20], wanted=f"up to {MOST_OF_LABEL} characters")
        if not 1 <= days <= MOST_DAYS:
            raise TallystickError(Code.E801, name="days", value=days, wanted=f"1 to {MOST_DAYS}")
        token, now = PREFIX + new_secret(), int(self._clock())
        row = {"account": name, "label": label, "digest": digest_of(token), "made_at": now}
        with self._database.write() as connection:
            found = connection.execute(select(schema.account).filter_by(name=name)).one_or_none()
            if found is None:
                raise TallystickError(Code.E824, name=name)
            if found.closed_at is not None:
                raise TallystickError(Code.E835, name=name)
            connection.execute(insert(schema.token), {**row, "expires_at": now + days * _DAY})
            note(connection, self._clock, Deed.ISSUED_TOKEN, name, by=by, about=label)
        return token

    def principal(self, token: str) -> Principal | None:
        """As whom the owner of a token acts, always as a reader; null if it has expired, was revoked, or is unknown."""
        wanted = select(schema.account.c.name).join_from(schema.token, schema.account)
        with self._database.read() as connection:
            name = connection.scalar(
                wanted.where(
                    schema.token.c.digest == digest_of(token),
                    schema.token.c.expires_at > int(self._clock()),
                    schema.account.c.closed_at.is_(None),
                )
            )
        return None if name is None else Principal(name, Role.READER)

    def tokens(self, name: str | None = None) -> list[Token]:
        """The tokens of an account, or of all."""
        wanted = select(schema.token).order_by(schema.token.c.number)
        if name is not None:
            wanted = wanted.filter_by(account=name)
        with self._database.read() as connection:
            rows = connection.execute(wanted).all()
        return [
            Token(
                number=row.number,
                name=row.account,
                label=row.label,
                made_at=datetime.fromtimestamp(row.made_at, UTC),
                expires_at=datetime.fromtimestamp(row.expires_at, UTC),
                is_over=row.expires_at <= self._clock(),
            )
            for row in rows
        ]

    def revoke(self, number: int, *, by: str, name: str | None = None) -> None:
        """Ends a token, of that account if one is named. Raises TallystickError E832 if there is none."""
        mine = {} if name is None else {"account": name}
        with self._database.write() as connection:
            found = connection.execute(select(schema.token).filter_by(number=number, **mine)).one_or_none()
            if found is None:
                raise TallystickError(Code.E832, number=number)
            connection.execute(delete(schema.token).filter_by(number=number))
            note(connection, self._clock, Deed.REVOKED_TOKEN, found.account, by=by, about=found.label)

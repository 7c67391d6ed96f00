"""Sessions: who logged in, in which browser, since when; and when that ends."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Row, delete, insert, or_, select, update

from tallystick.accounts.journal import Clock
from tallystick.accounts.principal import Principal, Role
from tallystick.accounts.secret import digest_of, new_secret
from tallystick.errors import TallystickError
from tallystick.ledger import account_schema as schema
from tallystick.ledger.database import Database

IDLE = 2 * 3600
WHOLE = 12 * 3600
"""Seconds after which a session ends: without a request, and in any case. A working day, not a night (OWASP)."""
TOUCH = 300
"""A session is noted as in use so many seconds after it was last, so that not every request writes."""
_MOST_OF_BROWSER = 200


@dataclass(frozen=True)
class Session:
    """One session. ``digest`` names it; the secret itself is in the cookie alone."""

    digest: str
    begun_at: datetime
    seen_at: datetime
    browser: str


class Sessions:
    """The sessions of all accounts."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def begin(self, name: str, *, browser: str) -> str:
        """Begins a session of an account, always a new one, and gives its secret."""
        secret, now = new_secret(), int(self._clock())
        told = "".join(each for each in browser if each.isprintable())[:_MOST_OF_BROWSER]
        row = {"digest": digest_of(secret), "account": name, "begun_at": now, "seen_at": now, "browser": told}
        with self._database.write() as connection:
            over = or_(schema.session.c.seen_at < now - IDLE, schema.session.c.begun_at < now - WHOLE)
            connection.execute(delete(schema.session).where(over))
            connection.execute(insert(schema.session), row)
        return secret

    def principal(self, secret: str) -> Principal | None:
        """As whom the owner of a session acts; null if it has ended or there is none."""
        now, digest = int(self._clock()), digest_of(secret)
        wanted = select(schema.account.c.name, schema.account.c.role, schema.session.c.seen_at).join_from(
            schema.session, schema.account
        )
        with self._database.read() as connection:
            row = connection.execute(
                wanted.where(
                    schema.session.c.digest == digest,
                    schema.session.c.seen_at >= now - IDLE,
                    schema.session.c.begun_at >= now - WHOLE,
                    schema.account.c.closed_at.is_(None),
                )
            ).one_or_none()
        if row is None:
            return None
        if row.seen_at < now - TOUCH:
            self._touch(digest, now)
        return Principal(row.name, Role(row.role))

    def _touch(self, digest: str, now: int) -> None:
        # While another writes for long, the next request may note it.
        with suppress(TallystickError), self._database.write() as connection:
            connection.execute(update(schema.session).where(schema.session.c.digest == digest).values(seen_at=now))

    def of(self, name: str) -> list[Session]:
        """The sessions of an account, the one last used first."""
        wanted = select(schema.session).filter_by(account=name).order_by(schema.session.c.seen_at.desc())
        now = int(self._clock())
        with self._database.read() as connection:
            rows = connection.execute(wanted.where(schema.session.c.seen_at >= now - IDLE)).all()
        return [_session(row) for row in rows]

    def end(self, digest: str, *, name: str) -> None:
        """Ends one session of an account, if it has that one."""
        with self._database.write() as connection:
            connection.execute(delete(schema.session).filter_by(digest=digest, account=name))

    def end_all(self, name: str) -> None:
        """Ends all sessions of an account."""
        with self._database.write() as connection:
            connection.execute(delete(schema.session).filter_by(account=name))


def _session(row: Row[tuple[object, ...]]) -> Session:
    told = row._mapping
    return Session(
        digest=told["digest"],
        begun_at=datetime.fromtimestamp(told["begun_at"], UTC),
        seen_at=datetime.fromtimestamp(told["seen_at"], UTC),
        browser=told["browser"],
    )

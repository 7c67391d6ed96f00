"""What slows down whoever guesses passwords, and cannot be used to keep somebody out.

Failures are counted by account and by address, and each beyond the first few doubles the wait. In a browser in which
its owner has logged in before an account is counted apart: a stranger's guesses cost the owner nothing there (the
"device cookies" of OWASP).
"""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv6Network
from typing import NamedTuple

from sqlalchemy import delete, insert, select, update

from tallystick.accounts.journal import Clock
from tallystick.accounts.register import name_of
from tallystick.accounts.secret import digest_of, new_secret
from tallystick.errors import Code, TallystickError
from tallystick.ledger import account_schema as schema
from tallystick.ledger.database import Database

FREE = 5
FREE_OF_ADDRESS = 20
"""How many failures cost no wait; an address may be that of a whole office."""
MOST_WAIT = 900
FORGOTTEN = 86_400
"""Seconds: the longest wait, and after how long without a failure all is forgotten."""
MOST_BROWSERS = 20
"""How many browsers are kept of an account, the latest."""


class Tally(NamedTuple):
    """What is counted: its key, and how many failures are free."""

    key: str
    free: int


class TooManyTriesError(TallystickError):
    """It is too early for another try."""

    def __init__(self, seconds: int) -> None:
        minutes = -(-seconds // 60)
        super().__init__(Code.E823, wait=f"{seconds} s" if seconds < 60 else f"{minutes} min")
        self.seconds = seconds


class Throttle:
    """Failed logins, and the browsers that are known."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def counted(self, name: str, *, address: str, browser: str = "") -> tuple[Tally, ...]:
        """What a try is counted by; ``browser`` is the secret of a known one, if it is one."""
        name = name_of(name)
        if browser and self._is_known(name, browser):
            return (Tally(digest_of(f"browser {browser}"), FREE),)
        return Tally(digest_of(f"account {name}"), FREE), Tally(
            digest_of(f"address {_network(address)}"), FREE_OF_ADDRESS
        )

    def counted_within(self, name: str) -> tuple[Tally, ...]:
        """What a try is counted by of somebody who is in already, and says the password again."""
        return (Tally(digest_of(f"within {name}"), FREE),)

    def begin_try(self, tallies: Sequence[Tally]) -> None:
        """Counts a try as failed before it is made, so that many at once are as slow as one after the other.

        Raises:
            TooManyTriesError: E823 if it is too early; it then counts for nothing.

        """
        now = int(self._clock())
        with self._database.write() as connection:
            connection.execute(delete(schema.failed_login).where(schema.failed_login.c.last_at < now - FORGOTTEN))
            keys = [tally.key for tally in tallies]
            rows = connection.execute(select(schema.failed_login).where(schema.failed_login.c.key.in_(keys)))
            held = {row.key: row for row in rows}
            waits = [
                held[key].last_at + _wait(held[key].failures, free=free) - now for key, free in tallies if key in held
            ]
            if (wait := max(waits, default=0)) > 0:
                raise TooManyTriesError(wait)
            for key in keys:
                failures = held[key].failures + 1 if key in held else 1
                change = update(schema.failed_login).filter_by(key=key) if key in held else insert(schema.failed_login)
                connection.execute(change.values(key=key, failures=failures, last_at=now))

    def forget(self, tallies: Sequence[Tally]) -> None:
        """Takes a try back that succeeded, with all failures before it; of an address that try alone."""
        with self._database.write() as connection:
            for key, free in tallies:
                if free == FREE:
                    connection.execute(delete(schema.failed_login).filter_by(key=key))
                else:
                    failures = schema.failed_login.c.failures - 1
                    connection.execute(update(schema.failed_login).filter_by(key=key).values(failures=failures))

    def know_browser(self, name: str) -> str:
        """Notes that an account's owner logged in with this browser, and gives the secret by which it is known."""
        secret, now = new_secret(), int(self._clock())
        table = schema.known_browser
        latest = select(table.c.digest).filter_by(account=name).order_by(table.c.since.desc()).limit(MOST_BROWSERS)
        with self._database.write() as connection:
            connection.execute(insert(table), {"digest": digest_of(secret), "account": name, "since": now})
            connection.execute(delete(table).filter_by(account=name).where(table.c.digest.not_in(latest)))
        return secret

    def _is_known(self, name: str, browser: str) -> bool:
        wanted = select(schema.known_browser).filter_by(account=name, digest=digest_of(browser))
        with self._database.read() as connection:
            return connection.execute(wanted).first() is not None


def _network(address: str) -> str:
    """The address; of version 6 the network of one subscriber, who has all of its addresses (RFC 4291, 2.5.4)."""
    try:
        return str(IPv6Network((address, 64), strict=False))
    except ValueError:
        return address


def _wait(count: int, *, free: int) -> int:
    """Seconds to wait after so many failures: 1, 2, 4 … ``MOST_WAIT``."""
    return 0 if count < free else min(2 ** min(count - free, 20), MOST_WAIT)

"""All that is known of a team: its accounts, their sessions and tokens; and logging in."""

from __future__ import annotations

import time
from typing import NamedTuple

from tallystick.accounts.journal import AccountJournal, Clock
from tallystick.accounts.register import Register
from tallystick.accounts.sessions import Sessions
from tallystick.accounts.throttle import Throttle
from tallystick.accounts.tokens import Tokens
from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger


class WrongPasswordError(TallystickError):
    """Name and password do not fit together. Which of them is wrong is not told, nor whether there is such a name."""

    def __init__(self) -> None:
        super().__init__(Code.E822)


class LoggedIn(NamedTuple):
    """The secrets of a new session, and of the browser as one that is known from now on."""

    session: str
    browser: str


class Team:
    """The accounts of a ledger."""

    def __init__(self, ledger: Ledger, *, clock: Clock = time.time) -> None:
        self.register = Register(ledger.database, clock)
        self.sessions = Sessions(ledger.database, clock)
        self.tokens = Tokens(ledger.database, clock)
        self.journal = AccountJournal(ledger.database)
        self._throttle = Throttle(ledger.database, clock)

    def log_in(self, name: str, password: str, *, address: str, browser: str, known_browser: str = "") -> LoggedIn:
        """Begins a session.

        Args:
            name: of the account.
            password: its password.
            address: from which it is tried.
            browser: what the browser calls itself.
            known_browser: the secret of an earlier login with this browser.

        Raises:
            TallystickError: E822 if they do not fit, E823 if it was tried too often.

        """
        tallies = self._throttle.counted(name, address=address, browser=known_browser)
        self._throttle.begin_try(tallies)
        account = self.register.recognise(name, password)
        if account is None:
            raise WrongPasswordError
        self._throttle.forget(tallies)
        is_known = len(tallies) == 1
        return LoggedIn(
            session=self.sessions.begin(account.name, browser=browser),
            browser=known_browser if is_known else self._throttle.know_browser(account.name),
        )

    def change_password(self, name: str, *, old: str, new: str) -> None:
        """Sets another password for somebody who knows the one of now, and ends every session of theirs.

        Raises:
            TallystickError: E822 or E823 as at a login, E827 or E828 if the new one will not do.

        """
        tallies = self._throttle.counted_within(name)
        self._throttle.begin_try(tallies)
        if self.register.recognise(name, old) is None:
            raise WrongPasswordError
        self._throttle.forget(tallies)
        self.register.set_password(name, new, by=name)

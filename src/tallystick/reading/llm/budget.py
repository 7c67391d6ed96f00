"""What a run may take of the language model, told before it is spent."""

from __future__ import annotations

import logging
from threading import Lock

from tallystick.errors import Code
from tallystick.reading.reader import ReadingStoppedError

_log = logging.getLogger(__name__)
_WARN_FROM = 0.8


class Budget:
    """Counts tokens against a limit; null for none. What is asked for is set aside before, so the limit holds."""

    def __init__(self, limit: int | None) -> None:
        self.limit = limit
        self.spent = 0
        self._promised = 0
        self._warned = False
        self._lock = Lock()

    def promise(self, tokens: int) -> None:
        """Sets the most that a request can take aside.

        Raises:
            ReadingStoppedError: E215 if it may be more than what is left.

        """
        with self._lock:
            if self.limit is not None and self.spent + self._promised + tokens > self.limit:
                raise ReadingStoppedError(Code.E215, limit=self.limit, spent=self.spent)
            self._promised += tokens

    def settle(self, promised: int, used: int) -> None:
        """Counts what a request did take, and warns once when four fifths of the limit are gone."""
        with self._lock:
            self._promised -= promised
            self.spent += used
            if self.limit is not None and self.spent >= _WARN_FROM * self.limit and not self._warned:
                self._warned = True
                _log.warning(
                    "%d of the %d tokens that this run may take of the language model are spent; "
                    "what cannot be asked for any more stays unread",
                    self.spent,
                    self.limit,
                )

"""Something made from the ledger, kept, and made anew in the background when a derivation was saved."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, wait
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger

T = TypeVar("T")

FIRST_PATIENCE, PATIENCE = 2.0, 0.1
"""For how many seconds a request waits: where nothing was made yet, and where what was made before can be shown."""


@dataclass(frozen=True)
class Held(Generic[T]):
    """What was made as of the derivation of the number ``turn``; ``is_behind`` if another was saved since."""

    made: T
    turn: int
    is_behind: bool = False


class Kept(Generic[T]):
    """Makes one thing, one at a time, on a thread beside the requests. Safe to use from several threads.

    ``make`` is given the ledger and what was made the last time, null at first: it may take over what did not change.
    """

    def __init__(self, ledger: Ledger, make: Callable[[Ledger, T | None], T], worker: Executor) -> None:
        self._ledger = ledger
        self._make = make
        self._worker = worker
        self._lock = Lock()
        self._held: Held[T] | None = None
        self._making: Future[None] | None = None

    def now(self) -> Held[T]:
        """As of the last derivation saved, by whichever process; what was made before while that is being made.

        Raises:
            TallystickError: E810 if nothing was made yet and that takes long.

        """
        turn = self._turn()
        making = None
        with self._lock:
            held = self._held
            if held is None or held.turn != turn:
                if self._making is None:
                    self._making = self._worker.submit(self._renew)
                making = self._making
        if making is not None:
            wait([making], timeout=FIRST_PATIENCE if held is None else PATIENCE)
            if making.done():
                making.result()
        with self._lock:
            held = self._held
        if held is None:
            raise TallystickError(Code.E810)
        return Held(held.made, held.turn, is_behind=held.turn != turn)

    def _renew(self) -> None:
        try:
            turn = self._turn()
            made = self._make(self._ledger, self._held.made if self._held else None)
            with self._lock:
                self._held = Held(made, turn)
        finally:
            with self._lock:
                self._making = None

    def _turn(self) -> int:
        with self._ledger.standing() as standing:
            return standing.turn()

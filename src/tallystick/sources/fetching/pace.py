"""How fast hosts are asked: one request at a time each, and none of one that asked to be left alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

Sleep = Callable[[float], object]
"""Waits so many seconds; may raise, if what waits is to stop."""


class Pace:
    """When each host may be asked again, by a clock that nobody sets. May be used by several threads at once."""

    def __init__(self, sleep: Sleep | None = None) -> None:
        self._sleep = sleep
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}
        self._closed: dict[str, float] = {}

    def wait_for(self, host: str, pause: float) -> None:
        """Waits until ``pause`` seconds after the last turn of that host, and takes the turn."""
        with self._lock:
            turn = max(self._next.get(host, 0.0), time.monotonic())
            self._next[host] = turn + pause
        left = turn - time.monotonic()
        (self._sleep or time.sleep)(max(0.0, left))

    def close(self, host: str, seconds: float) -> None:
        """Notes that the host asked to be left alone for so long."""
        with self._lock:
            self._closed[host] = time.monotonic() + seconds

    def closed_for(self, host: str) -> float:
        """For how many seconds more the host asked to be left alone; 0 if it did not, or that is over."""
        return max(0.0, self._closed.get(host, 0.0) - time.monotonic())

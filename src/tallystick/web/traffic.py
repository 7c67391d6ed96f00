"""Which requests wait, so that long downloads give way to them: they share one interpreter."""

from __future__ import annotations

from threading import Condition

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST = 0.25
"""For how many seconds a download gives way before its next piece: however much is asked for, it goes on."""


class Traffic:
    """How many requests wait for the first of their answer. Safe to use from several threads."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._waiting = 0

    @property
    def is_busy(self) -> bool:
        """True while a request waits."""
        return self._waiting > 0

    def enter(self) -> None:
        """Counts a request that came in."""
        with self._changed:
            self._waiting += 1

    def leave(self) -> None:
        """Takes out one that is being answered."""
        with self._changed:
            self._waiting -= 1
            self._changed.notify_all()

    def give_way(self) -> None:
        """Returns once no request waits, or after ``LONGEST``."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting, timeout=LONGEST)


class CountedRequests:
    """Counts each request from when it comes in until its answer begins, or it fails."""

    def __init__(self, app: ASGIApp, traffic: Traffic) -> None:
        self._app = app
        self._traffic = traffic

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        waits = True
        self._traffic.enter()

        def leave() -> None:
            nonlocal waits
            if waits:
                waits = False
                self._traffic.leave()

        async def send_told(message: Message) -> None:
            await send(message)
            leave()

        try:
            await self._app(scope, receive, send_told)
        finally:
            leave()

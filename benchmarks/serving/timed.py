"""The real server, with a header on each answer that tells what it took (W3C, Server Timing).

Run by the benchmark as ``python -m benchmarks.serving.timed LEDGER PORT``. ``clock`` is from the first byte of the
request to the first of the answer, waiting for a thread or for the processor included; ``processor`` is the time that
threads worked for it: its own, and the main one while it packed and sent the answer. Both are in milliseconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import fastapi.dependencies.utils
import fastapi.routing
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tallystick.ledger import open_ledger
from tallystick.web.application import make_application
from tallystick.web.serving import serve_on

_worked: ContextVar[list[float]] = ContextVar("worked")


class Told:
    """Tells on the answer what it took; the outermost of the application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began, worked = time.perf_counter(), list[float]()
        _worked.set(worked)

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start":
                clock = time.perf_counter() - began
                told = f"clock;dur={1000 * clock:.2f}, processor;dur={1000 * sum(worked):.2f}"
                message["headers"] = [*message["headers"], (b"server-timing", told.encode())]
            await send(message)

        await self._app(scope, receive, send_told)


class Packed:
    """Counts the time in which an answer is packed and sent; the innermost of the application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        worked = _worked.get([])

        async def send_counted(message: Message) -> None:
            began = time.thread_time()
            await send(message)
            worked.append(time.thread_time() - began)

        await self._app(scope, receive, send_counted)


async def _run_counted(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    """Runs in a thread, as the application does, and counts how long that thread worked."""
    worked = _worked.get([])

    def counted() -> Any:
        began = time.thread_time()
        try:
            return function(*args, **kwargs)
        finally:
            worked.append(time.thread_time() - began)

    return await run_in_threadpool(counted)


def main() -> None:
    ledger, port = sys.argv[1:]
    for module in (fastapi.routing, fastapi.dependencies.utils):
        vars(module)["run_in_threadpool"] = _run_counted
    with open_ledger(ledger) as opened:
        app = make_application(opened, reviewer="ana")
        app.user_middleware.append(Middleware(Packed))
        app.add_middleware(Told)
        serve_on(app, host="127.0.0.1", port=int(port), proxy=None)


if __name__ == "__main__":
    main()

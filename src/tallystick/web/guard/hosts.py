"""By which names the server answers: a page of another name that was pointed at it (DNS rebinding) gets nothing."""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from tallystick.errors import Code, TallystickError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""The names of the machine itself."""


class KnownHosts:
    """Lets a request pass if its Host header names one of the hosts, whatever the port."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOOPBACK) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI)."""
        if scope["type"] == "http":
            host = name_of(Headers(scope=scope).get("host", ""))
            if host not in self._hosts:
                error = TallystickError(Code.E804, host=host[:80] or "?", hosts=", ".join(sorted(self._hosts)))
                await PlainTextResponse(str(error), status_code=421)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def name_of(host: str) -> str:
    """The name in a Host header, in small letters and without the port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()

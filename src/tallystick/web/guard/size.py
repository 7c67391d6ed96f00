"""Requests that are too large, or large and not from somebody who may send such: refused before they are kept."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tallystick.accounts.principal import Role
from tallystick.errors import Code, TallystickError
from tallystick.web.acting import NotAllowedError
from tallystick.web.failing import tell_error

MOST_MB = {"/add/files": 100}
"""How many megabytes (of a million bytes) may be sent to a page at once; to any other, ``USUAL_MB``."""
SENT_BY = Role.REVIEWER
"""Who may send that much. Nothing is read of what others send there; to the page itself they may not come anyway."""
USUAL_MB = 2
_MB = 1_000_000


class BoundedBodies:
    """Counts what is sent, and stops a request that sends too much with E805; with E821 one that may not send much,
    whatever it says of its own length.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        acting = scope["state"].get("acting")
        if scope["path"] in MOST_MB and acting is not None and not acting.role.includes(SENT_BY):
            await tell_error(Request(scope), NotAllowedError(acting, SENT_BY))(scope, receive, send)
            return
        limit = MOST_MB.get(scope["path"], USUAL_MB)
        too_much = TallystickError(Code.E805, limit=limit)
        stated = Headers(scope=scope).get("content-length", "")
        if stated.isascii() and stated.isdigit() and int(stated) > limit * _MB:
            await tell_error(Request(scope), too_much)(scope, receive, send)
            return
        received = 0

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit * _MB:
                raise too_much
            return message

        await self._app(scope, receive_counted, send)

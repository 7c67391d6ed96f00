"""Requests that a browser itself says another site made: stopped before anything of them is read."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from tallystick.web.failing import tell_error
from tallystick.web.guard.forgery import SAFE, ForgedError


class OwnPagesOnly:
    """Lets a request pass that changes nothing, or that no other site made, as far as the browser tells.

    A browser tells it with each request (Fetch Metadata, W3C; Origin, RFC 6454).
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI)."""
        if scope["type"] == "http" and scope["method"] not in SAFE and _is_from_elsewhere(Request(scope)):
            await tell_error(Request(scope), ForgedError())(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_from_elsewhere(request: Request) -> bool:
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return True
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")

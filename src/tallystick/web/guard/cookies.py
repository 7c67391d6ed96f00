"""The cookies that hold secrets: no script reads them, no other site sends them, and over https nothing else does."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

SESSION = "tallystick_session"
KNOWN_BROWSER = "tallystick_browser"
KNOWN_FOR = 180 * 86_400
"""Seconds for which a browser is known after a login."""


def secret_in(request: Request, cookie: str) -> str:
    """The secret in a cookie; empty if there is none."""
    return request.cookies.get(_name(request, cookie), "")


def keep_secret(request: Request, response: Response, cookie: str, secret: str, *, seconds: int | None = None) -> None:
    """Sets a cookie; without ``seconds`` it goes when the browser is closed.

    It is sent along when somebody follows a link to a page from elsewhere, not with what another site makes a browser
    ask for or send (SameSite=Lax, RFC 6265bis 5.6.7).
    """
    response.set_cookie(
        _name(request, cookie), secret, max_age=seconds, httponly=True, samesite="lax", secure=_is_https(request)
    )


def drop_secret(request: Request, response: Response, cookie: str) -> None:
    """Takes a cookie away."""
    response.delete_cookie(_name(request, cookie), httponly=True, samesite="lax", secure=_is_https(request))


def _name(request: Request, cookie: str) -> str:
    # No neighbour under the same domain can set a cookie of such a name (RFC 6265bis, 4.1.3.2).
    return f"__Host-{cookie}" if _is_https(request) else cookie


def _is_https(request: Request) -> bool:
    return request.url.scheme == "https"

"""Requests that another site makes in a user's name (CSRF): found by where they come from, and by a token.

A browser tells with each request from where it comes (Fetch Metadata, W3C; Origin, RFC 6454); and every form bears a
token that only a page from here can know, as its cookie is not to be read elsewhere (OWASP, double submit).
"""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from tallystick.errors import Code, TallystickError

COOKIE = "tallystick_token"
FIELD = "token"
HEADER = "x-token"
MOST_FILES = 50
"""How many files one form may bear."""
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class ForgedError(TallystickError):
    """The request was not made from a page of Tallystick."""

    def __init__(self) -> None:
        super().__init__(Code.E803)


def token_of(request: Request) -> str:
    """The token for the forms of the page that this request asks for: that of its cookie, or a new one."""
    held = request.cookies.get(COOKIE, "")
    if not hasattr(request.state, "token"):
        request.state.token = held if len(held) == _LENGTH else secrets.token_urlsafe(_BYTES)
    return str(request.state.token)


def keep_token(request: Request, response: Response) -> None:
    """Sets the cookie, if the request came without it."""
    token = token_of(request)
    if request.cookies.get(COOKIE) != token:
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure)


async def refuse_forged(request: Request) -> None:
    """Lets a request pass that changes nothing, or that a page of this server made.

    Raises:
        ForgedError: if it was made elsewhere.

    """
    if request.method in _SAFE:
        return
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        raise ForgedError
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise ForgedError
    cookie = request.cookies.get(COOKIE, "")
    given = request.headers.get(HEADER)
    if given is None:
        given = str((await form_of(request)).get(FIELD, ""))
    if not cookie or not secrets.compare_digest(cookie.encode(), given.encode()):
        raise ForgedError


async def form_of(request: Request) -> FormData:
    """The form that was sent, read once; what is of more than a megabyte of a file is kept on the disk.

    Raises:
        HTTPException: 400 if it bears more than ``MOST_FILES`` files, or a field of more than a megabyte.

    """
    return await request.form(max_files=MOST_FILES)


_BYTES = 24
_LENGTH = 32

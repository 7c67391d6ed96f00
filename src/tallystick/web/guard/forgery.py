"""Requests that another site makes in a user's name (CSRF): found by a token.

What a browser tells of it is looked at first (``origin.py``); and every form bears a token that only a page from here
can know. In a session it is the session's own; else that of a cookie, not to be read elsewhere (OWASP, double submit).
"""

from __future__ import annotations

import hmac
import secrets

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from tallystick.errors import Code, TallystickError

COOKIE = "tallystick_token"
FIELD = "token"
HEADER = "x-token"
MOST_FILES = 50
"""How many files one form may bear."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class ForgedError(TallystickError):
    """The request was not made from a page of Tallystick."""

    def __init__(self) -> None:
        super().__init__(Code.E803)


def token_of(request: Request) -> str:
    """The token for the forms of the page that this request asks for, written otherwise each time: what stands in every
    page alike can be guessed from the length of compressed pages (BREACH, Prado and others 2013).
    """
    return mask(_secret_of(request))


def mask(secret: str) -> str:
    """A secret behind as much chance, both in hexadecimal."""
    told = secret.encode()
    chance = secrets.token_bytes(len(told))
    return chance.hex() + bytes(a ^ b for a, b in zip(told, chance, strict=True)).hex()


def unmask(token: str) -> str:
    """The secret behind a token; empty if it is none."""
    try:
        told = bytes.fromhex(token)
        half = len(told) // 2
        return bytes(a ^ b for a, b in zip(told[:half], told[half:], strict=True)).decode()
    except ValueError:
        return ""


def _secret_of(request: Request) -> str:
    """The secret of the session, of the cookie, or a new one."""
    if request.state.session:
        return hmac.digest(request.state.session.encode(), b"token of forms", "sha256").hex()
    held = request.cookies.get(COOKIE, "")
    if not hasattr(request.state, "token"):
        request.state.token = held if len(held) == _LENGTH else secrets.token_urlsafe(_BYTES)
    return str(request.state.token)


def keep_token(request: Request, response: Response) -> None:
    """Sets the cookie, if the request came without it and there is no session."""
    if request.state.session:
        return
    token = _secret_of(request)
    if request.cookies.get(COOKIE) != token:
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure)


async def refuse_forged(request: Request) -> None:
    """Lets a request pass that changes nothing, or that bears the token of a page from here.

    Raises:
        ForgedError: if it does not.

    """
    if request.method in SAFE:
        return
    due = _secret_of(request) if request.state.session else request.cookies.get(COOKIE, "")
    given = request.headers.get(HEADER)
    if given is None:
        given = str((await form_of(request)).get(FIELD, ""))
    if not due or not secrets.compare_digest(due.encode(), unmask(given).encode()):
        raise ForgedError


async def form_of(request: Request) -> FormData:
    """The form that was sent, read once; what is of more than a megabyte of a file is kept on the disk.

    Raises:
        HTTPException: 400 if it bears more than ``MOST_FILES`` files, or a field of more than a megabyte.

    """
    return await request.form(max_files=MOST_FILES)


_BYTES = 24
_LENGTH = 32

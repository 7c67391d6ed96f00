"""Where somebody is sent after logging in: a page from here, whatever the address asked for (no open redirect)."""

from __future__ import annotations

import re
from urllib.parse import quote

from starlette.requests import Request

# One slash, not two, no backslash, and no character that a browser drops before it reads the rest.
_OWN_PAGE = re.compile(r"/(?![/\\])[!-\[\]-~]*")
_MOST = 2_000


def onward_to(asked: str) -> str:
    """The path that was asked for, if it is one from here; else the first page."""
    return asked if len(asked) <= _MOST and _OWN_PAGE.fullmatch(asked) else "/"


def address_of(request: Request) -> str:
    """The path and the question of a request, to come back to."""
    path = quote(request.scope["path"])
    return f"{path}?{request.url.query}" if request.url.query else path

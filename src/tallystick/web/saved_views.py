"""Which addresses can be saved as a view: those of our own pages, with their own parameters and no others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from tallystick.errors import Code, TallystickError
from tallystick.web.filters import KEYS, Filter, read_filter

PAGES: Mapping[str, str] = {
    "/incidents": "Incidents",
    "/map": "Map",
    "/timeline": "Timeline",
    "/review": "Review",
}
"""The pages that can be saved, by path, and what each is called."""

_OWN = {"/timeline": ("by", "unit")}
_PLAIN = re.compile(r"[a-z]{1,20}")
_LONGEST = 8_000


def checked_address(address: str) -> str:
    """The address made anew from what was read in it, so that nothing else can stand in it; from the first page on.

    Raises:
        TallystickError: E843 if it is of no page that can be saved, or bears what no such page asks for; E801 if a
            value does not fit.

    """
    try:
        parts = urlsplit(address)
        pairs = parse_qsl(parts.query)
    except ValueError:
        raise TallystickError(Code.E843, address=address[:_LONGEST]) from None
    own = [(name, value) for name, value in pairs if name in _OWN.get(parts.path, ()) and _PLAIN.fullmatch(value)]
    is_ours = not parts.scheme and not parts.netloc and parts.path in PAGES and len(address) <= _LONGEST
    if not is_ours or any(name not in KEYS and (name, value) not in own for name, value in pairs):
        raise TallystickError(Code.E843, address=address[:_LONGEST])
    query = urlencode([*replace(read_filter(pairs), page=1).pairs, *own], safe=",")
    return f"{parts.path}?{query}" if query else parts.path


def filter_of(address: str) -> Filter | None:
    """What a saved address is narrowed down to; null if it fits this version no more."""
    try:
        return read_filter(parse_qsl(urlsplit(checked_address(address)).query))
    except TallystickError:
        return None


def page_of(address: str) -> str:
    """What the page of a saved address is called."""
    return PAGES.get(urlsplit(address).path, "")

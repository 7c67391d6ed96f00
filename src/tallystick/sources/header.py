"""The header that a text may open with: ``date 2023-11-07``, or lines such as ``Source: …``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tallystick.sources.day import CLOCK, DAY

# What people write before the colon, and the field it fills; None: known to be header, not kept.
_KEYS: dict[str, str | None] = {
    "title": "title", "headline": "title", "subject": "title",
    "source": "publisher", "publisher": "publisher", "outlet": "publisher", "agency": "publisher",
    "published": "published", "date": "published", "publication date": "published", "published on": "published",
    "url": "url", "link": "url",
    "language": "language", "lang": "language",
    "author": None, "byline": None, "by": None, "updated": None, "last updated": None, "note": None,
}  # fmt: skip
_KEYED = re.compile(r"[ \t]*(?P<key>" + "|".join(_KEYS) + r")[ \t]*:[ \t]*(?P<value>[^\n]*)", re.IGNORECASE)
_DATED = re.compile(
    rf"[ \t]*(?:date|dated|published|posted)(?:[ \t]+on)?(?:[ \t]*:[ \t]*|[ \t]+)(?P<value>{DAY}(?:{CLOCK})?)(?=\s|$)",
    re.IGNORECASE,
)
_FIRST_LINE = re.compile(r"\s*(?P<line>[^\n]+)\n\s*")
_BLANK = re.compile(r"\s*")


@dataclass(frozen=True)
class Header:
    """The fields of a header by name, and the code point behind it at which the text proper begins."""

    fields: dict[str, str] = field(default_factory=dict)
    end: int = 0


def read_header(text: str) -> Header:
    """The header of a text; empty, with ``end`` 0, if there is none or if there is nothing behind it.

    A date may share its line with the text proper; every other field has a line of its own.
    Where a field is given twice the first counts.
    """
    fields: dict[str, str] = {}
    end = 0
    while True:
        start = _end_of(_BLANK.match(text, end))
        if dated := _DATED.match(text, start):
            fields.setdefault("published", dated["value"])
            end = dated.end()
        elif keyed := _KEYED.match(text, start):
            name = _KEYS[keyed["key"].lower()]
            if name and keyed["value"].strip():
                fields.setdefault(name, keyed["value"].strip())
            end = keyed.end()
        else:
            break
    if end == 0 or start == len(text):
        return Header()
    return Header(fields=fields, end=start)


def skip_title(text: str, start: int, title: str | None) -> int:
    """The code point behind the first line if that says the title once more, else ``start``."""
    found = _FIRST_LINE.match(text, start)
    if title and found and found.end() < len(text) and _folded(found["line"]) == _folded(title):
        return found.end()
    return start


def _folded(line: str) -> str:
    return " ".join(line.split()).casefold()


def _end_of(match: re.Match[str] | None) -> int:
    return match.end() if match else 0

"""The formats that are read: one manifest a format. A new format is a module of its own and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tallystick.errors import TallystickError
from tallystick.sources.feeds.read import HEAD, is_feed, read_feed
from tallystick.sources.html import read_html
from tallystick.sources.jsonl import read_json, read_json_lines
from tallystick.sources.mail import read_mail
from tallystick.sources.taken import Article
from tallystick.sources.text import read_text


@dataclass(frozen=True, kw_only=True)
class Adapter:
    """A format: by which file names it is known, and how its articles are read (path and size limit in MB)."""

    name: str
    suffixes: frozenset[str]
    media_types: frozenset[str]
    read: Callable[[Path, int], Iterator[Article | TallystickError]]


FEED = Adapter(
    name="RSS, Atom, sitemap",
    suffixes=frozenset({".xml", ".rss", ".atom", ".rdf"}),
    media_types=frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/xml"}),
    read=read_feed,
)
ADAPTERS = (
    Adapter(
        name="plain text",
        suffixes=frozenset({"", ".txt", ".text", ".md"}),
        media_types=frozenset({"text/plain", "text/markdown"}),
        read=read_text,
    ),
    Adapter(
        name="HTML",
        suffixes=frozenset({".html", ".htm", ".xhtml"}),
        media_types=frozenset({"text/html", "application/xhtml+xml"}),
        read=read_html,
    ),
    Adapter(
        name="JSON lines",
        suffixes=frozenset({".jsonl", ".ndjson"}),
        media_types=frozenset({"application/jsonl", "application/x-ndjson"}),
        read=read_json_lines,
    ),
    Adapter(
        name="JSON",
        suffixes=frozenset({".json"}),
        media_types=frozenset({"application/json"}),
        read=read_json,
    ),
    FEED,
    Adapter(
        name="mail, saved page",
        suffixes=frozenset({".eml", ".mht", ".mhtml"}),
        media_types=frozenset({"message/rfc822", "multipart/related", "application/x-mimearchive"}),
        read=read_mail,
    ),
)
_MAY_BE_FEEDS = (read_text, read_html)


def find_adapter(path: Path) -> Adapter | None:
    """The adapter for a file by its suffix, case ignored; None for a format that is not read.

    A feed is known by how it opens, under whatever suffix it was saved.
    """
    suffix = path.suffix.lower()
    found = next((adapter for adapter in ADAPTERS if suffix in adapter.suffixes), None)
    return FEED if found and found.read in _MAY_BE_FEEDS and _opens_as_feed(path) else found


def _opens_as_feed(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_feed(file.read(HEAD))
    except OSError:  # told by whoever reads it
        return False

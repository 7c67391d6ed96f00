"""Bytes to a feed, and a feed on the disk to articles: the front door of this room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapter import HEAD, Adapter
from tallystick.sources.decode import decode_bytes, mark_of
from tallystick.sources.feeds.feed import Entry, Feed, article_of, doubt_of, find_false_day
from tallystick.sources.feeds.json_feed import read_json_feed
from tallystick.sources.feeds.rhythm import read_rhythm
from tallystick.sources.feeds.sitemap import is_index, read_sitemap
from tallystick.sources.feeds.xml_feed import opens_as_feed, read_xml_feed
from tallystick.sources.files import name_of
from tallystick.sources.limits import read_whole
from tallystick.sources.taken import Article

_DECLARED = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]+)")


def is_feed(head: bytes) -> bool:
    """True if a file that begins with these bytes is a feed or a sitemap in XML, whatever its name says."""
    head = head[:HEAD]
    return opens_as_feed(head.decode(mark_of(head) or "utf-8", errors="replace"))


def read_feed_bytes(raw: bytes, *, name: str, charset: str | None = None, base: str | None = None) -> Feed:
    """The feed in the bytes, in whatever form. ``charset`` is what its sender says of it, ``base`` where it is.

    Raises:
        TallystickError: E132 if it is neither feed nor sitemap or has no entries, else as ``decode_bytes``.

    """
    found = _DECLARED.search(raw[:HEAD])
    decoded = decode_bytes(raw, path=name, declared=charset or (found[1].decode("ascii") if found else None))
    if decoded.text.lstrip("\ufeff \t\r\n").startswith("{"):
        entries, rhythm = read_json_feed(decoded.text, base=base), None
    else:
        feed = read_xml_feed(decoded.text, base=base)
        entries = read_sitemap(decoded.text, base=base) if feed is None else feed
        rhythm = read_rhythm(decoded.text)
    if entries is None:
        cause = "an index of sitemaps, name one of them" if is_index(decoded.text) else "not of a form that is known"
        raise TallystickError(Code.E132, path=name, cause=cause)
    if not entries:
        raise TallystickError(Code.E132, path=name, cause="no entries")
    return Feed(entries, decoded.guessed, rhythm)


def read_feed(path: Path, max_mb: int) -> Iterator[Article | TallystickError]:
    """The articles that a feed on the disk holds; nothing is fetched. E134 for each entry without a text.

    Raises:
        TallystickError: as ``read_whole`` and ``read_feed_bytes`` do.
        OSError: if it cannot be read.

    """
    name = name_of(path)
    feed = read_feed_bytes(read_whole(path, max_mb), name=name)
    if not any(entry.text or entry.summary for entry in feed.entries):
        raise TallystickError(Code.E132, path=name, cause="links only, name its address to have them fetched")
    if feed.guessed_encoding:
        yield TallystickError(Code.E114, path=name, encoding=feed.guessed_encoding)
    for entry in feed.entries:
        yield from read_entry(entry, path=name)


def read_entry(entry: Entry, *, path: str, today: date | None = None) -> Iterator[Article | TallystickError]:
    """The article that the feed itself holds of an entry, its day left out, and told, if it cannot be.

    E134 in its place if the feed holds none, E135 before it if its day is later than ``today`` or no day at all, E154
    if it is doubted.
    """
    article = article_of(entry)
    if article is None:
        yield TallystickError(Code.E134, path=path, title=entry.shown)
        return
    false = doubt_of(entry, path=path) or find_false_day(article.published, today=today, path=path)
    if false:
        yield false
        article = replace(article, published=None)
    yield article


ADAPTER = Adapter(
    name="feed",
    reads="RSS, Atom, one report an entry",
    suffixes=frozenset({".xml", ".rss", ".atom", ".rdf"}),
    media_types=frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/xml"}),
    read=read_feed,
    opens=is_feed,
)

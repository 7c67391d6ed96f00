"""Texts made again from original bytes: what a report's text is checked against."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from lxml import etree

from tallystick.errors import TallystickError
from tallystick.model.origin import Origin
from tallystick.sources.adapter import Adapter
from tallystick.sources.adapters import adapters
from tallystick.sources.feeds import read as feeds
from tallystick.sources.fetching.fetched import PAGE_TYPES
from tallystick.sources.html import read_page
from tallystick.sources.normalise import normalise_text
from tallystick.sources.taken import Article

_NO_LIMIT_MB = 1_000_000
_AROUND_ENTRY = b"<feed>", b"</feed>"
_AROUND_ITEM = b"<rss><channel>", b"</channel></rss>"


def is_made_again(raw: bytes, report_id: str, *, origin: Origin, path: str | None) -> bool:
    """True if the text of that report comes out of the bytes when they are read as they once were.

    Raises:
        TallystickError: as the adapter does.
        LookupError: if there is no adapter of the name that was recorded.

    """
    texts = (normalise_text(article.text) for article in _articles(raw, origin, path))
    return any(hashlib.sha256(text.encode()).hexdigest() == report_id for text in texts)


def _articles(raw: bytes, origin: Origin, path: str | None) -> Iterator[Article]:
    adapter = next((each for each in adapters() if each.name == origin.adapter), None)
    if adapter is None:
        raise LookupError(f"there is no adapter {origin.adapter!r}")
    is_page = origin.media_type in PAGE_TYPES and origin.media_type != "text/plain"
    if is_page:
        yield read_page(raw, name=path or "", charset=origin.charset)
        return
    ending = adapter.ending_of(PurePath(path or "").name) or min(adapter.suffixes)
    if adapter is not feeds.ADAPTER:
        try:
            yield from _read(raw, adapter, ending, dict(origin.options))
        except TallystickError:
            # A feed in JSON is told by how it opens, and one entry of it is none: it is tried as an entry below.
            if not raw.lstrip().startswith((b"{", b"<")):
                raise
    # Of a feed each entry is filed by itself: it is put back into a feed of its own.
    for whole in _wrapped(raw):
        try:
            yield from _read(whole, feeds.ADAPTER, ".xml", {})
        except TallystickError:
            continue


def _wrapped(raw: bytes) -> Iterator[bytes]:
    opened = raw.lstrip()
    if opened.startswith(b"{"):
        yield b'{"version": "https://jsonfeed.org/version/1.1", "items": [' + raw + b"]}"
    elif opened.startswith(b"<"):
        try:
            local = etree.QName(etree.fromstring(raw, etree.XMLParser(resolve_entities=False, recover=True))).localname
        except (etree.XMLSyntaxError, ValueError, TypeError):
            return
        before, after = _AROUND_ENTRY if local == "entry" else _AROUND_ITEM
        yield before + raw + after


def _read(raw: bytes, adapter: Adapter, suffix: str, options: Mapping[str, str]) -> Iterator[Article]:
    """What an adapter finds in the bytes, which it is given as a file."""
    with TemporaryDirectory(prefix="tallystick-") as folder:
        file = Path(folder) / f"original{suffix}"
        file.write_bytes(raw)
        values = {option.name: option.default for option in adapter.options} | dict(options)
        for found in adapter.read(file, _NO_LIMIT_MB, **values):
            if isinstance(found, Article):
                yield found

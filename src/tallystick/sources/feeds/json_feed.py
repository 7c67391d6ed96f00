"""Feeds in JSON: JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin

import orjson

from tallystick.sources.feeds.feed import Entry
from tallystick.sources.html import visible_text


def is_json_feed(content: Any) -> bool:
    """True if the value states a version of JSON Feed and holds a list of items."""
    if not isinstance(content, dict) or not isinstance(content.get("items"), list):
        return False
    version = content.get("version")
    return isinstance(version, str) and "jsonfeed.org/version/" in version


def read_json_feed(text: str, *, base: str | None = None) -> tuple[Entry, ...] | None:
    """The entries of the feed, links made whole with its address ``base``; None if it is no JSON Feed."""
    try:
        content = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    return entries_in(content, base=base) if is_json_feed(content) else None


def entries_in(content: dict[str, Any], *, base: str | None = None) -> tuple[Entry, ...]:
    """The entries of a JSON Feed that is parsed; what is no object is passed over."""
    publisher, language = _text(content, "title"), _text(content, "language")
    return tuple(
        _entry(item, base=base, publisher=publisher, language=language)
        for item in content["items"]
        if isinstance(item, dict)
    )


def _entry(item: dict[str, Any], *, base: str | None, publisher: str | None, language: str | None) -> Entry:
    html = _text(item, "content_html")
    return Entry(
        raw=orjson.dumps(item, option=orjson.OPT_SORT_KEYS),
        title=_text(item, "title"),
        link=_whole(_text(item, "url", "external_url"), base),
        publisher=publisher,
        published=_text(item, "date_published", "date_modified"),
        language=_text(item, "language") or language,
        text=_text(item, "content_text") or (visible_text(html) if html else None) or None,
        summary=_text(item, "summary"),
        guid=str(item["id"]) if isinstance(item.get("id"), str | int) else None,
    )


def _text(of: dict[str, Any], *names: str) -> str | None:
    values = (of.get(name) for name in names)
    return next((value.strip() for value in values if isinstance(value, str) and value.strip()), None)


def _whole(link: str | None, base: str | None) -> str | None:
    try:
        return urljoin(base, link) if base and link else link
    except ValueError:
        return link

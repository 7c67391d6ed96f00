"""Sitemaps (sitemaps.org), with what those for news say of each page: feeds that hold addresses only."""

from __future__ import annotations

from lxml import etree

from tallystick.sources.feeds.feed import Entry
from tallystick.sources.feeds.xml import line_in, named, parse_xml, tag_of, whole_address


def read_sitemap(text: str, *, base: str | None = None) -> tuple[Entry, ...] | None:
    """The pages that a sitemap lists, in its order; None if it is none. ``base`` is its own address.

    The day of a page's last change is not taken for that of its publication.
    """
    root = parse_xml(text)
    if root is None or tag_of(root) != "urlset":
        return None
    return tuple(_entry(each, base) for each in named(root, "url"))


def is_index(text: str) -> bool:
    """True for a list of sitemaps."""
    root = parse_xml(text)
    return root is not None and tag_of(root) == "sitemapindex"


def _entry(url: etree._Element, base: str | None) -> Entry:
    news = next(named(url, "news:news"), url)
    publication = next(named(news, "news:publication"), news)
    place = next(named(url, "loc"), None)
    return Entry(
        raw=etree.tostring(url, encoding="utf-8", with_tail=False),
        line=url.sourceline,
        link=whole_address(place.text, place, base) if place is not None and place.text else None,
        title=line_in(news, "news:title"),
        publisher=line_in(publication, "news:name"),
        language=line_in(publication, "news:language"),
        published=line_in(news, "news:publication_date"),
    )

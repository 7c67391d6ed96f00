"""Feeds in XML: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, read by the names of their elements."""

from __future__ import annotations

import re

from lxml import etree

from tallystick.sources.feeds.feed import Entry
from tallystick.sources.feeds.xml import as_line, line_in, named, parse_xml, plain_text, tag_of, whole_address

_ROOTS = {"rss": "item", "rdf:RDF": "item", "feed": "entry"}
_DAYS = ("published", "pubDate", "issued", "dc:date", "updated", "modified")
_OPENING = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?[^>]*>\s*)*", re.DOTALL)
_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF|urlset|sitemapindex)[\s>]")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def opens_as_feed(text: str) -> bool:
    """True if the text opens as a feed or a sitemap, or with as much of one as it holds."""
    start = _OPENING.match(text)
    return start is not None and _ROOT.match(text, start.end()) is not None


def read_xml_feed(text: str, *, base: str | None = None) -> tuple[Entry, ...] | None:
    """The entries of the feed, links made whole with its address ``base``; None if it is no feed."""
    root = parse_xml(text)
    if root is None or (item := _ROOTS.get(tag_of(root))) is None:
        return None
    # RSS 1.0 has its items beside the channel, all others inside it.
    channel = next((each for each in root if tag_of(each) == "channel"), root)
    publisher = line_in(channel, "title")
    language = line_in(channel, "language", "dc:language") or root.get(_XML_LANG)
    found = (each for each in root.iter() if tag_of(each) == item)
    return tuple(_entry(each, base=base, publisher=publisher, language=language) for each in found)


def _entry(item: etree._Element, *, base: str | None, publisher: str | None, language: str | None) -> Entry:
    source = next(iter(named(item, "source")), None)
    told = None if source is None else line_in(source, "title") or as_line(source)
    content = next(iter(named(item, "content:encoded", "content")), None)
    return Entry(
        raw=etree.tostring(item, encoding="utf-8", with_tail=False),
        line=item.sourceline,
        title=line_in(item, "title"),
        link=_link(item, base),
        publisher=told or line_in(item, "dc:publisher") or publisher,
        published=line_in(item, *_DAYS),
        language=item.get(_XML_LANG) or line_in(item, "dc:language") or language,
        text=None if content is None or content.get("src") else plain_text(content),
        summary=next(filter(None, map(plain_text, named(item, "description", "summary"))), None),
        guid=line_in(item, "guid", "id") or item.get(_RDF_ABOUT),
    )


def _link(item: etree._Element, base: str | None) -> str | None:
    """The address of the page: a link's text (RSS) or its attribute (Atom), else an id that is meant as one."""
    for link in named(item, "link"):
        given = link.get("href") or link.text or ""
        if given.strip() and link.get("rel", "alternate") == "alternate":
            return whole_address(given, link, base)
    for guid in named(item, "guid"):
        if guid.get("isPermaLink", "true") == "true" and (guid.text or "").strip().startswith(("http://", "https://")):
            return whole_address(guid.text, guid, base)
    return None

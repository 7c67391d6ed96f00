"""XML as sites write it: read without trust, and mended where it is broken.

lxml is told to expand no entity, to load nothing and to mend what is broken; it stops at a depth of 256 elements.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from itertools import chain
from urllib.parse import urljoin

from lxml import etree

from tallystick.sources.html import visible_text

# The namespaces that say something to us, each with what its names are called here; the prefix alone where a file
# forgot to declare it.
_NAMESPACES = {
    "": "",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/rss/1.0/modules/syndication/": "sy:",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
}
_DECLARATION = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)
_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,30});)?")
_MARKUP = re.compile(r"</?[A-Za-z!]|&#?\w+;")
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def parse_xml(text: str) -> etree._Element | None:
    """The root of the text; None if there is no element in it."""
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(_mended(text).encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _mended(text: str) -> str:
    """The text without its declaration, and with what feeds hold that XML does not know: ``AT&T`` and ``&nbsp;``."""
    found = _DECLARATION.match(text)
    parts = _CDATA.split(text[found.end() :] if found else text)
    parts[::2] = [_AMPERSAND.sub(_as_characters, part) for part in parts[::2]]
    return "".join(parts)


def _as_characters(ampersand: re.Match[str]) -> str:
    name = ampersand[1]
    if name is None:
        return "&amp;"
    return html.escape(character) if (character := html5.get(f"{name};")) else ampersand[0]


def tag_of(element: etree._Element) -> str:
    """The name of an element as it is called here; empty if it says nothing to us."""
    if not isinstance(element.tag, str):
        return ""
    space, _, local = element.tag.rpartition("}")
    prefix = _NAMESPACES.get(space.lstrip("{"))
    return "" if prefix is None else f"{prefix}{local}"


def named(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children of those names, those of the first name first."""
    return chain.from_iterable((each for each in parent if tag_of(each) == name) for name in names)


def line_in(parent: etree._Element, *names: str) -> str | None:
    """What the first of these children that says something says, in one line; None if none does."""
    return next(filter(None, map(as_line, named(parent, *names))), None)


def as_line(element: etree._Element) -> str | None:
    """What an element says, in one line; None if it says nothing."""
    return " ".join((plain_text(element) or "").split()) or None


def whole_address(given: str, element: etree._Element, base: str | None) -> str:
    """An address made whole with what the elements around it (XML Base) and the feed's own address say."""
    bases = [each.get(_XML_BASE) for each in chain([element], element.iterancestors())]
    address = given.strip()
    for around in (*bases, base):
        try:
            address = urljoin(around, address) if around else address
        except ValueError:
            return address
    return address


def plain_text(element: etree._Element) -> str | None:
    """What an element says, as plain text: its mark-up may be elements, or text that holds mark-up in its turn."""
    if len(element) and any(isinstance(each.tag, str) for each in element):
        inside = html.escape(element.text or "") + "".join(etree.tostring(each, encoding="unicode") for each in element)
        return visible_text(f"<div>{inside}</div>") or None
    text = "".join(element.itertext())
    is_plain = element.get("type") in {"text", "text/plain"} or not _MARKUP.search(text)
    return (text.strip() if is_plain else visible_text(text)) or None

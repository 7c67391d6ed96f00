"""Web pages: the main text of the page is one article."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import Document

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapter import Adapter
from tallystick.sources.decode import decode_bytes
from tallystick.sources.files import name_of
from tallystick.sources.language import find_language
from tallystick.sources.limits import read_whole
from tallystick.sources.taken import Article

# A page that holds nothing is told to the user as a failure; what the libraries log about it would be told twice.
for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LINKED_DATA = "script[@type='application/ld+json']"
_UNSEEN_TAGS = (
    f"script[not(self::{_LINKED_DATA})]", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math",
    "canvas", "select", "textarea", "button", "dialog",
)  # fmt: skip
_LOWER = "translate({}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ ', 'abcdefghijklmnopqrstuvwxyz')"
_UNSEEN = " | ".join(
    (
        *(f"//{tag}" for tag in _UNSEEN_TAGS),
        "//*[@hidden]",
        "//*[@aria-hidden='true']",
        f"//*[contains({_LOWER.format('@style')}, 'display:none')]",
        f"//*[contains({_LOWER.format('@style')}, 'visibility:hidden')]",
    )
)
_AROUND_THE_TEXT = "//script | //nav | //header | //footer | //aside | //form | //head"
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    *(f"//meta[{_LOWER.format('@name')}='{name}']/@content" for name in ("date", "dc.date", "pubdate")),
    "//time[@itemprop='datePublished']/@datetime",
    "//article//time/@datetime",
)
_LINKED_DATA_DAY = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_TABLE_EDGE = re.compile(r"^\|[ \t]*|[ \t]*\|[ \t]*$", re.MULTILINE)
_BLOCKS = (
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "li", "main", "p", "pre", "section", "table", "td", "th", "tr",
)  # fmt: skip


def read_html(path: Path, max_mb: int) -> Iterator[Article]:
    """The one article of a web page. Raises TallystickError as ``read_whole`` and ``read_page`` do."""
    yield read_page(read_whole(path, max_mb), name=name_of(path))


def read_page(raw: bytes, *, name: str, charset: str | None = None) -> Article:
    """The article of a page, found by trafilatura; all visible text of its body where that finds nothing.

    Scripts, styles, comments and hidden elements are no text. The publication day comes from the page's own mark-up
    (linked data, meta and time elements, then what htmldate finds in mark-up; nothing is guessed from the text).
    ``charset`` is what the page's sender says of its encoding; it goes before what the page says itself.

    Raises:
        TallystickError: E110 if the page has no text, else as ``decode_bytes``.

    """
    decoded = decode_bytes(raw, path=name, declared=charset or _declared_encoding(raw))
    page = _parse(decoded.text)
    if page is None:
        raise TallystickError(Code.E110, path=name)
    published = _stated_day(page)
    stated_language = _stated_language(page)
    found = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "min_date": "1900-01-01"},
    )
    article = found if isinstance(found, Document) and found.text else Document(text=visible_text(decoded.text))
    if not article.text:
        raise TallystickError(Code.E110, path=name)
    return Article(
        text=_TABLE_EDGE.sub("", article.text),
        raw=raw,
        title=article.title,
        url=article.url,
        publisher=article.sitename,
        published=published or article.date,
        # What a page says of its own language is often its template's: it counts where the text does not tell.
        language=find_language(article.text) or stated_language,
        guessed_encoding=decoded.guessed,
    )


def _declared_encoding(raw: bytes) -> str | None:
    found = _CHARSET.search(raw[:4096])
    return found[1].decode("ascii") if found else None


def _parse(text: str) -> HtmlElement | None:
    """The page without what a reader does not see; None where there is no element at all."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    for element in page.xpath(_UNSEEN):
        if element.getparent() is not None:
            element.drop_tree()
    return page


def _stated_day(page: HtmlElement) -> str | None:
    """The publication day as the mark-up states it, linked data (schema.org) first."""
    linked = (_LINKED_DATA_DAY.search(script.text or "") for script in page.xpath(f"//{_LINKED_DATA}"))
    values = [found[1] for found in linked if found]
    values += [value for path in _PUBLISHED for value in page.xpath(path)]
    return next((str(value).strip() for value in values if value.strip()), None)


def _stated_language(page: HtmlElement) -> str | None:
    stated = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", page.get("lang") or "")
    return stated[0].lower() if stated else None


def visible_text(html: str) -> str:
    """All text of a page, or of a part of one, but for what stands around it; a line for each block."""
    page = _parse(html)
    if page is None:
        return ""
    for element in page.xpath(_AROUND_THE_TEXT):
        if element.getparent() is not None:
            element.drop_tree()
    for element in page.iter(*_BLOCKS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in page.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


ADAPTER = Adapter(
    name="html",
    reads="a web page, one report a file: its main text",
    suffixes=frozenset({".html", ".htm", ".xhtml"}),
    media_types=frozenset({"text/html", "application/xhtml+xml"}),
    read=read_html,
)

"""Dumps of a wiki (MediaWiki's export in XML, as of Wikinews): one page is one article. Read as a stream."""

from __future__ import annotations

import bz2
import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import quote

from lxml import etree

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapter import Adapter, Option
from tallystick.sources.files import name_of
from tallystick.sources.limits import bytes_allowed, refuse_size
from tallystick.sources.taken import Article, Found
from tallystick.sources.wikitext import read_wikitext

_PART = 1 << 15
_OPENING = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml.*?\?>\s*)?<mediawiki[\s>]", re.DOTALL)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FILE, _CATEGORY = "6", "14"  # https://www.mediawiki.org/wiki/Manual:Namespace#Built-in_namespaces


@dataclass(frozen=True)
class _Site:
    """What a dump says of the wiki: ``head`` is what stands before its first page, in bytes."""

    head: bytes = b"<mediawiki>"
    name: str | None = None
    base: str | None = None
    language: str | None = None
    files: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()


def read_dump(path: Path, max_mb: int, *, namespace: str, language: str) -> Iterator[Found]:
    """An article for each page of the namespaces, redirects left out: its last revision, as plain text.

    Packed or not is told by how the file opens. ``max_mb`` limits a page. A page without prose is left out. The bytes
    on file are the page as the dump has it, its revision and who made it, under what it says of the wiki.

    Raises:
        TallystickError: E103 if the file is empty, E104 if a page is over the limit, E149 where the dump ends before
            its end or is broken, E150 if mwparserfromhell is not installed. The pages before are given first.
        OSError: if it cannot be read.

    """
    name = name_of(path)
    if not path.stat().st_size:
        raise TallystickError(Code.E103, path=name)
    wanted = {each.strip() for each in namespace.split(",")}
    site = _Site()
    with path.open("rb") as file:
        for element in elements_in(_unpacked(file), name=name, max_mb=max_mb):
            if etree.QName(element).localname == "siteinfo":
                site = _site_of(element)
            elif _child(element, "ns", default="0") in wanted and element.find("{*}redirect") is None:
                article = _article_of(element, site, language=language, name=name)
                if article is not None:
                    yield article


def _unpacked(file: BinaryIO) -> BinaryIO:
    start = file.read(3)
    file.seek(0)
    if start == b"BZh":
        return cast(BinaryIO, bz2.BZ2File(file))
    return cast(BinaryIO, gzip.GzipFile(fileobj=file)) if start.startswith(b"\x1f\x8b") else file


def elements_in(file: BinaryIO, *, name: str, max_mb: int) -> Iterator[etree._Element]:
    """What the dump says of the wiki, then each page; one is used before the next is asked for."""
    # Entities stay as they are, nothing is loaded, and lxml's own limits of depth and size hold.
    parser = etree.XMLPullParser(
        events=("end",), tag=["{*}siteinfo", "{*}revision", "{*}page"], resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    held, cause = 0, None
    while cause is None:
        part = b""
        try:
            part = file.read1(_PART)  # type: ignore[attr-defined]  # gives what there is, up to where a packing breaks
            parser.feed(part) if part else parser.close()
        except (EOFError, OSError, zlib.error, etree.XMLSyntaxError) as error:
            cause = " ".join(str(error).split()) or type(error).__name__
        held += len(part)
        for _, element in parser.read_events():
            held = 0
            if etree.QName(element).localname == "revision":
                _forget_before(element, only="revision")
                continue
            yield element
            element.clear()
            _forget_before(element)
        if held > bytes_allowed(max_mb):
            raise refuse_size(held, path=name, max_mb=max_mb)
        if not part and cause is None:
            return
    raise TallystickError(Code.E149, path=name, cause=cause)


def _forget_before(element: etree._Element, *, only: str = "") -> None:
    """Takes out what stands before an element, of all kinds or of one, so that the tree does not grow."""
    parent, before = element.getparent(), element.getprevious()
    while before is not None and (not only or etree.QName(before).localname == only):
        parent.remove(before)
        before = element.getprevious()


def _site_of(info: etree._Element) -> _Site:
    root = info.getparent()
    base = _child(info, "base")
    names = {each.get("key"): (each.text or "").strip().lower() for each in info.iterfind("{*}namespaces/{*}namespace")}
    language = root.get(_XML_LANG)
    shown = quote(language or "", safe="-")
    head = f'<mediawiki xml:lang="{shown}">'.encode() if shown else b"<mediawiki>"
    return _Site(
        head=head + etree.tostring(info, encoding="utf-8", with_tail=False),
        name=_child(info, "sitename") or None,
        base=base.rpartition("/")[0] or None,
        language=language,
        files=frozenset(filter(None, [names.get(_FILE)])),
        categories=frozenset(filter(None, [names.get(_CATEGORY)])),
    )


def _article_of(page: etree._Element, site: _Site, *, language: str, name: str) -> Article | None:
    title = _child(page, "title")
    prose = read_wikitext(
        page.findtext("{*}revision/{*}text") or "", file_names=site.files, category_names=site.categories, path=name
    )
    if not prose.text:
        return None
    address = f"{site.base}/{quote(title.replace(' ', '_'), safe='/:(),!*')}" if site.base and title else None
    return Article(
        text=prose.text,
        raw=site.head + etree.tostring(page, encoding="utf-8", with_tail=False) + b"</mediawiki>",
        title=title or None,
        url=address,
        publisher=site.name,
        published=prose.published,
        language=language or site.language,
        part=title or None,
    )


def _child(element: etree._Element, name: str, *, default: str = "") -> str:
    return (element.findtext(f"{{*}}{name}") or default).strip()


ADAPTER = Adapter(
    name="mediawiki",
    reads="a dump of a wiki, Wikinews among them, one report a page",
    suffixes=frozenset({".xml", ".xml.bz2", ".xml.gz"}),
    media_types=frozenset({"application/xml"}),
    read=read_dump,
    opens=lambda head: _OPENING.match(head) is not None,
    options=(
        Option(name="namespace", meaning="which namespaces are read, by their numbers, with commas", default="0"),
        Option(name="language", meaning="the language of its pages; otherwise what the dump says"),
    ),
)

"""An address that a person gave: a page, or a feed whose entries lead to pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from tallystick.errors import Code, TallystickError
from tallystick.model.origin import Origin
from tallystick.model.report import Failure
from tallystick.model.retrieval import Retrieval
from tallystick.sources import html, text
from tallystick.sources.adapter import Adapter
from tallystick.sources.build import build_report
from tallystick.sources.decode import decode_bytes
from tallystick.sources.feeds import read as feeds
from tallystick.sources.feeds.feed import Entry, article_of, doubt_of, find_false_day
from tallystick.sources.feeds.read import is_feed, read_entry, read_feed_bytes
from tallystick.sources.fetching.address import Address, in_one_form, is_same_site, parse_address
from tallystick.sources.fetching.fetched import FEED_TYPES, PAGE_TYPES, Fetched
from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.sources.html import read_page
from tallystick.sources.taken import Article, Taken, failure_from
from tallystick.sources.tool import tool


@dataclass(frozen=True, kw_only=True)
class Part:
    """A report that an address holds or leads to; ``read`` gives it, or what was wrong with it.

    ``page`` is the address that has to be fetched for it; null where it has come already. ``shown`` is what to call it,
    ``key`` what tells it from the others of its feed; empty for a page that is no entry.
    """

    shown: str
    page: str | None
    key: str = ""
    read: Callable[[], Iterator[Taken | Failure]]


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What an address holds: its parts in the order of the page, and what was odd about the whole.

    ``feed`` tells how it was fetched, if it is a feed; without parts it holds what it held before. ``rhythm`` is the
    time between two changes that a feed states.
    """

    parts: tuple[Part, ...] = ()
    warnings: tuple[Failure, ...] = ()
    feed: Retrieval | None = None
    rhythm: timedelta | None = None


Amend = Callable[[tuple[Entry, ...]], tuple[Entry, ...]]
"""Gives the entries of a feed as they are to be taken in."""


def visit(
    address: Address, *, fetcher: Fetcher, published: date | None = None, known: Retrieval | None = None
) -> Visit:
    """Fetches an address, and tells what it holds; the pages that a feed leads to are fetched when they are read.

    ``published`` is the publication day of all of them and goes before what they say themselves. ``known`` tells how
    the feed that is there was fetched before.

    Raises:
        TallystickError: E121 to E132 as the fetcher and the reading of feeds do.

    """
    fetched = fetcher.fetch(address, known=known)
    if fetched.is_unchanged or is_of_feed(fetched):
        return visit_feed(fetched, fetcher=fetcher, published=published)
    name = str(address)

    def read() -> Iterator[Taken | Failure]:
        yield from _take_page(_read_page(fetched, name=name), fetched, published=published)

    return Visit(parts=(Part(shown=name, page=None, read=read),))


def is_of_feed(fetched: Fetched) -> bool:
    """True if what was fetched is a feed, and no page."""
    return fetched.retrieval.media_type in FEED_TYPES or is_feed(fetched.body)


def visit_feed(
    fetched: Fetched, *, fetcher: Fetcher, published: date | None = None, amend: Amend | None = None
) -> Visit:
    """What a feed that was fetched holds; its pages are fetched when they are read.

    Raises:
        TallystickError: E132 if it is no feed, else as ``decode_bytes``.

    """
    if fetched.is_unchanged:
        return Visit(feed=fetched.retrieval)
    feed = fetched.retrieval.address
    held = read_feed_bytes(fetched.body, name=feed, charset=fetched.charset, base=fetched.retrieval.final)
    guess = held.guessed_encoding
    odd = (TallystickError(Code.E114, path=feed, encoding=guess),) if guess else ()

    origin = _origin_of(fetched, feeds.ADAPTER)

    def part(entry: Entry) -> Part:
        if entry.text or not entry.link:
            here = partial(_take_from_feed, entry, feed=feed, published=published, origin=origin)
            return Part(shown=entry.shown, page=None, key=entry.key, read=here)
        read = partial(_follow, entry, entry.link, feed=feed, fetcher=fetcher, published=published, origin=origin)
        return Part(shown=entry.shown, page=in_one_form(entry.link), key=entry.key, read=read)

    return Visit(
        parts=tuple(part(entry) for entry in (amend(held.entries) if amend else held.entries)),
        warnings=tuple(failure_from(feed, each) for each in odd),
        feed=fetched.retrieval,
        rhythm=held.rhythm,
    )


def _take_from_feed(entry: Entry, *, feed: str, published: date | None, origin: Origin) -> Iterator[Taken | Failure]:
    for each in _take(read_entry(entry, path=feed, today=_today()), path=feed, published=published):
        yield replace(each, origin=origin) if isinstance(each, Taken) else each


def _follow(
    entry: Entry, link: str, *, feed: str, fetcher: Fetcher, published: date | None, origin: Origin
) -> Iterator[Taken | Failure]:
    """The page that an entry leads to, with what the entry says where the page says nothing.

    Where it cannot be had, what was wrong, and the summary in the feed if there is one; that is called by the feed's
    address, so that the page is tried again the next time.
    """
    try:
        fetched = fetcher.follow(parse_address(link))
        found = tuple(_read_page(fetched, name=link, entry=entry))
    except TallystickError as error:
        if article_of(entry) is None:
            yield failure_from(link, error)
            return
        cause = f"[{error.code.name}] {error.message}"
        yield failure_from(link, TallystickError(Code.E133, path=link, cause=cause))
        yield from _take_from_feed(entry, feed=feed, published=published, origin=origin)
        return
    yield from _take_page(found, fetched, published=published)


def _read_page(fetched: Fetched, *, name: str, entry: Entry | None = None) -> Iterator[Article | TallystickError]:
    """The article of a page that was fetched. Raises TallystickError E110, E129 or as ``decode_bytes``."""
    media_type, final = fetched.retrieval.media_type, fetched.retrieval.final
    if media_type not in PAGE_TYPES:
        raise TallystickError(Code.E129, address=name, type=media_type)
    if media_type == "text/plain":
        decoded = decode_bytes(fetched.body, path=name, declared=fetched.charset)
        article = Article(text=decoded.text, raw=fetched.body, guessed_encoding=decoded.guessed)
    else:
        article = read_page(fetched.body, name=name, charset=fetched.charset)
    # A page says its own address, for which we take its word within its own site only.
    url = article.url if article.url and is_same_site(article.url, final) else final
    article = replace(article, url=url)
    doubt = None
    if entry is not None:
        doubt = None if article.published else doubt_of(entry, path=name)
        article = replace(
            article,
            title=article.title or entry.title,
            publisher=article.publisher or entry.publisher,
            published=article.published or entry.published,
            language=article.language or entry.language,
        )
    if false := doubt or find_false_day(article.published, today=_today(), path=name):
        yield false
        article = replace(article, published=None)
    yield article


def _take_page(
    found: Iterable[Article | TallystickError], fetched: Fetched, *, published: date | None
) -> Iterator[Taken | Failure]:
    retrieval = fetched.retrieval
    adapter = text.ADAPTER if retrieval.media_type == "text/plain" else html.ADAPTER
    origin = _origin_of(fetched, adapter)
    for each in _take(found, path=retrieval.address, published=published):
        yield replace(each, retrieval=retrieval, origin=origin) if isinstance(each, Taken) else each


def _origin_of(fetched: Fetched, adapter: Adapter) -> Origin:
    return Origin(
        address=fetched.retrieval.address,
        final=fetched.retrieval.final,
        at=fetched.retrieval.at,
        status=200,
        headers=fetched.headers,
        media_type=fetched.retrieval.media_type,
        charset=fetched.charset,
        adapter=adapter.name,
        tool=tool(),
    )


def _take(
    found: Iterable[Article | TallystickError], *, path: str, published: date | None
) -> Iterator[Taken | Failure]:
    try:
        for each in found:
            yield (
                failure_from(path, each)
                if isinstance(each, TallystickError)
                else build_report(each, path=path, published=published)
            )
    except TallystickError as error:
        yield failure_from(path, error)


def _today() -> date:
    return datetime.now(UTC).date()

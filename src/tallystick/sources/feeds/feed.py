"""What a feed says, whatever form it is written in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

from tallystick.errors import Code, TallystickError
from tallystick.sources.day import parse_published
from tallystick.sources.language import find_language
from tallystick.sources.taken import Article

_ZERO_OF_CLOCKS = date(1970, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An entry as plain text, nothing of it checked yet.

    ``text`` is the whole of it, where the feed gives that, and ``summary`` what it gives in its place. ``published`` is
    as written, ``raw`` the entry's own bytes, and ``line`` where it begins, from 1, if its form has lines. ``guid`` is
    what the feed tells it by, ``doubt`` why its day is not believed, in words, or null.
    """

    raw: bytes
    line: int | None = None
    title: str | None = None
    link: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    text: str | None = None
    summary: str | None = None
    guid: str | None = None
    doubt: str | None = None

    @property
    def key(self) -> str:
        """What tells it from others and from itself after a change: a hash of its id, or address, and of its words."""
        told = (self.guid or self.link, self.title, self.text, self.summary)
        return hashlib.sha256("\0".join(part or "" for part in told).encode("utf-8", "replace")).hexdigest()[:32]

    @property
    def shown(self) -> str:
        """What to call the entry in one line."""
        return " ".join((self.title or self.link or "without a title").split())[:100]


@dataclass(frozen=True)
class Feed:
    """The entries in the order of the feed; ``guessed_encoding`` is set when its bytes did not say their own.

    ``rhythm`` is the time between two changes that the feed states, or null.
    """

    entries: tuple[Entry, ...]
    guessed_encoding: str | None = None
    rhythm: timedelta | None = None


def article_of(entry: Entry) -> Article | None:
    """The article that the feed itself holds: the entry's text, or its summary; None if there is neither."""
    text = entry.text or entry.summary
    if not text:
        return None
    return Article(
        text=text,
        raw=entry.raw,
        line=entry.line,
        title=entry.title,
        url=entry.link,
        publisher=entry.publisher,
        published=entry.published,
        # What a feed says of its language is often its template's: it counts where the text does not tell.
        language=find_language(text) or entry.language,
    )


def doubt_of(entry: Entry, *, path: str) -> TallystickError | None:
    """E154 for an entry whose day is not believed."""
    if entry.doubt is None:
        return None
    return TallystickError(
        Code.E154, path=path, value=" ".join((entry.published or "").split())[:50], cause=entry.doubt
    )


def find_false_day(published: str | None, *, today: date | None, path: str) -> TallystickError | None:
    """E135 for a publication day that cannot be: the zero of a clock, or later than ``today`` anywhere on earth."""
    try:
        day = parse_published(published or "")
    except ValueError:
        return None
    if day == _ZERO_OF_CLOCKS or (today is not None and day > today + timedelta(days=1)):
        return TallystickError(Code.E135, path=path, value=day)
    return None

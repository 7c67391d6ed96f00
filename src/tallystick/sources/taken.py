"""What passes between the parts of this room: an article as a file holds it, and a report as it is taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from tallystick.errors import TallystickError
from tallystick.model.origin import Origin
from tallystick.model.report import Failure, Report
from tallystick.model.retrieval import Retrieval


@dataclass(frozen=True, kw_only=True)
class Capture:
    """Where and when a crawler got an article, as its archive says; ``at`` is in UTC.

    ``media_type`` and ``charset`` are what the server said of the bytes, ``adapter`` the format as which they are read.
    """

    address: str
    at: datetime
    media_type: str
    charset: str | None
    adapter: str


@dataclass(frozen=True, kw_only=True)
class Article:
    """A text and what its file says about it, nothing of it checked yet.

    ``raw`` is the bytes that carry the article: the whole file, or one line of JSON. ``published`` is the publication
    day as written. ``guessed_encoding`` is set when the bytes did not say how they are encoded. ``line`` counts
    from 1 and is set where a file holds one article a line; ``part`` is what it is called in a file that names its
    articles otherwise. ``capture`` tells how a crawler got it, if one did.
    """

    text: str
    raw: bytes
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    guessed_encoding: str | None = None
    line: int | None = None
    part: str | None = None
    capture: Capture | None = None


Found = Article | TallystickError
"""What a format gives for each part of a file: its article, or what was wrong with it."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A report, the bytes it came from, and what was odd about it (counted like failures, yet the report is kept).

    ``retrieval`` tells how its page was fetched, by us or by the crawler whose archive it comes from, if it was, and
    ``origin`` what is kept for good of how it came.
    ``place`` is where it stands, as error texts name it.
    """

    report: Report
    raw: bytes
    origin: Origin | None = None
    place: str | None = None
    retrieval: Retrieval | None = None
    warnings: tuple[Failure, ...] = ()


def place_of(article: Article, *, path: str) -> str:
    """Where an article stands, as error texts name it: the file, with the line or the part of it that it is."""
    if article.part:
        return f"{path}/{article.part}"
    return f"{path}:{article.line}" if article.line else path


def failure_from(path: str, error: TallystickError) -> Failure:
    """The error as a line of the record, under the path of the input that it is about."""
    return Failure(path=path, code=error.code.name, message=error.message)


def with_names(item: Taken | Failure, names: Mapping[str, str]) -> Taken | Failure:
    """The same, each file called by its name in place of its path; no path may be the beginning of another."""
    if isinstance(item, Failure):
        return Failure(path=_named(item.path, names), code=item.code, message=_named(item.message, names))
    path = _named(item.report.path, names) if item.report.path else None
    place = _named(item.place, names) if item.place else None
    warnings = tuple(
        Failure(path=_named(each.path, names), code=each.code, message=_named(each.message, names))
        for each in item.warnings
    )
    return replace(item, report=item.report.model_copy(update={"path": path}), place=place, warnings=warnings)


def _named(text: str, names: Mapping[str, str]) -> str:
    for path, name in names.items():
        text = text.replace(path, name)
    return text

"""From an article as its file holds it to a report: normalised, hashed, dated."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date

from tallystick.errors import Code, TallystickError
from tallystick.model.report import Report
from tallystick.model.retrieval import LONGEST, Retrieval
from tallystick.sources.dateline import find_dateline
from tallystick.sources.header import read_header, skip_title
from tallystick.sources.language import find_language
from tallystick.sources.normalise import normalise_text
from tallystick.sources.taken import Article, Taken, failure_from, place_of


def build_report(article: Article, *, path: str, published: date | None = None) -> Taken:
    """The report of an article, with a warning for each thing that was odd.

    What the file says of title, publisher, address and language goes before what the header of the text says.
    Warnings: E109, E113 (days) and E114 (encoding guessed).

    Raises:
        TallystickError: E103 if nothing is left of the text once it is normalised.

    """
    place = place_of(article, path=path)
    text = normalise_text(article.text)
    if not text.strip():
        raise TallystickError(Code.E103, path=place)
    header = read_header(text)
    title = _line(article.title) or header.fields.get("title")
    header = replace(header, end=skip_title(text, header.end, title))
    dateline = find_dateline(text, header, path=place, given=published, metadata=article.published)
    warnings = list(dateline.warnings)
    if article.guessed_encoding:
        warnings.append(TallystickError(Code.E114, path=place, encoding=article.guessed_encoding))
    report = Report(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        path=path,
        url=_line(article.url) or header.fields.get("url"),
        publisher=_line(article.publisher) or header.fields.get("publisher"),
        title=title,
        published_on=dateline.published_on,
        published_basis=dateline.basis,
        language=_language(article.language)
        or _language(header.fields.get("language"))
        or find_language(text[dateline.body_start :]),
        body_start=dateline.body_start,
    )
    return Taken(
        report=report,
        raw=article.raw,
        retrieval=_retrieval_of(article),
        warnings=tuple(failure_from(path, w) for w in warnings),
    )


def _retrieval_of(article: Article) -> Retrieval | None:
    capture = article.capture
    if capture is None or len(capture.address) > LONGEST:
        return None
    return Retrieval(address=capture.address, final=capture.address, at=capture.at, media_type=capture.media_type)


def _line(value: str | None) -> str | None:
    """Metadata as one line of text, normalised like the text itself; None where nothing is left."""
    return " ".join(normalise_text(value).split()) or None if value else None


def _language(value: str | None) -> str | None:
    """The language subtag of a BCP 47 tag such as ``en-GB``; None for anything else, a language's name included."""
    tag = re.fullmatch(r"\s*([A-Za-z]{2,3})(?:[-_][\w-]*)?\s*", value or "")
    return tag[1].lower() if tag else None

"""PDF with text in it. Pictures of text are told as such: nothing is recognised in them."""

from __future__ import annotations

import io
import logging
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapter import Adapter
from tallystick.sources.files import name_of
from tallystick.sources.limits import read_whole
from tallystick.sources.taken import Article

# What is wrong with a file is told as a failure; the library would log it once more.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

MOST_PAGES = 2000
MOST_CHARACTERS = 20_000_000
MOST_SECONDS = 60
"""Processor time for one file, looked at after each page."""
_EDGE = 2
"""So many lines at the top and at the foot of a page may be a header or a footer, if they are short."""
_SHORT = 60
_PARTED = re.compile(r"(?<=[a-z])[-\u00ad\u2010][\r\n](?=[a-z])")
_FIGURES = re.compile(r"\d+")
_LIGATURES = re.compile("[\ufb00-\ufdff\ufe70-\ufeff]+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_LETTER = re.compile(r"[^\W\d_]")


def read_pdf(path: Path, max_mb: int) -> Iterator[Article | TallystickError]:
    """The one article of a PDF; E147 beside it if it is written from right to left.

    Raises TallystickError as ``read_whole`` and ``read_pdf_bytes`` do.
    """
    article = read_pdf_bytes(read_whole(path, max_mb), name=name_of(path))
    if is_right_to_left(article.text):
        yield TallystickError(Code.E147, path=name_of(path))
    yield article


def read_pdf_bytes(raw: bytes, *, name: str) -> Article:
    """The text of a PDF with title and the day it was made, as it states them.

    Lines that stand at the edge of most pages (headers, footers, page numbers) go, words parted at the end of a line
    are joined, and so are the lines of a paragraph.

    Raises:
        TallystickError: E144 if it is locked, broken, without text or too large to read.

    """
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise TallystickError(Code.E144, path=name, cause="locked by a password")
        pages = _pages_of(reader, name)
        about = reader.metadata
        title = about.title if about else None
        made = str(about.creation_date.date()) if about and about.creation_date else None
    except (FileNotDecryptedError, DependencyError):
        raise TallystickError(Code.E144, path=name, cause="locked by a password") from None
    except TallystickError:
        raise
    except Exception as error:  # a broken file makes the library raise nearly anything
        cause = f"broken: {' '.join(str(error).split()) or type(error).__name__}"[:160]
        raise TallystickError(Code.E144, path=name, cause=cause) from None
    text = "\n\n".join(filter(None, map(_flow, _without_edges(pages))))
    if not text.strip():
        raise TallystickError(Code.E144, path=name, cause="no text in it, pictures at most")
    return Article(text=text, raw=raw, title=_said(title), published=made)


def _pages_of(reader: PdfReader, name: str) -> list[str]:
    """The text of each page. Raises TallystickError E144 where a bound is passed."""
    pages: list[str] = []
    length, until = 0, time.process_time() + MOST_SECONDS
    for number, page in enumerate(reader.pages, start=1):
        pages.append(_LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), page.extract_text()))
        length += len(pages[-1])
        if number > MOST_PAGES or length > MOST_CHARACTERS or time.process_time() > until:
            raise TallystickError(Code.E144, path=name, cause=f"too large, given up after page {number}")
    return pages


def _without_edges(pages: list[str]) -> list[list[str]]:
    """The lines of each page without those that stand at the same edge of more than half of three pages or more."""
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    if len(split) < 3:
        return split
    met = Counter(key for lines in split for key in {_key(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    again = {key for key, times in met.items() if 2 * times > len(split)}
    return [
        [
            line
            for at, line in enumerate(lines)
            if not ((at < _EDGE or at >= len(lines) - _EDGE) and len(line) <= _SHORT and _key(line) in again)
        ]
        for lines in split
    ]


def _key(line: str) -> str:
    return _FIGURES.sub("#", line)


def _flow(lines: list[str]) -> str:
    """The lines as paragraphs: one that is about as long as the long ones goes on in the next."""
    if not lines:
        return ""
    full = 0.7 * sorted(map(len, lines))[int(0.9 * (len(lines) - 1))]
    text = ""
    for line in lines:
        text += line + ("\n" if len(line) < full else "\r")
    text = _PARTED.sub("", text)
    return text.replace("\r", " ").strip()


def is_right_to_left(text: str) -> bool:
    """True if more than half of the letters are of scripts written from right to left."""
    sample = text[:20_000]
    return 2 * len(_RIGHT_TO_LEFT.findall(sample)) > len(_LETTER.findall(sample))


def _said(value: object) -> str | None:
    return " ".join(str(value).split()) or None if value else None


ADAPTER = Adapter(
    name="pdf",
    reads="a PDF with text in it, one report a file",
    suffixes=frozenset({".pdf"}),
    media_types=frozenset({"application/pdf"}),
    read=read_pdf,
    opens=lambda head: head.startswith(b"%PDF-"),
)

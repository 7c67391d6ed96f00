"""What a scorer reads with: a reader, and the road behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from tallystick.ledger import open_ledger
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.pipeline import derive, read_report, read_unread
from tallystick.reading.ahead import reports_in_batches
from tallystick.reading.reader import Reader, Reading
from tallystick.sources.build import build_report
from tallystick.sources.taken import Article

_Item = TypeVar("_Item")


class Half(Enum):
    """One half of a gold set: the one whose errors are read while rules are made, or the one kept for figures."""

    READ = "read"
    UNREAD = "unread"


class Letters(Enum):
    """In which letters the documents of a gold set are read, whatever they are written in."""

    UPPER = "upper"
    LOWER = "lower"


@dataclass(frozen=True)
class Bench:
    """A reader to score, on one ``half`` of each gold set or on both.

    ``limit`` takes the first documents only, for a quick look. ``letters`` turns them all into upper or lower case
    first; a letter whose other case takes more room (the German sharp s) stays, so that the gold's offsets hold.
    """

    reader: Reader
    limit: int | None = None
    half: Half | None = None
    letters: Letters | None = None

    def cut(self, documents: Sequence[_Item], *, name: Callable[[_Item], str]) -> Sequence[_Item]:
        """The documents to score; ``name`` tells the halves apart, so that a document is always in the same one."""
        kept = [each for each in documents if self.half in (None, half_of(name(each)))]
        return kept[: self.limit]

    def read(self, reports: Sequence[Report]) -> Iterator[Reading]:
        """The reading of each report, in their order."""
        for report in reports_in_batches(self.reader, list(map(self._in_letters, reports))):
            yield read_report(report, reader=self.reader)[0]

    def record(self, reports: Sequence[Report]) -> Record:
        """What the whole road makes of reports, as ``tallystick run`` would: mentions joined, tallies checked."""
        with TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
            ledger.add_reports((r, r.text.encode()) for r in map(self._in_letters, reports))
            ledger.save_failures(read_unread(ledger, reader=self.reader), tried=())
            return derive(ledger)

    def _in_letters(self, report: Report) -> Report:
        if self.letters is None:
            return report
        change = str.upper if self.letters is Letters.UPPER else str.lower
        written = (change(letter) for letter in report.text)
        text = "".join(new if len(new) == 1 else old for old, new in zip(report.text, written, strict=True))
        return report.model_copy(update={"text": text})


def half_of(name: str) -> Half:
    """The half of the document of that name: read, if the SHA-256 hash of the name is even."""
    return Half.UNREAD if hashlib.sha256(name.encode()).digest()[-1] % 2 else Half.READ


def make_report(
    text: str,
    *,
    name: str,
    published: date | None = None,
    url: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Report:
    """A gold document as a report; ``name`` is what errors call it.

    Raises:
        TallystickError: E103 if the text is empty.

    """
    raw = text.encode("utf-8", errors="surrogatepass")
    article = Article(text=text, raw=raw, url=url, publisher=publisher, title=title, language=language)
    return build_report(article, path=name, published=published).report

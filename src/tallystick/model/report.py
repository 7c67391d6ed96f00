"""What was published."""

from __future__ import annotations

from datetime import date

from tallystick.model.base import Noun
from tallystick.model.terms import DatelineBasis


class Report(Noun):
    """A report as it came in, its text normalised once and never changed.

    ``id`` is the SHA-256 of the text in UTF-8, so two files with the same text are one report. ``body_start``
    is the code point at which the text proper begins, behind a header such as ``date 2023-11-07``. ``set_aside`` is
    true for a report that the fast first pass found to tell nothing of armed violence: it is on file, and not read.
    """

    id: str
    text: str
    path: str | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published_on: date | None = None
    published_basis: DatelineBasis = DatelineBasis.NONE
    language: str | None = None
    syndicated_from: str | None = None
    set_aside: bool = False
    body_start: int = 0


class Failure(Noun):
    """An input that could not be taken in: one line, naming the file and the cause."""

    path: str
    code: str
    message: str

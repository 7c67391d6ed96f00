"""What was published."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import DatelineBasis


class Copied(Noun):
    """Why a report is held for a copy.

    ``original`` is the report of its family that was published first, ``nearest`` the one whose text was compared
    with it: the original, or another copy of it. ``share`` says how much of the shorter text stands in the other,
    0 to 1, ``why`` says it in words, and ``quote`` is the longest passage of this report that stands there.
    """

    original: str
    nearest: str
    share: float = Field(ge=0, le=1)
    why: str
    quote: Quote


class Credit(Noun):
    """An outlet that a report credits as its writer ("(AP) –", "By … | Reuters").

    ``outlet`` is the id of the outlet, its domain.
    """

    outlet: str
    name: str
    quote: Quote


class Report(Noun):
    """A report as it came in, its text normalised once and never changed.

    ``id`` is the SHA-256 of the text in UTF-8, so two files with the same text are one report. ``body_start``
    is the code point at which the text proper begins, behind a header such as ``date 2023-11-07``. ``set_aside`` is
    true for a report that the fast first pass found to tell nothing of armed violence: it is on file, and not read.
    ``syndicated_from`` is the original that it is a copy of, and ``copied`` says why; ``credited_to`` is whom it names
    as its writer, if not its own publisher. All four are derived.
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
    copied: Copied | None = None
    credited_to: Credit | None = None
    set_aside: bool = False
    body_start: int = 0


class Failure(Noun):
    """An input that could not be taken in: one line, naming the file and the cause."""

    path: str
    code: str
    message: str

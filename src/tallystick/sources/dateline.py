"""When a report was published, and on what ground we say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tallystick.errors import Code, TallystickError
from tallystick.model.terms import DatelineBasis
from tallystick.sources.day import DAY, parse_published, parse_written_day
from tallystick.sources.header import Header
from tallystick.sources.stamp import find_stamp

# Without a day, brackets mark a dateline only around the name of an agency: "The group (IRI) - backed by …" is none.
_AGENCY_NAMES = (
    "AA", "AFP", "Al Jazeera", "Anadolu", "ANI", "ANSA", "AP", "Bernama", "CNN", "dpa", "EFE", "Fars", "INA",
    "Interfax", "IRNA", "Kyodo", "NINA", "PTI", "Reuters", "RIA Novosti", "Rudaw", "SANA", "Shafaq News", "SUNA",
    "TASS", "Tasnim", "Ukrinform", "UPI", "WAFA", "Xinhua", "Yonhap",
)  # fmt: skip
_DASH = r"(?:--+|[-–—―])"
_WORD = r"[^\W\d_][\w'’.\-/]*"
_PLACE = rf"{_WORD}(?:[ \t]+{_WORD}){{0,3}}(?:[,،][ \t]*{_WORD}(?:[ \t]+{_WORD}){{0,2}})?"
_CAPITALS = r"(?-i:[A-Z][A-Z'’.\-/]+(?:[ \t]+[A-Z][A-Z'’.\-/]+){0,3}(?:,[ \t]*[A-Z][\w.]*(?:[ \t]+[A-Z][\w.]*){0,2})?)"
_BRACKETS = r"(?:\([^()\n]{1,60}\)|/[^/\n]{1,40}/)"
_AGENCY = rf"[(/](?:{'|'.join(_AGENCY_NAMES)})[)/]"
_TAGS = r"(?:\[[A-Z,\s]{1,60}\]\s*)*"
_WITH_DAY = re.compile(
    rf"[ \t]*(?:{_PLACE}[ \t]*(?:{_BRACKETS}?[ \t]*(?:[,،]|{_DASH})|{_BRACKETS})[ \t]*)?(?P<day>{DAY})[.:]?[ \t]*"
    rf"(?:{_BRACKETS}?[ \t]*[.:]?[ \t]*(?:{_DASH}\s*{_TAGS}|\n\s*)|{_BRACKETS}[.:]\s+)",
    re.IGNORECASE,
)
_WITHOUT_DAY = re.compile(
    rf"[ \t]*(?:{_PLACE}[ \t]*{_AGENCY}|{_CAPITALS}(?=[ \t]*{_DASH}\s+(?-i:[A-Z0-9])))[ \t]*{_DASH}\s+", re.IGNORECASE
)
_HEADING = re.compile(r"\s*[^\n]{1,150}(?<![.!?؟])\n\s*")
_MOST_HEADINGS = 2
_YEAR_ALONE = re.compile(r"\s*(\d{4})(?:-\d{1,2})?\s*")


@dataclass(frozen=True)
class Dateline:
    """A publication day with its basis, where the text proper begins, and what was wrong with the days met."""

    published_on: date | None
    basis: DatelineBasis
    body_start: int
    warnings: tuple[TallystickError, ...] = ()


def find_dateline(text: str, header: Header, *, path: str, given: date | None, metadata: str | None) -> Dateline:
    """The publication day of a normalised text.

    The first of these that holds a day counts: ``given`` by the user, the metadata of the file, the header of the
    text, a dateline in the text ("BAGHDAD, Nov. 7, 2023 (Reuters) —", in Arabic too) or a stamp glued to it
    (:mod:`tallystick.sources.stamp`). A dateline without its year counts only if the metadata or the header state a
    year and no day. ``body_start`` lies behind the dateline as well.

    The warnings are E109, if no day was found and one of the values met is no day of the calendar, and E113, if
    metadata and header contradict each other. A dateline older than the publication is no contradiction.
    """
    written, body_start = _find_written_day(text, header.end)
    if written is None and "published" not in header.fields and (stamp := find_stamp(text, body_start)):
        written, body_start = stamp.day, stamp.end
    stamps = [(DatelineBasis.METADATA, metadata), (DatelineBasis.HEADER, header.fields.get("published"))]
    days: dict[DatelineBasis, date] = {DatelineBasis.GIVEN: given} if given else {}
    refused: list[str] = []
    year: int | None = None
    for basis, value in stamps:
        if value:
            try:
                days[basis] = parse_published(value)
            except ValueError:
                refused.append(value)
                year = year or _year_of(value)
    if written:
        try:
            if day := parse_written_day(written, year=year):
                days[DatelineBasis.TEXT] = day
        except ValueError:
            refused.append(written)

    warnings: list[TallystickError] = []
    if not days:
        warnings += [TallystickError(Code.E109, path=path, value=value) for value in refused]
    first, second = days.get(DatelineBasis.METADATA), days.get(DatelineBasis.HEADER)
    if first and second and first != second:
        warnings.append(TallystickError(Code.E113, path=path, first=first, second=second))
    basis = next(iter(days), DatelineBasis.NONE)
    return Dateline(days.get(basis), basis, body_start, tuple(warnings))


def _find_written_day(text: str, start: int) -> tuple[str | None, int]:
    """The day of the dateline as written, if it has one, and the code point behind the dateline."""
    at = start
    for _ in range(_MOST_HEADINGS + 1):
        for form in (_WITH_DAY, _WITHOUT_DAY):
            found = form.match(text, at)
            if found and found.end() < len(text):
                return found.groupdict().get("day"), found.end()
        heading = _HEADING.match(text, at)
        if not heading:
            break
        at = heading.end()
    return None, start


def _year_of(value: str) -> int | None:
    found = _YEAR_ALONE.fullmatch(value)
    return int(found[1]) if found else None

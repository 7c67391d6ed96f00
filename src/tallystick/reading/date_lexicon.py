"""The words that dates are made of, and the cutting of a text into them.

A text becomes a row of lexemes. Each word of the lexicon and each shape of number has one private-use character, its
atom. So a text is also a string of atoms, over which the grammar runs as ordinary regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple


def words(text: str) -> frozenset[str]:
    """The words of a list that is written with blanks between them."""
    return frozenset(text.split())


def _numbered(*names: str, start: int = 0) -> Mapping[str, int]:
    """Each name of each entry with the number of its entry."""
    return {name: number for number, entry in enumerate(names, start) for name in entry.split()}


def _coded(codes: Mapping[str, str]) -> Mapping[str, str]:
    """Each name with its code."""
    return {name: code for code, names in codes.items() for name in names.split()}


MONTHS: Final = _numbered(
    "january jan jan.",
    "february feb feb.",
    "march mar mar.",
    "april apr apr.",
    "may",
    "june jun jun.",
    "july jul jul.",
    "august aug aug.",
    "september sept sep sept. sep.",
    "october oct oct.",
    "november nov nov.",
    "december dec dec.",
    start=1,
)
WEEKDAYS: Final = _numbered(
    "monday mon mon.",
    "tuesday tue tues tue. tues.",
    "wednesday wed wed.",
    "thursday thu thur thurs thu. thur. thurs.",
    "friday fri fri.",
    "saturday sat sat.",
    "sunday sun sun.",
)
WEEKDAY_PLURALS: Final = {f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")}
SEASONS: Final = _coded(
    {"SP": "spring springs", "SU": "summer summers", "FA": "autumn fall autumns", "WI": "winter winters"}
)
UNITS: Final = _coded(
    {
        "TS": "seconds",
        "TM": "minute minutes mins",
        "TH": "hour hours hr hrs",
        "D": "day days",
        "W": "week weeks",
        "WE": "weekend weekends",
        "FN": "fortnight fortnights",
        "M": "month months",
        "Q": "quarter quarters",
        "Y": "year years yr yrs",
        "DE": "decade decades",
        "CE": "century centuries",
    }
)
"""Units of time. A code with T is of the clock; WE, FN, DE and CE are weekend, fortnight, decade and century."""
PARTS_OF_DAY: Final = _coded(
    {
        "MO": "morning mornings dawn predawn daybreak sunrise",
        "MI": "midday",
        "AF": "afternoon afternoons",
        "EV": "evening evenings dusk sunset sundown",
        "NI": "night nights nighttime",
    }
)
FREQUENCIES: Final[Mapping[str, str]] = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
}
SMALL_NUMBERS: Final = _numbered(
    *"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(),  # noqa: SIM905
    *"sixteen seventeen eighteen nineteen".split(),  # noqa: SIM905
)
TENS: Final[Mapping[str, int]] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES: Final[Mapping[str, int]] = {"hundred": 100, "thousand": 1000, "dozen": 12}
NUMBER_WORDS: Final[Mapping[str, int]] = {**SMALL_NUMBERS, **TENS, **SCALES}
ORDINAL_WORDS: Final = _numbered(
    *"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(),  # noqa: SIM905
    *"fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),  # noqa: SIM905
    start=1,
)
DECADE_WORDS: Final[Mapping[str, int]] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
HOLIDAYS: Final[Mapping[str, tuple[int, int]]] = {"christmas": (12, 25), "halloween": (10, 31)}
"""Feasts on a fixed day of the Gregorian year, as (month, day)."""
MOVED_DAYS: Final[Mapping[str, tuple[int, int, int]]] = {
    "thanksgiving": (11, 3, 22),
    "election": (11, 1, 2),
    "labor": (9, 0, 1),
    "memorial": (5, 0, 25),
}
"""United States days of a week day, as (month, week day, first day of the month they can fall on): 5 U.S.C. 6103."""
ZONES: Final = words(
    "gmt utc z est edt cst cdt mst mdt pst pdt et cet cest eet eest bst ist msk ast trt irst pkt jst aest"
)
SHAPES: Final = words("other day num year ordinal big half iso dmy nine clock decade meridiem stop")
"""What a lexeme can be that is no word of the lexicon; in patterns written with a ``#``."""

_LONGEST_NUMBER: Final = 9
"""Digits beyond which a number counts no time."""
_LEXEME: Final = re.compile(
    r"""
    (?P<iso>\b\d{4}(?P<i>[-/.])(?:0?[1-9]|1[0-2])(?P=i)(?:0?[1-9]|[12]\d|3[01])
        (?:[T\ ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w/]|[-.]\d))
  | (?P<dmy>\b\d{1,2}(?:(?P<d>[/-])\d{1,2}(?P=d)(?:\d{4}|\d{2})|\.\d{1,2}\.\d{4})(?![\w/]|[-.]\d))
  | (?P<nine>\b9/11(?![\w/]|[-.,]\d))
  | (?P<half>\b1/2\b(?![/\d])|½)
  | (?P<clock>\b(?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-5]\d)?(?![\w:])|\b(?:0?[1-9]|1[0-2])(?:am|pm)\b)
  | (?P<decade>\b(?:1[5-9]|20)\d0['’]?s\b|['’][1-9]0s\b|(?<=\bthe\ )[1-9]0s\b)
  | (?P<ordinal>\b\d{1,3}(?:st|nd|rd|th)\b)
  | (?P<other>\b\d+(?:[-/.]\d+){2,}\b|\b\d+/\d+\b|\b(?=\w*\d)(?=\w*[^\W\d])\w+)
  | (?P<big>\b\d{1,3}(?:,\d{3})+\b(?![,.]\d)|\b\d+[.,]\d+\b)
  | (?P<number>\b\d+\b)
  | (?P<short>\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs?|fri|sat|sun)\.)
  | (?P<meridiem>\b[ap]\.m\.?|\b[ap]m\b)
  | (?P<word>[^\W\d_]+)
  | (?P<stop>\n[^\S\n]*\n\s*)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Lexeme(NamedTuple):
    """One word, number or mark: where it stands, its lower-case text, its atom, and its number if it is one."""

    start: int
    end: int
    text: str
    atom: str
    number: int


class Lexicon:
    """Which atom stands for which word or shape. The grammar enters its words once, at import."""

    def __init__(self) -> None:
        self._atoms: dict[str, str] = {}
        self.atoms(f"#{shape}" for shape in sorted(SHAPES))

    def atoms(self, names: Iterable[str]) -> str:
        """The atoms of words (lower case) and shapes (``#day``); a name met for the first time gets a new one."""
        return "".join(self._atoms.setdefault(name, chr(0xE000 + len(self._atoms))) for name in names)

    def cut(self, text: str) -> list[Lexeme]:
        """The lexemes of ``text``, in order."""
        atoms = self._atoms
        other = atoms["#other"]
        lexemes: list[Lexeme] = []
        for match in _LEXEME.finditer(text):
            shape = match.lastgroup
            low = match.group().lower()
            number = 0
            if shape in ("word", "mark", "short"):
                atom = atoms.get(low, other)
            elif shape == "number":
                name, number = _shape_of_number(low)
                atom = atoms[name]
            else:
                atom = atoms[f"#{shape}"]
                number = int(low[:-2]) if shape == "ordinal" else 0
            lexemes.append(Lexeme(match.start(), match.end(), low, atom, number))
        return lexemes


def _shape_of_number(digits: str) -> tuple[str, int]:
    if len(digits) > _LONGEST_NUMBER or not digits.isascii():
        return "#other", 0
    number = int(digits)
    if len(digits) == 4 and 1000 <= number <= 2199:
        return "#year", number
    if len(digits) <= 2 and 1 <= number <= 31:
        return "#day", number
    return "#num", number

"""The words that dates are made of, and the cutting of a text into them.

A text becomes a row of lexemes. Each distinct lexicon word and each shape of number has one private-use character,
its atom, so that a text is also a short string of atoms over which the grammar runs as ordinary regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

MONTHS: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(
        (
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
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mon.",
            "tuesday tue tues tue. tues.",
            "wednesday wed wed.",
            "thursday thu thur thurs thu. thur. thurs.",
            "friday fri fri.",
            "saturday sat sat.",
            "sunday sun sun.",
        )
    )
    for name in names.split()
}
SHORT_WEEKDAYS: Final = frozenset(name for name in WEEKDAYS if not name.endswith("day"))
WEEKDAY_PLURALS: Final[Mapping[str, int]] = {
    f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")
}
SEASONS: Final[Mapping[str, str]] = {
    "spring": "SP",
    "summer": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "springs": "SP",
    "summers": "SU",
    "autumns": "FA",
    "winters": "WI",
}
UNITS: Final[Mapping[str, str]] = {
    name: code
    for code, names in {
        "TS": "second seconds sec secs",
        "TM": "minute minutes min mins",
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
    }.items()
    for name in names.split()
}
PLURAL_UNITS: Final = frozenset(name for name in UNITS if name.endswith("s"))
PARTS_OF_DAY: Final[Mapping[str, str]] = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "sundown": "EV",
    "night": "NI",
    "nighttime": "NI",
    "mornings": "MO",
    "afternoons": "AF",
    "evenings": "EV",
    "nights": "NI",
    "predawn": "MO",
}
FREQUENCIES: Final[Mapping[str, str]] = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
}
SMALL_NUMBERS: Final[Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS: Final[Mapping[str, int]] = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES: Final[Mapping[str, int]] = {"hundred": 100, "thousand": 1000, "dozen": 12}
NUMBER_WORDS: Final[Mapping[str, int]] = {**SMALL_NUMBERS, **TENS, **SCALES, "both": 2}
ORDINAL_WORDS: Final[Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
        ],
        start=1,
    )
}
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
ZONES: Final = frozenset(
    [
        "gmt",
        "utc",
        "z",
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "et",
        "cet",
        "cest",
        "eet",
        "eest",
        "bst",
        "ist",
        "msk",
        "ast",
        "trt",
        "irst",
        "pkt",
        "jst",
        "aest",
    ]
)
HOLIDAYS: Final[Mapping[str, tuple[int, int]]] = {"christmas": (12, 25), "halloween": (10, 31)}
"""Feasts on a fixed day of the Gregorian year, as (month, day)."""

SHAPES: Final = (
    "other",
    "day",
    "num",
    "year",
    "ordinal",
    "big",
    "iso",
    "dmy",
    "nine",
    "clock",
    "decade",
    "meridiem",
    "stop",
)
"""What a lexeme can be that is no word of the lexicon; in patterns written with a ``#``."""

_NUMBER_LIMIT: Final = 9
"""Digits beyond which a number is none that counts units of time."""

_LEXEME: Final = re.compile(
    r"""
    (?P<iso>\b\d{4}(?P<is>[-/.])(?:0?[1-9]|1[0-2])(?P=is)(?:0?[1-9]|[12]\d|3[01])(?:[T\ ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w/]|[-.]\d))
  | (?P<dmy>\b\d{1,2}(?:(?P<ds>[/-])\d{1,2}(?P=ds)(?:\d{4}|\d{2})|\.\d{1,2}\.\d{4})(?![\w/]|[-.]\d))
  | (?P<nine>\b9/11(?![\w/]|[-.,]\d))
  | (?P<clock>\b(?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-5]\d)?(?![\w:]))
  | (?P<decade>\b(?:1[5-9]|20)\d0['’]?s\b|['’][1-9]0s\b|(?<=\bthe\ )[1-9]0s\b)
  | (?P<ordinal>\b\d{1,3}(?:st|nd|rd|th)\b)
  | (?P<junk>\b\d+(?:[-/.]\d+){2,}\b|\b\d+/\d+\b|\b(?=\w*\d)(?=\w*[^\W\d])\w+)
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
_GLUED: Final = re.compile(r"(\d{1,2})([ap])\.?m\.?", re.IGNORECASE)


class Lexeme(NamedTuple):
    """One word, number or mark: where it stands, its lower-case text, its atom, and its number if it is one."""

    start: int
    end: int
    text: str
    atom: str
    number: int


class Lexicon:
    """Which atom stands for which word or shape. Words are entered once, by the grammar, at import."""

    def __init__(self) -> None:
        self._atoms: dict[str, str] = {}
        for shape in SHAPES:
            self.atom(f"#{shape}")

    def atom(self, word: str) -> str:
        """The atom of a word (lower case) or of a shape (``#day``), new if there is none yet."""
        if word not in self._atoms:
            self._atoms[word] = chr(0xE000 + len(self._atoms))
        return self._atoms[word]

    def atoms(self, words: Iterable[str]) -> str:
        """The atoms of several words, in order and without repeats."""
        return "".join(dict.fromkeys(self.atom(word) for word in words))

    def cut(self, text: str) -> list[Lexeme]:
        """The lexemes of ``text``, in order."""
        atoms = self._atoms
        other = atoms["#other"]
        lexemes: list[Lexeme] = []
        for match in _LEXEME.finditer(text):
            shape = match.lastgroup
            raw = match.group()
            low = raw.lower()
            number = 0
            if shape in ("word", "mark", "short"):
                atom = atoms.get(low, other)
            elif shape == "number":
                atom, number = self._number(raw)
            elif shape == "ordinal":
                number = int(raw[:-2])
                atom = atoms["#ordinal"]
            elif shape == "junk":
                glued = _GLUED.fullmatch(raw)
                atom = atoms["#clock"] if glued else other
            else:
                atom = atoms.get(f"#{shape}", other)
            lexemes.append(Lexeme(match.start(), match.end(), low, atom, number))
        return lexemes

    def _number(self, raw: str) -> tuple[str, int]:
        if len(raw) > _NUMBER_LIMIT or not raw.isascii():
            return self._atoms["#other"], 0
        number = int(raw)
        if len(raw) == 4 and (1000 <= number <= 2199):
            return self._atoms["#year"], number
        if len(raw) <= 2 and 1 <= number <= 31:
            return self._atoms["#day"], number
        return self._atoms["#num"], number

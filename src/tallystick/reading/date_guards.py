"""Words that look like times and are none: "may", "2000 people", "Resolution 1701", "a 12-year-old", "a night raid"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from spacy.tokens import Token

from tallystick.reading.date_lexicon import UNITS, words
from tallystick.reading.date_patterns import Phrase

_WORDLIKE_MONTHS: Final = words("may march mar dec jan")
_NAMELIKE_MONTHS: Final = words("may march april june august jan mar apr jun jul dec sep")
"""Months that are also words or given names: alone they need a word before them that dates have."""
_BEFORE_A_MONTH: Final = words(
    "in since until till by from to of between and through during for before after around about than as"
    " beginning starting"
)
_BEFORE_A_LOWER_MONTH: Final = words("in since until during")
_BEFORE_DAYS: Final = words("on between by from of the to until since for , night nights")
_BEFORE_A_COUNT: Final = words(
    "than least most over nearly almost about some around approximately killed $ £ € # + - / . °"
)
_NUMBERED_THINGS: Final = words(
    "resolution flight highway route unit brigade battalion division regiment squadron article section no number"
    " page room channel boeing area ward camp hill point paragraph chapter act directive order decree part version"
    " level"
)
_BEFORE_A_PART: Final = words("at before by until since around after")
_BEFORE_THE_PART: Final = words("in during on of throughout late")
_BEFORE_A_PLURAL: Final = words("for in within after over take takes took")
_AFTER_A_SHORT_YEAR: Final = words("the at in and by on to when for with after before but as a an from near")
_AFTER_DAY_BEFORE: Final = words("when in at on near and by")
_NEWSPAPERS: Final = words("times telegraph mirror mail express post herald agreement league")
_SHORT_WEEKDAY_WORDS: Final = words("mon wed sat sun fri")
_NOUNS: Final = frozenset({"NN", "NNS"})

_LAST_WORD: Final = re.compile(r"([^\W_]+|[^\w\s])[^\S\n]*\n?[^\S\n]*\Z")
_NEXT_WORD: Final = re.compile(r"[^\S\n]*\n?[^\S\n]*([^\W_]+|[^\w\s])")
_OLD: Final = re.compile(r"\W?old", re.IGNORECASE)
_LOOK_BACK: Final = 40
"""Characters before a phrase in which its last word is looked for."""


class Surroundings(NamedTuple):
    """The text around phrases, and spaCy's token at an offset."""

    text: str
    token_at: Callable[[int], Token | None]
    caseless: bool
    """True for a text without capitals, in which case tells nothing."""

    def before(self, phrase: Phrase) -> str:
        """The word or mark left of the phrase, in lower case; empty at the start of a paragraph."""
        match = _LAST_WORD.search(self.text, max(0, phrase.start - _LOOK_BACK), phrase.start)
        return match.group(1).lower() if match else ""

    def after(self, phrase: Phrase) -> str:
        """The word or mark right of the phrase, in lower case; empty at the end of a paragraph."""
        match = _NEXT_WORD.match(self.text, phrase.end)
        return match.group(1).lower() if match else ""

    def tag_after(self, phrase: Phrase) -> str:
        """The part-of-speech tag of the word right of the phrase."""
        match = _NEXT_WORD.match(self.text, phrase.end)
        return self.tag_at(match.start(1)) if match else ""

    def tag_at(self, offset: int) -> str:
        """The part-of-speech tag of the word at an offset; empty if there is none."""
        token = self.token_at(offset)
        return token.tag_ if token is not None else ""

    def is_capital(self, offset: int) -> bool:
        """True if the letter at the offset is upper case, or may be."""
        return self.caseless or self.text[offset].isupper()


def _is_list(phrase: Phrase, around: Surroundings) -> bool:
    """Days that share a month, not a day and a count ("on October 17, 18 people")."""
    days = phrase.parts["days"]
    joints = [lexeme.text for lexeme in days if not lexeme.number]
    if not joints or not _is_day_of_month(phrase, around):
        return False
    if phrase.kind == "day_list":
        return phrase.tells("weekday") or set(joints) <= set("-–—") or around.before(phrase) in _BEFORE_DAYS
    if phrase.tells("year"):
        return True
    counted = around.tag_after(phrase) in _NOUNS | {"JJ", "CD"} or around.after(phrase) in {"%", "-"}
    return joints[-1] != "," and not counted


def _is_day_of_month(phrase: Phrase, around: Surroundings) -> bool:
    return 1 <= phrase.number("days") <= 31 and _is_month_word(phrase, around)


def _is_month_word(phrase: Phrase, around: Surroundings) -> bool:
    """True unless the month is the verb "may" or "march", or an abbreviation that is a word."""
    month = phrase.parts["month"][0]
    if month.text not in _WORDLIKE_MONTHS:
        return True
    if around.text[month.start].isupper():
        return not (month.text in {"may", "march"} and around.tag_at(month.start).startswith(("MD", "VB")))
    return around.before(phrase) in (_BEFORE_DAYS if phrase.tells("days") else _BEFORE_A_LOWER_MONTH)


def _is_short_year(phrase: Phrase, around: Surroundings) -> bool:
    """As in "12 Jan 89", not "on 12 January 20 people": after an abbreviated month, with no noun behind."""
    abbreviated = len(phrase.parts["month"][0].text) <= 4
    if len(phrase.word("short")) != 2 or not abbreviated or not _is_day_of_month(phrase, around):
        return False
    after = around.after(phrase)
    return not after.isalpha() or after in _AFTER_A_SHORT_YEAR


def _is_month(phrase: Phrase, around: Surroundings) -> bool:
    if not _is_month_word(phrase, around):
        return False
    if phrase.tells("year", "short", "rel", "mod", "dir"):
        return True
    month = phrase.parts["month"][0]
    if not around.is_capital(month.start):
        return False
    before = around.before(phrase)
    if month.text in _NAMELIKE_MONTHS and not around.caseless and around.tag_after(phrase) == "NNP":
        return before == "the"
    if month.text in _NAMELIKE_MONTHS or len(month.text) == 3:
        named = not around.caseless and before in {"the", "a"} and around.tag_after(phrase) in _NOUNS
        return named or before in _BEFORE_A_MONTH
    return True


def _is_year(phrase: Phrase, around: Surroundings) -> bool:
    """A year, not a count of things, a numbered thing or a price."""
    if not 1800 <= phrase.number("year") <= 2099:
        return False
    if len(phrase.lexemes) > 1:
        return True
    before, after = around.before(phrase), around.after(phrase)
    if before == "at" and _is_time_of_day(phrase.word("year")):
        return False
    if before in _NUMBERED_THINGS or before in _BEFORE_A_COUNT or after in {"%", "/", "°"}:
        return False
    if after in {"-", "–"} and around.text[phrase.end + 1 : phrase.end + 2].isalpha():
        return False
    if around.tag_after(phrase) != "NNS":
        return True
    return phrase.number("year") % 10 != 0 and before in {"the", "in", "since", "by", "from", "of"}


def _is_weekday(phrase: Phrase, around: Surroundings) -> bool:
    weekday = phrase.parts["weekday"][0]
    short = len(weekday.text) < 6
    if weekday.text in _SHORT_WEEKDAY_WORDS or (short and not around.is_capital(weekday.start)):
        return False
    return around.after(phrase) not in _NEWSPAPERS and around.before(phrase) not in {"bloody", "black"}


def _is_season(phrase: Phrase, around: Surroundings) -> bool:
    if around.tag_at(phrase.parts["season"][0].start).startswith(("MD", "VB")):
        return False
    if phrase.tells("year", "rel", "short", "mod", "dir"):
        return True
    return phrase.lexemes[0].text == "the" and around.tag_after(phrase) not in _NOUNS | {"IN"}


def _is_span(phrase: Phrase, around: Surroundings) -> bool:
    """A length of time, not an age, a fraction or "some day"."""
    if _OLD.match(around.text, phrase.end) or around.after(phrase) == "old":
        return False
    unit, quantity = phrase.word("unit"), {lexeme.text for lexeme in phrase.parts.get("qty", ())}
    hyphened = any(lexeme.text in "-–‑" for lexeme in phrase.lexemes)
    if UNITS.get(unit) == "Q" and (hyphened or quantity <= {"a", "an", "one"}):
        return not quantity
    singular = not unit.endswith("s")
    return hyphened or not (singular and quantity & {"many", "several", "few", "some"})


def _is_plural(phrase: Phrase, around: Surroundings) -> bool:
    unit = phrase.parts["unit"][-1].text
    countable = unit.endswith("s") and UNITS[unit] not in {"Q", "TS", "WE"}
    return countable and around.before(phrase) in _BEFORE_A_PLURAL


def _is_time_of_day(digits: str) -> bool:
    return len(digits) == 4 and int(digits[:2]) < 25 and int(digits[2:]) < 60


def _is_clock(phrase: Phrase, around: Surroundings) -> bool:
    if phrase.tells("military"):
        marked = len(phrase.lexemes) > 1 or around.before(phrase) == "at"
        return marked and _is_time_of_day(phrase.word("military"))
    if phrase.tells("hour"):
        return phrase.number("hour") <= 12
    return not (phrase.tells("word") and around.before(phrase) == "high")


def _is_part(phrase: Phrase, around: Surroundings) -> bool:
    """A part of the day told as a time ("at dawn", "in the morning"), not "a night raid"."""
    if around.after(phrase) == "of":
        return phrase.lexemes[0].text == "the" or phrase.tells("part")
    if around.tag_after(phrase) in _NOUNS:
        return False
    before = around.before(phrase)
    if phrase.lexemes[0].text == "the":
        return phrase.word("part") == "hours" or before in _BEFORE_THE_PART
    return before in _BEFORE_A_PART


def _is_bare_day(phrase: Phrase, around: Surroundings) -> bool:
    if not 1 <= phrase.number("days") <= 31 or around.before(phrase) not in {"on", "since", "until", "and"}:
        return False
    return not around.tag_after(phrase).startswith(("NN", "JJ", "CD", "HYPH", "VBG"))


def _is_year_ended(phrase: Phrase, around: Surroundings) -> bool:
    """The year of a balance sheet: "the (fiscal) year ended August 31"."""
    return around.after(phrase) in {"ended", "ending"}


def _is_moved_day(phrase: Phrase, around: Surroundings) -> bool:
    """Thanksgiving, with its "Day" or without; "Election Day", not "an election"."""
    named = phrase.tells("year", "dir") or phrase.lexemes[-1].text == "day" or phrase.word("moved") == "thanksgiving"
    return named and around.is_capital(phrase.parts["moved"][0].start)


def _is_told_from_day(phrase: Phrase, around: Surroundings) -> bool:
    """As in "The day before" by itself; "the day before the attack" counts from an event, which is no date."""
    if phrase.word("dir") not in {"before", "after"}:
        return True
    after = around.after(phrase)
    return not after.isalnum() or after in _AFTER_DAY_BEFORE


_GUARDS: Final[Mapping[str, Callable[[Phrase, Surroundings], bool]]] = {
    "day_list": _is_list,
    "month_list": _is_list,
    "week_of": _is_day_of_month,
    "day_month": _is_day_of_month,
    "month_day": _is_day_of_month,
    "short_year": _is_short_year,
    "bare_day": _is_bare_day,
    "month": _is_month,
    "months": _is_month_word,
    "year": _is_year,
    "weekday": _is_weekday,
    "season": _is_season,
    "duration": _is_span,
    "year_ended": _is_year_ended,
    "moved_day": _is_moved_day,
    "span": _is_span,
    "plural": _is_plural,
    "clock": _is_clock,
    "part": _is_part,
    "relative": _is_told_from_day,
    "shift": _is_told_from_day,
}


def is_time(phrase: Phrase, around: Surroundings) -> bool:
    """True if the words around the phrase let it be a time."""
    guard = _GUARDS.get(phrase.kind)
    return guard is None or guard(phrase, around)

"""Words that look like dates and are none: "may", "a second attack", "2000 people", "Resolution 1701", "a night raid"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from spacy.tokens import Token

from tallystick.reading.date_grammar import Phrase
from tallystick.reading.date_lexicon import PLURAL_UNITS, UNITS

_NAMES_ALSO: Final = frozenset(
    {"may", "march", "mar", "jan", "dec", "april", "june", "august", "sep", "apr", "jun", "jul"}
)
"""Months that are also words or given names: alone they need a word before them that dates have."""
_BEFORE_A_DATE: Final = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "of",
        "on",
        "between",
        "and",
        "through",
        "during",
        "for",
        "this",
        "last",
        "next",
        "early",
        "late",
        "mid",
        "before",
        "after",
        "around",
        "about",
        "than",
        "beginning",
        "starting",
        "until,",
        "as",
    ]
)
_COUNTED_BEFORE: Final = frozenset(
    ["on", "between", "from", "of", "the", "to", "until", "since", ",", "night", "nights", "for"]
)
_NUMBERED: Final = frozenset(
    [
        "resolution",
        "flight",
        "highway",
        "route",
        "unit",
        "brigade",
        "battalion",
        "division",
        "regiment",
        "squadron",
        "article",
        "section",
        "no",
        "number",
        "page",
        "room",
        "channel",
        "boeing",
        "area",
        "ward",
        "camp",
        "hill",
        "point",
        "paragraph",
        "chapter",
        "act",
        "directive",
        "order",
        "decree",
        "act",
        "part",
        "version",
        "level",
    ]
)
_FUNCTION_WORDS: Final = frozenset(
    [
        "the",
        "at",
        "in",
        "and",
        "by",
        "on",
        "to",
        "when",
        "for",
        "with",
        "after",
        "before",
        "but",
        "as",
        "a",
        "an",
        "from",
        "near",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "-",
        "–",
    ]
)
_NOUN_TAGS: Final = frozenset({"NN", "NNS"})
_PAPERS: Final = frozenset(
    ["times", "telegraph", "mirror", "mail", "express", "post", "herald", "agreement", "league", "school", "mass"]
)
_PLAIN_SHORT_WEEKDAYS: Final = frozenset({"mon", "wed", "sat", "sun", "fri"})


class Surroundings(NamedTuple):
    """The text around a phrase: the words next to it and the spaCy tokens."""

    text: str
    token_at: Callable[[int], Token | None]

    def before(self, phrase: Phrase) -> str:
        """The word or mark left of the phrase, lower case; empty at the start of a paragraph."""
        match = _LAST_WORD.search(self.text, max(0, phrase.start - 40), phrase.start)
        return match.group(1).lower() if match else ""

    def after(self, phrase: Phrase) -> str:
        """The word or mark right of the phrase, as written; empty at the end of a paragraph."""
        match = _NEXT_WORD.match(self.text, phrase.end)
        return match.group(1) if match else ""

    def tag_after(self, phrase: Phrase) -> str:
        """The part-of-speech tag of the token right of the phrase."""
        match = _NEXT_WORD.match(self.text, phrase.end)
        token = self.token_at(match.start(1)) if match else None
        return token.tag_ if token is not None else ""


_LAST_WORD: Final = re.compile(r"([^\W_]+|[^\w\s])[^\S\n]*\n?[^\S\n]*\Z")
_NEXT_WORD: Final = re.compile(r"[^\S\n]*\n?[^\S\n]*([^\W_]+|[^\w\s])")


def _is_list(phrase: Phrase, around: Surroundings) -> bool:
    days = phrase.parts["days"]
    if len(days) == 1:
        return False
    if phrase.kind == "day_list":
        joints = {lexeme.text for lexeme in days if not lexeme.number}
        return "weekday" in phrase.parts or joints <= {"-", "–", "—"} or around.before(phrase) in _COUNTED_BEFORE
    if "year" in phrase.parts:
        return True
    joints = [lexeme.text for lexeme in days if not lexeme.number]
    if joints[-1] == ",":
        return False
    return around.tag_after(phrase) not in _NOUN_TAGS | {"JJ", "CD"} and around.after(phrase) not in {"%", "-"}


def _is_day_of_month(phrase: Phrase, around: Surroundings) -> bool:
    if not 1 <= phrase.parts["days"][0].number <= 31:
        return False
    return _month_is_meant(phrase, around)


def _month_is_meant(phrase: Phrase, around: Surroundings) -> bool:
    month = phrase.parts["month"][0]
    written = around.text[month.start : month.end]
    if month.text in {"may", "march", "mar", "dec", "jan"} and not written[0].isupper():
        token = around.token_at(month.start)
        return token is not None and not token.tag_.startswith(("MD", "VB", "NN"))
    return not (month.text in {"may", "march"} and _is_verb(month.start, around))


def _is_verb(offset: int, around: Surroundings) -> bool:
    token = around.token_at(offset)
    return token is not None and token.tag_.startswith(("MD", "VB"))


def _is_short_year(phrase: Phrase, around: Surroundings) -> bool:
    """ "12 Jan 89", not "on 12 January 20 people": after an abbreviated month, and no noun behind."""
    short, month = phrase.parts["short"][0], phrase.parts["month"][0]
    if len(short.text) != 2 or len(month.text) > 4 or not _is_day_of_month(phrase, around):
        return False
    following = around.after(phrase).lower()
    return not following or not following.isalpha() or following in _FUNCTION_WORDS


def _is_month(phrase: Phrase, around: Surroundings) -> bool:
    if not _month_is_meant(phrase, around):
        return False
    if set(phrase.parts) & {"year", "short", "rel", "mod", "dir"}:
        return True
    month = phrase.parts["month"][0]
    written = around.text[month.start : month.end]
    if not written[0].isupper():
        return False
    if month.text in _NAMES_ALSO:
        return around.before(phrase) in _BEFORE_A_DATE
    return len(month.text) > 3 or around.before(phrase) in _BEFORE_A_DATE


def _is_year(phrase: Phrase, around: Surroundings) -> bool:
    year = phrase.parts["year"][0]
    if not 1800 <= year.number <= 2099:
        return False
    if len(phrase.lexemes) > 1 and phrase.lexemes[0].text != "the":
        return True
    before, after = around.before(phrase), around.after(phrase)
    if before in _NUMBERED or before in {"$", "£", "€", "#", "+", "-", "/", ".", "°"} or after in {"%", "/", "°"}:
        return False
    if after in {"-", "–"} and around.text[phrase.end + 1 : phrase.end + 2].isalpha():
        return False
    if before in _NUMBER_FORERUNNERS or (around.tag_after(phrase) == "NNS" and year.number % 10 == 0):
        return False
    return not (around.tag_after(phrase) == "NNS" and before not in {"the", "in", "since", "by", "from", "of"})


_NUMBER_FORERUNNERS: Final = frozenset(
    ["than", "least", "most", "over", "nearly", "almost", "about", "some", "around", "approximately", "killed"]
)


def _is_weekday(phrase: Phrase, around: Surroundings) -> bool:
    weekday = phrase.parts["weekday"][0]
    written = around.text[weekday.start : weekday.end]
    if weekday.text in _PLAIN_SHORT_WEEKDAYS or (len(weekday.text) < 6 and not written[0].isupper()):
        return False
    return around.after(phrase).lower() not in _PAPERS and around.before(phrase) not in {"bloody", "black"}


def _is_season(phrase: Phrase, around: Surroundings) -> bool:
    season = phrase.parts["season"][0]
    if _is_verb(season.start, around):
        return False
    if set(phrase.parts) & {"year", "rel", "short", "mod", "dir"}:
        return True
    return phrase.lexemes[0].text == "the" and around.tag_after(phrase) not in _NOUN_TAGS | {"IN"}


def _is_duration(phrase: Phrase, around: Surroundings) -> bool:
    unit = phrase.parts["unit"][-1]
    after = around.after(phrase).lower()
    rest = around.text[phrase.end : phrase.end + 5].lower()
    if re.match(r"\W?old", rest) or after == "old":
        return False
    words = {lexeme.text for lexeme in phrase.parts.get("qty", ())}
    if unit.text == "quarter" and words <= {"a", "an", "one"}:
        return False
    return not (
        unit.text not in PLURAL_UNITS
        and words & {"many", "several", "few", "some"}
        and "-" not in around.text[phrase.start : phrase.end]
    )


def _is_plural(phrase: Phrase, around: Surroundings) -> bool:
    unit = phrase.parts["unit"][-1].text
    if unit not in PLURAL_UNITS or UNITS[unit] in {"Q", "TS", "WE"}:
        return False
    return around.before(phrase) in {"for", "in", "within", "of", "after", "over", "takes", "take", "took"}


def _is_clock(phrase: Phrase, around: Surroundings) -> bool:
    if "military" in phrase.parts:
        digits = phrase.word("military")
        return len(digits) == 4 and int(digits[:2]) < 25 and int(digits[2:]) < 60
    if "hour" in phrase.parts:
        return phrase.parts["hour"][0].number <= 12
    return True


def _is_part(phrase: Phrase, around: Surroundings) -> bool:
    part = phrase.parts["part"][0].text
    if around.tag_after(phrase) in _NOUN_TAGS:
        return False
    if phrase.lexemes[0].text == "the":
        return part == "hours" or around.before(phrase) in {"in", "during", "on", "of", "throughout", "late"}
    return around.before(phrase) in {"at", "before", "by", "until", "since", "around", "after"}


def _is_bare_day(phrase: Phrase, around: Surroundings) -> bool:
    if not 1 <= phrase.parts["days"][0].number <= 31 or around.before(phrase) not in {"on", "since", "until", "and"}:
        return False
    tag = around.tag_after(phrase)
    return not tag.startswith(("NN", "JJ", "CD", "HYPH", "VBG"))


def _is_event_free(phrase: Phrase, around: Surroundings) -> bool:
    """ "The day before" by itself; "the day before the attack" counts from an event, which is no date."""
    if phrase.word("dir") not in {"before", "after"}:
        return True
    after = around.after(phrase)
    return not after or not after[0].isalnum() or after.lower() in {"when", "in", "at", "on", "near", "and", "by"}


def _is_present(phrase: Phrase, around: Surroundings) -> bool:
    return phrase.lexemes[0].text != "current" or around.tag_after(phrase) in _NOUN_TAGS | {"JJ"}


_GUARDS: Final[Mapping[str, Callable[[Phrase, Surroundings], bool]]] = {
    "day_list": lambda phrase, around: _is_list(phrase, around) and _month_is_meant(phrase, around),
    "month_list": _is_list,
    "day_month": _is_day_of_month,
    "month_day": _is_day_of_month,
    "short_year": _is_short_year,
    "bare_day": _is_bare_day,
    "month": _is_month,
    "year": _is_year,
    "weekday": _is_weekday,
    "season": _is_season,
    "duration": _is_duration,
    "span": _is_duration,
    "plural": _is_plural,
    "clock": _is_clock,
    "part": _is_part,
    "relative": _is_event_free,
    "shift": _is_event_free,
    "present": _is_present,
}


def is_time(phrase: Phrase, around: Surroundings) -> bool:
    """True if the words around the phrase let it be a time."""
    guard = _GUARDS.get(phrase.kind)
    return guard is None or guard(phrase, around)

"""The phrases that tell a time, as patterns over lexemes.

A pattern is a regular expression whose letters are whole words: ``'last|next'`` is one word of those, ``<month>`` one
word of a class, ``{qty}`` a pattern given by name, and ``day=<D>`` a part that the resolver asks for by that name.
Brackets, ``|``, ``?`` and ``*`` mean what they mean in a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from tallystick.reading.date_lexicon import (
    DECADE_WORDS,
    FREQUENCIES,
    HOLIDAYS,
    MONTHS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    PARTS_OF_DAY,
    SEASONS,
    SMALL_NUMBERS,
    TENS,
    UNITS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
    ZONES,
    Lexeme,
    Lexicon,
)

_CLASSES: Final[Mapping[str, tuple[str, ...]]] = {
    "month": tuple(MONTHS),
    "weekday": tuple(WEEKDAYS),
    "weekdays": tuple(WEEKDAY_PLURALS),
    "season": tuple(SEASONS),
    "unit": tuple(UNITS),
    "part": tuple(PARTS_OF_DAY),
    "frequency": tuple(FREQUENCIES),
    "holiday": tuple(HOLIDAYS),
    "zone": tuple(ZONES),
    "D": ("#day", "#ordinal"),
    "Y": ("#year",),
    "two": ("#day", "#num"),
    "N": ("#day", "#num", "#year", "#big", *NUMBER_WORDS),
    "tens": tuple(TENS),
    "digit": tuple(SMALL_NUMBERS),
    "nth": ("#ordinal", *ORDINAL_WORDS),
    "decades": ("#decade", *DECADE_WORDS),
    "apostrophe": ("'", "’"),
    "dash": ("-", "–", "—", "‑"),
    "hyphen": ("-", "–", "‑"),
}
_MACROS: Final[Mapping[str, str]] = {
    "number": "(<tens> <hyphen>? <digit> | <N> ('and' 'a' 'half' | 'hundred|thousand|dozen')?)",
    "vague": "('a'? 'few|couple' 'of'? | 'several|some|many|recent')",
    "modifier": "('about|around|almost|nearly|over|roughly|approximately|exactly|barely|just|only|within'"
    " | ('at' 'the'? | 'no')? 'least|most|more|less|fewer|longer' 'than'? | 'up' 'to')",
    "qty": "({number} ((<hyphen> | 'to|or|and') {number})? | {vague} | 'a|an|half' ('an|a')?)",
    "year": "(','? year=<Y> | ','? <apostrophe> short=<two> | 'of'? rel=('last|this|next' 'year')"
    " | 'of'? rel=('that' 'same'? 'year'))",
    "mod": "('the'? mod='early|mid|late|middle' <hyphen>?"
    " | 'the'? 'very'? mod='beginning|start|middle|end|close|first|second|latter|last'"
    " ('half|part|days|week|weeks|quarter')? 'of')",
    "daypart": "('pre' <hyphen>? 'dawn' | ('early|late|mid' <hyphen>?)? <part>)",
    "until": "'to|or|through|until|till|and|&'",
    "zone": "('local' 'time' | <zone>)",
}
_RULES: Final[tuple[tuple[str, str], ...]] = (
    ("iso", "date='#iso'"),
    ("numeric", "(<weekday> ','?)? date='#dmy'"),
    ("nine_eleven", "'#nine'"),
    (
        "day_list",
        "(weekday=<weekday> ','?)? 'the'? days=(<D> ((',' 'and'? | {until} | <dash>) 'the'? <D>)*)"
        " 'of'? month=<month> {year}?",
    ),
    (
        "day_month",
        "(weekday=<weekday> ','?)? 'the'? days=<D> ('day'? 'of' | <hyphen>)? month=<month> (<hyphen> year=<Y> | <hyphen> short=<two> | {year})?",
    ),
    ("short_year", "days=<D> month=<month> short=<two>"),
    ("month_day", "(weekday=<weekday> ','?)? month=<month> 'the'? days=<D> {year}?"),
    (
        "month_list",
        "(weekday=<weekday> ','?)? month=<month> 'the'?"
        " days=(<D> ((',' 'and'? | {until} | <dash>) 'the'? <D>)*) {year}?",
    ),
    ("bare_day", "'the' days='#ordinal'"),
    ("holiday", "holiday=<holiday> ('day' | eve='eve')? {year}?"),
    ("holiday", "new='new' 'year' <apostrophe> 's' ('day' | eve='eve') {year}?"),
    ("month", "{mod}? month=<month> {year}?"),
    ("month", "mod=('early|late')? dir='last|this|next|past|previous|coming' 'past|coming'? month=<month>"),
    ("months", "first=<month> (<dash> | {until}) month=<month> {year}"),
    ("year", "('the' 'year' | 'fiscal' | 'the')? year=<Y>"),
    ("year", "{mod} ('the' 'year')? 'fiscal'? year=<Y>"),
    ("years", "year=<Y> <hyphen> (last=<Y> | short=<two>)"),
    ("spoken_year", "'nineteen' tens=<tens> (<hyphen>? digit=<digit>)? | 'nineteen' digit=<digit>"),
    ("decade", "'the'? {mod}? decade=<decades>"),
    ("century", "'the'? {mod}? nth=<nth> <hyphen>? 'century'"),
    ("season", "({mod} | 'the')? season=<season> {year}?"),
    ("season", "dir='last|this|next|past|coming' 'past|coming'? season=<season>"),
    (
        "quarter",
        "('the' | 'its')? 'fiscal'? <hyphen>? nth='first|second|third|fourth' <hyphen>? 'fiscal'? 'quarter' {year}?",
    ),
    ("quarter", "'the'? year=<Y> nth='first|second|third|fourth' 'quarter'"),
    (
        "weekday",
        "(mod='early|late|later|earlier' 'on'?)? dir='last|next|this|past|previous|coming'? 'past|coming'?"
        " weekday=<weekday> part={daypart}?",
    ),
    ("weekday", "'the' dir='previous|following|next|preceding' weekday=<weekday> part={daypart}?"),
    ("deictic", "('early|earlier|late|later')? day='today|yesterday|tomorrow|tonight' part={daypart}?"),
    ("deictic", "('early|earlier|late|later')? day='this|last' part={daypart}"),
    ("deictic", "day='overnight'"),
    (
        "period",
        "mod='early|earlier|late|later|sometime'? dir='this|last|next' 'past|coming'?"
        " unit='week|weekend|month|quarter|year|decade|century'",
    ),
    ("period", "'the' dir='current' 'fiscal'? unit='week|weekend|month|quarter|year|decade|century'"),
    ("period", "mod='earlier|later' 'in' dir='the' unit='week|month|year'"),
    (
        "period",
        "'the' mod='end|beginning|start|middle|rest' 'of' dir='this|last|next|the' unit='week|weekend|month|year'",
    ),
    ("period", "dir='the' unit='weekend'"),
    ("relative", "'the' 'very'? dir='next|following|previous|preceding|same' unit='day|week|weekend|month|year'"),
    ("relative", "'the' dir='next|following|previous|preceding|same' part=<part>"),
    ("relative", "('earlier|later|early|late')? 'that' dir='same'? (unit='day|week|weekend|month|year' | part=<part>)"),
    ("relative", "('earlier|later') 'the' dir='same' unit='day'"),
    ("relative", "'the' (unit='day|week|month|year' | part=<part>) dir='before|after|earlier|later'"),
    ("shift", "{modifier}? qty={qty} unit=<unit> dir='earlier|later|before|after|previously|beforehand|afterwards'"),
    ("shift", "{modifier}? qty={qty} unit=<unit> ('or' 'so')? dir='ago'"),
    ("shift", "unit=<unit> dir='ago'"),
    (
        "span",
        "'the'? dir='past|last|previous|next|coming|following|preceding|latest' {modifier}? qty={qty} unit=<unit> ('or' 'so')?",
    ),
    ("span", "dir='recent|coming|past' unit=<unit> ('and' <unit>)?"),
    ("span", "'the' unit=<unit> dir='ahead'"),
    (
        "duration",
        "{modifier}? qty={qty} <hyphen>? ('more|full|straight|consecutive|additional')? unit=<unit>"
        " (<hyphen> 'long' | 'or' 'so')?",
    ),
    ("duration", "'the' ('first|last|final')? qty={number} unit=<unit>"),
    ("duration", "unit=<unit> <hyphen> 'long'"),
    ("plural", "unit=<unit> ('or' <unit>)?"),
    ("set", "frequency=<frequency>"),
    (
        "set",
        "every='every|each' ('other|single' | qty={number})?"
        " (unit=<unit> | weekday=<weekday> | month=<month> | season=<season> | part=<part>)",
    ),
    ("set", "({number} 'times' | 'once|twice') 'a|per|each|every' unit=<unit>"),
    ("set", "weekdays=<weekdays> | weekday=<weekday> part='mornings|afternoons|evenings|nights'"),
    ("present", "'now|currently|nowadays|current' | 'right' 'now' | 'these' 'days' | 'at' 'present'"),
    ("past", "'more'? 'recently|lately' | 'previously|formerly' | 'the' 'past' | 'recent'"),
    ("future", "'soon' | 'the'? ('near' | 'foreseeable')? 'future'"),
    ("clock", "{modifier}? clock='#clock' meridiem='#meridiem'? {zone}?"),
    ("clock", "{modifier}? hour='#day' meridiem='#meridiem' {zone}?"),
    ("clock", "{modifier}? military=('#num' | '#year') ('hours' {zone}? | {zone})"),
    ("clock", "word='noon|midnight'"),
    ("part", "('early|late|mid' <hyphen>? | 'the' ('early|late')?)? part=<part>"),
    ("part", "'the' 'early|small' part='hours'"),
)


_CORE: Final = (
    tuple(
        word
        for name in ("month", "weekday", "weekdays", "season", "unit", "part", "frequency", "holiday", "decades", "Y")
        for word in _CLASSES[name]
    )
    + tuple(
        [
            "#iso",
            "#dmy",
            "#nine",
            "#clock",
            "#meridiem",
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
            "overnight",
            "now",
            "currently",
            "nowadays",
            "current",
            "present",
            "recently",
            "lately",
            "previously",
            "formerly",
            "past",
            "recent",
            "soon",
            "future",
            "noon",
            "midnight",
            "nineteen",
            "hours",
            "gmt",
            "utc",
        ]
    )
    + ("new", "#ordinal")
)
"""Words of which a phrase holds at least one: stretches without any are passed over."""

LEXICON: Final = Lexicon()
_TOKEN: Final = re.compile(
    r"(?P<slot>\w+)=|<(?P<cls>\w+)>|'(?P<words>[^']*)'|\"(?P<one>[^\"]+)\"|(?P<mark>[()|?*])|(?P<space>\s+)"
)
_MACRO: Final = re.compile(r"\{(\w+)\}")


def _expand(pattern: str) -> str:
    """The pattern with every ``{name}`` written out."""
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda match: f"({_MACROS[match.group(1)]})", pattern)
    return pattern


def _compile(pattern: str) -> re.Pattern[str]:
    """A regular expression over atoms. The second slot of one name is called ``name_2``, and so on."""
    pieces: list[str] = []
    seen: dict[str, int] = {}
    slot = ""
    source = _expand(pattern)
    position = 0
    while position < len(source):
        token = _TOKEN.match(source, position)
        if token is None:
            raise ValueError(f"bad date pattern at {source[position:]!r}")
        position = token.end()
        if name := token["slot"]:
            seen[name] = seen.get(name, 0) + 1
            slot = name if seen[name] == 1 else f"{name}_{seen[name]}"
            continue
        if token["space"]:
            continue
        mark = token["mark"]
        if mark == "(":
            pieces.append(f"(?P<{slot}>" if slot else "(?:")
        elif mark:
            pieces.append(mark)
        else:
            words = _CLASSES[token["cls"]] if token["cls"] else tuple(token["words"].split("|"))
            atoms = f"[{LEXICON.atoms(words)}]"
            pieces.append(f"(?P<{slot}>{atoms})" if slot else atoms)
        slot = ""
    return re.compile("".join(pieces))


_COMPILED: Final = tuple((kind, _compile(pattern)) for kind, pattern in _RULES)
_NEEDED: Final = re.compile(f"[^{LEXICON.atom('#other')}]*[{LEXICON.atoms(_CORE)}][^{LEXICON.atom('#other')}]*")


class Phrase(NamedTuple):
    """A match of a rule: its lexemes and, by name, the lexemes of its parts."""

    kind: str
    lexemes: tuple[Lexeme, ...]
    parts: Mapping[str, tuple[Lexeme, ...]]

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.lexemes[0].start

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.lexemes[-1].end

    def word(self, part: str) -> str:
        """The text of a part in lower case, its words joined by blanks; empty if the part is absent."""
        return " ".join(lexeme.text for lexeme in self.parts.get(part, ()))


def candidate_phrases(lexemes: list[Lexeme]) -> Iterator[Phrase]:
    """Every match of every rule, longest first within a stretch; they may overlap."""
    atoms = "".join(lexeme.atom for lexeme in lexemes)
    for stretch in _NEEDED.finditer(atoms):
        found = [
            (match.start() - match.end(), order, kind, match)
            for order, (kind, pattern) in enumerate(_COMPILED)
            for match in pattern.finditer(atoms, stretch.start(), stretch.end())
        ]
        found.sort(key=lambda item: item[:2])
        for _, _, kind, match in found:
            parts = {
                name.partition("_")[0]: tuple(lexemes[slice(*match.span(name))])
                for name, piece in match.groupdict().items()
                if piece
            }
            yield Phrase(kind, tuple(lexemes[match.start() : match.end()]), parts)

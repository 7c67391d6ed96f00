"""The phrases that tell a time. ``date_patterns`` says how they are written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from tallystick.reading.date_lexicon import (
    DECADE_WORDS,
    FREQUENCIES,
    HOLIDAYS,
    MONTHS,
    MOVED_DAYS,
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
    words,
)
from tallystick.reading.date_patterns import Grammar

_CLASSES: Final[Mapping[str, Collection[str]]] = {
    "month": MONTHS,
    "weekday": WEEKDAYS,
    "weekdays": WEEKDAY_PLURALS,
    "season": SEASONS,
    "unit": UNITS,
    "part": PARTS_OF_DAY,
    "frequency": FREQUENCIES,
    "holiday": HOLIDAYS,
    "zone": sorted(ZONES),
    "D": ("#day", "#ordinal"),
    "Y": ("#year",),
    "two": ("#day", "#num"),
    "N": ("#day", "#num", "#year", "#big", *NUMBER_WORDS),
    "tens": TENS,
    "digit": SMALL_NUMBERS,
    "nth": ("#ordinal", *ORDINAL_WORDS),
    "moved": MOVED_DAYS,
    "decades": ("#decade", *DECADE_WORDS),
    "apostrophe": ("'", "’"),
    "dash": ("-", "–", "—", "‑"),
    "hyphen": ("-", "–", "‑"),
}
_MACROS: Final[Mapping[str, str]] = {
    "number": "(<tens> <hyphen>? <digit> | <N> ('and' 'a' 'half' | '#half' | 'hundred|thousand|dozen')?)",
    "vague": "('a'? 'few|couple' 'of'? | 'several|some|many|recent')",
    "about": "('about|around|almost|nearly|over|roughly|approximately|exactly|barely|just|only'"
    " | ('at' 'the'? | 'no')? 'least|most|more|less|fewer|longer' 'than'? | 'up' 'to')",
    "qty": "({number} ((<hyphen> | 'to|or|and') {number})? | {vague} | 'a|an|half' ('an|a')?)",
    "year": "((',' | 'of')? year=<Y> | ','? <apostrophe> short=<two>"
    " | 'of'? rel=('last|this|next|that' 'same'? 'year'))",
    "days": "(<D> ((',' 'and'? | 'to|or|through|until|till|and|&' | <dash>) 'the'? <D>)*)",
    "weekday": "(weekday=<weekday> ','?)",
    "mod": "(mod='early|mid|late|middle' <hyphen>?"
    " | 'the'? 'very'? mod='beginning|start|middle|end|close|first|second|latter|last'"
    " ('half|part|days|week|weeks|quarter')? 'of')",
    "daypart": "(<hyphen>? ('pre' <hyphen>? 'dawn' | ('early|late|mid' <hyphen>?)? <part>))",
    "zone": "('local' 'time' | <zone>)",
    "soon": "('early|earlier|late|later')",
    "back": "'last|past|previous'",
}
_RULES: Final[tuple[tuple[str, str], ...]] = (
    # Days of the calendar.
    ("iso", "date='#iso'"),
    ("numeric", "(<weekday> ','?)? date='#dmy'"),
    ("nine_eleven", "'#nine'"),
    ("week_of", "'the' 'week' ('of'|'ending'|'ended'|'beginning') month=<month> days=<D> {year}?"),
    ("day_list", "{weekday}? 'the'? days={days} 'of'? month=<month> {year}?"),
    ("day_month", "{weekday}? 'the'? days=<D> ('day'? 'of' | <hyphen>)? month=<month> {year}?"),
    ("day_month", "days=<D> <hyphen> month=<month> <hyphen> (year=<Y> | short=<two>)"),
    ("short_year", "days=<D> month=<month> short=<two>"),
    ("month_day", "{weekday}? month=<month> 'the'? days=<D> {year}?"),
    ("month_list", "{weekday}? month=<month> 'the'? days={days} {year}?"),
    ("bare_day", "'the' days='#ordinal'"),
    ("holiday", "holiday=<holiday> ('day' | eve='eve')? {year}?"),
    ("moved_day", "dir='last|this|next'? moved=<moved> 'day'? {year}?"),
    ("holiday", "new='new' 'year' <apostrophe> 's' ('day' | eve='eve') {year}?"),
    # Months and longer.
    ("month", "{mod}? month=<month> {year}?"),
    ("month", "mod='early|late'? dir='last|this|next|past|previous|coming' 'past|coming'? month=<month>"),
    ("months", "first=<month> (<dash> | 'to|and|or|through|until|till') month=<month> {year}"),
    ("year", "('the' 'year' | 'fiscal')? year=<Y>"),
    ("year", "{mod} ('the' 'year')? 'fiscal'? year=<Y>"),
    ("years", "year=<Y> <hyphen> (last=<Y> | short=<two>)"),
    ("spoken_year", "'nineteen' tens=<tens> (<hyphen>? digit=<digit>)? | 'nineteen' digit=<digit>"),
    ("decade", "'the'? {mod}? decade=<decades>"),
    ("century", "'the'? {mod}? nth=<nth> <hyphen>? 'century'"),
    ("season", "({mod} | 'the')? season=<season> {year}?"),
    ("season", "dir='last|this|next|past|coming' 'past|coming'? season=<season>"),
    ("quarter", "'the'? 'fiscal'? nth='first|second|third|fourth' 'fiscal'? 'quarter' {year}?"),
    ("quarter", "nth='first|second|third|fourth' <hyphen> 'quarter'"),
    ("quarter", "rel=('last|this|next' 'year') <apostrophe> 's' nth='first|second|third|fourth' 'quarter'"),
    ("quarter", "'the'? year=<Y> nth='first|second|third|fourth' 'quarter'"),
    ("that_quarter", "'the' 'latest|past'? 'quarter' | 'the' 'latest' 'period' | 'the' year=<Y> 'quarter|period'"),
    ("year_before", "'the'? 'year' <hyphen> 'ago|earlier' unit='quarter|period'?"),
    ("year_before", "'the' 'corresponding|same|comparable'? unit='quarter|period'"
     " ('a' 'year' 'ago|earlier' | 'last' 'year')"),
    ("year_before", "'last' 'year' <apostrophe> 's' unit='quarter|period'"),
    # Week days, and what is told from the dateline.
    ("weekday", "({soon} 'on'?)? dir='last|next|this|past|previous|coming'? dir='past|coming'?"
     " weekday=<weekday> part={daypart}?"),
    ("weekday", "'the' dir='previous|following|next|preceding' weekday=<weekday> part={daypart}?"),
    ("deictic", "{soon}? day='today|yesterday|tomorrow|tonight' part={daypart}?"),
    ("deictic", "{soon}? day='this|last' part={daypart}"),
    ("deictic", "day='overnight'"),
    ("period", "mod='early|earlier|late|later|sometime'? dir='this|last|next' 'past|coming'?"
     " unit='week|weekend|month|quarter|year|decade|century'"),
    ("period", "'the' dir='current' 'fiscal'? unit='week|weekend|month|quarter|year|decade|century'"),
    ("period", "mod='earlier|later' 'in' dir='the' unit='week|month|year'"),
    ("period", "'the' mod='end|beginning|start|middle|rest' 'of' dir='this|last|next|the'"
     " unit='week|weekend|month|year'"),
    ("period", "dir='the' unit='weekend'"),
    ("period", "{about}? unit='year' (<hyphen>? | <apostrophe> 's') 'end'"),
    # What is told from another day of the text.
    ("relative", "'the' 'very'? dir='next|following|previous|preceding|same' unit='day|week|weekend|month|year'"),
    ("relative", "'the' dir='next|following|previous|preceding|same' part=<part>"),
    ("relative", "{soon}? 'that' dir='same'? (unit='day|week|weekend|month|year' | part=<part>)"),
    ("relative", "{soon} 'the' dir='same' unit='day'"),
    ("relative", "'the' (unit='day|week|month|year' | part=<part>) dir='before|after|earlier|later'"),
    ("shift", "{about}? qty={qty} unit=<unit> dir='earlier|later|before|after|previously|beforehand|afterwards'"),
    ("shift", "{about}? qty={qty} unit=<unit> ('or' 'so')? dir='ago'"),
    ("shift", "unit=<unit> dir='ago'"),
    # Spans.
    ("span", "'the'? dir='past|last|previous|next|coming|following|preceding|latest' {about}? qty={qty}"
     " unit=<unit> ('or' 'so')?"),
    ("span", "'the'? dir='past|preceding|coming' unit=<unit>"),
    ("span", "dir='recent|coming' unit=<unit> ('and' <unit>)?"),
    ("span", "'the' unit=<unit> dir='ahead'"),
    ("duration", "{about}? qty={qty} <hyphen>? ('more|full|straight|consecutive|additional')? unit=<unit>"
     " (<hyphen> 'long' | 'or' 'so')?"),
    ("duration", "'the' ('first|last|final')? qty={number} unit=<unit>"),
    ("duration", "unit=<unit> <hyphen> 'long'"),
    ("duration", "{about}? qty='a|an|one' unit=<unit> 'and' half=('a' 'half')"),
    ("year_ended", "'the' 'fiscal'? unit='year'"),
    ("plural", "unit=<unit> ('or' <unit>)?"),
    # Again and again.
    ("set", "frequency=<frequency>"),
    ("set", "'every|each' ('other|single' | qty={number})?"
     " (unit=<unit> | weekday=<weekday> | month=<month> | season=<season> | part=<part>)"),
    ("set", "({number} 'times' | 'once|twice') 'a|per|each|every' unit=<unit>"),
    ("set", "weekday=<weekdays> | weekday=<weekday> part='mornings|afternoons|evenings|nights'"),
    # Vague.
    ("present", "'now|current|currently|nowadays' | 'right' 'now' | 'these' 'days' | 'at' 'present'"),
    ("past", "'more|most'? 'recently|lately' | 'the' 'past'"),
    ("future", "'the' 'near|foreseeable'? 'future'"),
    # Hours, with or without a day beside them.
    ("clock", "clock='#clock' meridiem='#meridiem'? {zone}?"),
    ("clock", "hour='#day' meridiem='#meridiem' {zone}?"),
    ("clock", "military=('#num' | '#year') ('hours' {zone}? | meridiem='#meridiem' {zone}? | {zone})?"),
    ("clock", "word='noon|midnight'"),
    ("part", "('early|late|mid' <hyphen>? | 'the' ('early|late')?)? part=<part>"),
    ("part", "'the' 'early|small' part='hours'"),
)  # fmt: skip
_CORE_CLASSES: Final = "month weekday weekdays season unit part frequency holiday moved decades Y".split()  # noqa: SIM905
_CORE: Final = (
    *(word for name in _CORE_CLASSES for word in _CLASSES[name]),
    *sorted(words("#iso #dmy #nine #clock #meridiem #ordinal new nineteen noon midnight gmt utc")),
    *sorted(words("today yesterday tomorrow tonight overnight now current currently nowadays present")),
    *sorted(words("recently lately past future period")),
)
"""Words of which every phrase holds at least one."""

GRAMMAR: Final = Grammar(_RULES, classes=_CLASSES, macros=_MACROS, core=_CORE)

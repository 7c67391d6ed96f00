"""Over which days a count in Arabic text runs: "منذ", "بين … و", "خلال", "حتى"."""

from __future__ import annotations

from datetime import date, timedelta

from tallystick.model.expression import DateExpression
from tallystick.model.quote import Quote
from tallystick.model.terms import DatePrecision
from tallystick.reading.arabic.numbers import is_dual, number_at
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.phrases import phrases_in, words_in, words_in_parts
from tallystick.reading.arabic.words import Word
from tallystick.reading.tally_days import months_before

_NEAR = 4  # words between "since" and its day
_HOURS = 24  # of a day
_WEEK = 7  # days; it goes back to the same day of the week before
_MONTH = 30  # days; "a month" goes back to the same day of the month before


def window_in(passage: Passage, sentence: range) -> tuple[date | None, date | None, Quote | None]:
    """From which day to which; a length of time ("خلال شهر") ends with the report, or with the day last told in it."""
    words = passage.words
    since: date | None = None
    until: date | None = None
    quote: Quote | None = None
    for at in range(sentence.start, sentence.stop):
        near = range(at + 1, min(at + 1 + _NEAR, sentence.stop))
        expression = next((passage.date_words[i] for i in near if i in passage.date_words), None)
        if words[at].is_one_of(words_in("since")) and expression is not None:
            since, quote = expression.when.start, expression.quote
        elif words[at].is_one_of(words_in("between")) and expression is not None:
            other = _date_behind(passage, expression, sentence)
            if other is not None:
                since, until = expression.when.start, other.when.end
                quote = passage.quote(expression.quote.start, other.quote.end)
        elif words[at].is_one_of(words_in("until")) and passage.date_words.get(at + 1) is not None:
            until = passage.date_words[at + 1].when.end
        elif words[at].is_one_of(words_in("during")) and since is None:
            days, last = _days_at(passage, at + 1, sentence)
            told_on = passage.report.published_on or _last_day_before(passage, at)
            if days and told_on is not None:
                since, until = _back(told_on, days), told_on
                quote = passage.quote(words[at].start, words[last].end)
            elif passage.date_words.get(at + 1) is not None:
                told = passage.date_words[at + 1]
                since, until, quote = told.when.start, told.when.end, told.quote
    return since, until, quote


def _back(told_on: date, days: int) -> date:
    """The first day of the last so many: whole weeks and months go back to the same day, days count the last one."""
    months, rest = divmod(days, _MONTH)
    if not rest:
        return months_before(told_on, months)
    return told_on - timedelta(days=days - (days % _WEEK != 0))


def _date_behind(passage: Passage, expression: DateExpression, sentence: range) -> DateExpression | None:
    """The next day told in the sentence."""
    behind = (e for at, e in sorted(passage.date_words.items()) if at in sentence)
    return next((e for e in behind if e.quote.start >= expression.quote.end), None)


def _last_day_before(passage: Passage, at: int) -> date | None:
    told = (e.when for first, e in sorted(passage.date_words.items(), reverse=True) if first < at)
    return next((when.end for when in told if when.precision is DatePrecision.DAY and when.end is not None), None)


def _days_at(passage: Passage, at: int, sentence: range) -> tuple[int, int]:
    """The days of "شهر", "3 أيام", "يومين", "الأيام العشرة الماضية", and the last word of it; 0 if none is told."""
    words = passage.words
    while at < sentence.stop and words[at].is_one_of(words_in("around_numbers")):
        at += 1
    if at >= sentence.stop:
        return 0, at
    number = number_at(words, at)
    unit_at = number.last + 1 if number is not None else at
    found = phrases_in("spans").at(words, unit_at) if unit_at < sentence.stop else None
    if found is None:
        return 0, at
    last = unit_at
    if number is None and words[unit_at].is_one_of(words_in("many_spans")) and unit_at + 1 < sentence.stop:
        form = words[unit_at + 1].forms[-1]
        number = number_at((Word(form.start, words[unit_at + 1].end, words[unit_at + 1].written[2:]),), 0)
        last = unit_at + 1
    is_two = is_dual(words[unit_at], words_in_parts("spans"))
    units = number.value if number is not None else 2 if is_two else 1
    return -(-int(found[1]) * units // _HOURS), last

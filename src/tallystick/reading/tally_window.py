"""From when to when a count holds."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from spacy.tokens import Span, Token

from tallystick.model.expression import DateExpression
from tallystick.model.quote import Quote
from tallystick.model.terms import DatePrecision
from tallystick.reading.document import Document
from tallystick.reading.lexicon import phrases_of, words_of
from tallystick.reading.phrases import contains_phrase, is_plural, says
from tallystick.reading.tally_fractions import fraction_of, parts_of_the_year

_DAYS = {"week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
_ENDING = frozenset({"to", "ending", "ended", "until", "through", "up"})
_WITHIN = frozenset({"in", "within", "over", "during", "throughout", "for", "of"})
_ALONG = frozenset({"over", "during", "throughout", "across"})
_PERIODS = frozenset({"this", "last", "previous", "past"})
_UNTIL = ("until", "till", "as of", "as at", "up to", "through", "by")
_LONG = (DatePrecision.MONTH, DatePrecision.YEAR, DatePrecision.PART_OF_MONTH, DatePrecision.WEEK)
_HEADER = 400
_LENGTH = re.compile(r"^PT?(\d+)([HDWMY])$")
_FOR_THE = re.compile(r"\bfor the (?P<span>day|week|month|year)\b(?! of\b)", re.IGNORECASE)
_IN_THE = re.compile(
    r"\b(?:in|during|over) the (?P<span>month|week|year)\b(?! (?:of|to|ending|ended|before|since)\b)", re.I
)
_MIDDLE = 15
_HOURS = 24
_MONTH = 31
_HEAD = 6
_SHORT = len(" ending on ")
_SAME = re.compile(
    r"\b(?:in|over|during|for|within) (?:that|the same|this same) "
    r"(?:period|time|fortnight|week|month|quarter|spell|weeks|months|days)\b"
    r"(?: (?:of|in) (?:(?P<year>(?:19|20)\d\d)|(?P<last>last year|the previous year|the year before)))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Window:
    """A first and a last day (null: open or not told), the words that say so, and their tokens.

    ``is_long`` is true for a stretch over which one may count, false for a single day. ``sums`` is false for a month
    or year, which may also date a single event. ``days`` or ``months`` is the length of "in two weeks", whose last day
    is not told; ``trails`` is true for "the past week", which ends on the day of the telling; ``spreads`` for "over
    the weekend", which is short but says that there were several; ``same`` for "the same period", which is that of the
    count before, in ``of_year`` if another year is told; ``ends`` for "the first half of June", whose last day is told
    even if it is still to come.
    """

    since: date | None = None
    until: date | None = None
    quote: Quote | None = None
    start: int = 0
    end: int = 0
    is_long: bool = False
    sums: bool = True
    days: int = 0
    months: int = 0
    same: bool = False
    of_year: int | None = None
    trails: bool = False
    spreads: bool = False
    ends: bool = False


def find_windows(document: Document, sentence: Span) -> list[Window]:
    """The windows that a sentence names, in order; what a superlative looks back over is none."""
    windows: list[Window] = []
    for expression in document.dates:
        span = document.span_of(expression.quote)
        if span is None or not sentence.start <= span.start < sentence.end:
            continue
        if expression.quote.start < document.report.body_start:
            continue
        window = _of_fraction(document, expression, span) or _of_date(document, expression, span, sentence)
        if window is None:
            continue
        if windows and window.start < windows[-1].end:
            windows.pop()
        if windows and (joined := _joined(windows[-1], window, sentence)) is not None:
            windows[-1] = joined
        elif not _is_looked_back_over(span, sentence):
            windows.append(window)
    windows = _with_parts_of_the_year(document, sentence, windows)
    opened = [w for t in sentence if (w := _open_since(document, t, sentence)) is not None]
    windows = [w for w in windows if not any(o.start < w.start < o.end for o in opened)] + opened
    if (same := _same_again(document, sentence)) is not None:
        windows = [w for w in windows if not same.start <= w.start < same.end]
        windows.append(same)
    windows += _by_phrase(document, sentence, is_dated=bool(windows))
    return _closed(sorted(windows, key=_place))


def is_day_of_another(document: Document, window: Window) -> bool:
    """True for the day of "more than the day before", which is that of the number that a count is held against."""
    return bool(window.start > 0 and document.doc[window.start - 1].lower_ == "than" and not window.is_long)


def _closed(windows: Sequence[Window]) -> list[Window]:
    """The windows, that of "as of 12 November" made one with the only one that is open since some day."""
    ends = [w for w in windows if w.since is None and w.until is not None]
    starts = [w for w in windows if w.since is not None and w.until is None]
    if len(ends) != 1 or len(starts) != 1 or (starts[0].since or date.max) > (ends[0].until or date.min):
        return list(windows)
    return [replace(w, until=ends[0].until) if w is starts[0] else w for w in windows if w is not ends[0]]


def window_of(windows: Sequence[Window], start: int, stop: int) -> Window | None:
    """The window of a number that stands at the token ``start``, with the next number at ``stop``.

    One between the two is its own; else it has the last one before it; else the next behind. Long ones go first.
    """
    own = [w for w in windows if start <= w.start < stop]
    fronted = [w for w in reversed(windows) if w.start < start]
    trailing = [w for w in windows if w.start >= stop]
    for among in (own, fronted, trailing):
        long = sorted((w for w in among if w.is_long), key=lambda w: w.since is None and w.until is None)
        if long:
            return long[0]
        if among:
            return among[0]
    return None


def come_in_turn(windows: Sequence[Window], numbers: Sequence[int]) -> bool:
    """True for "in April there were 44; in March there had been 35": every number has a window of its own before it."""
    if len(windows) < 2 or len(numbers) < 2 or len(windows) < len(numbers):
        return False
    edges = [0, *numbers]
    return all(any(a <= w.start < b for w in windows) for a, b in pairwise(edges))


def last_before(windows: Sequence[Window], start: int) -> Window | None:
    """The last window before a token."""
    return next((w for w in reversed(windows) if w.start < start), None)


def period_of(document: Document) -> Window | None:
    """The period that a report says at its head that it covers ("Reporting period: 1-31 August 2019", "June 2022")."""
    title = document.report.body_start + len(document.report.text[document.report.body_start :].partition("\n")[0])
    for expression in document.dates:
        when = expression.when
        if expression.quote.start > document.report.body_start + _HEADER:
            break
        if when.start is None or when.end is None or when.start >= when.end:
            continue
        is_in_title = expression.quote.end <= title < len(document.report.text.rstrip())
        if "/" in expression.timex.value or (is_in_title and when.precision in _LONG):
            return Window(when.start, when.end, expression.quote, is_long=True)
    return None


def _of_date(document: Document, expression: DateExpression, span: Span, sentence: Span) -> Window | None:
    when, first = expression.when, span[0].lower_
    before = [t.lower_ for t in sentence.doc[max(sentence.start, span.start - 4) : span.start]]
    placed = Window(quote=expression.quote, start=span.start, end=span.end)
    if when.start is None and when.end is None:
        is_within = bool({"in", "within", "over"} & {first, *before[-3:]}) and expression.timex.is_stretch
        is_within = is_within and span.root.dep_ not in ("compound", "nmod", "amod", "nummod")
        return _of_length(placed, expression.timex.value) if is_within else None
    if "since" in (first, *before[-1:]):
        until = when.end if expression.timex.is_stretch else None
        since = when.start
        is_part = when.precision is DatePrecision.PART_OF_MONTH
        if is_part and since is not None and "mid" in expression.quote.exact.lower():
            since = since.replace(day=_MIDDLE)
        return replace(placed, since=since, until=until, is_long=True)
    if length := _length_before(before):
        if when.end is None:
            return None
        return replace(placed, since=when.end - timedelta(days=length - 1), until=when.end, is_long=True)
    if first in ("until", "till", "as", "up", "through", "by") or " ".join(before[-2:]).endswith(_UNTIL):
        return replace(placed, until=_last_before(expression, document.report.published_on), is_long=True)
    if when.start is None or when.end is None:
        return replace(placed, since=when.start, until=when.end, is_long=True)
    if expression.timex.is_stretch or "/" in expression.timex.value:
        trails = expression.timex.value.startswith("P")
        return replace(placed, since=when.start, until=when.end, is_long=when.start < when.end, trails=trails)
    if when.precision in _LONG:
        if first not in _PERIODS and not _WITHIN & set(before) and not _is_topic(span, sentence):
            return None
        running = first == "this" or "so far" in " ".join(before)
        until = None if running else when.end
        alone = span.end < sentence.end and sentence.doc[span.end].lower_ == "alone"
        return replace(placed, since=when.start, until=until, is_long=True, sums=running or alone)
    if when.start < when.end and _ALONG & set(before):
        return replace(placed, since=when.start, until=when.end, is_long=True, sums=False, spreads=True)
    if _is_of_telling(span.root):
        return None
    return replace(placed, since=when.start, until=when.end)


def _last_before(expression: DateExpression, published: date | None) -> date | None:
    """The last day of "as of the end of March" without a year: in the last such month before the report."""
    end = expression.when.end
    if end is None or published is None or re.search(r"\d{4}", expression.quote.exact) or end.year == published.year:
        return end
    for year in (published.year, published.year - 1):
        day = end.replace(year=year, day=min(end.day, monthrange(year, end.month)[1]))
        if end.year < year and day <= published:
            return day
    return end


def _is_topic(span: Span, sentence: Span) -> bool:
    """True for "November saw 22 attacks", "September's figures" and "October in eastern Congo: monitors recorded …"."""
    root = span.root
    if root.dep_ == "nsubj" or (root.dep_ == "npadvmod" and span.start == sentence.start):
        return root.head.lemma_.lower() in words_of("tallies", "saw")
    if root.dep_ == "poss":
        return is_plural(root.head) or root.head.lemma_.lower() in words_of("tallies", "totals")
    is_first = span.start - sentence.start <= 1
    return is_first and any(t.text == ":" for t in sentence.doc[span.end : span.end + _HEAD])


def _of_fraction(document: Document, expression: DateExpression, span: Span) -> Window | None:
    """The window of "the first half of June"."""
    found = fraction_of(expression, span.doc.text)
    if found is None:
        return None
    first = span.doc.char_span(found[0], expression.quote.end, alignment_mode="expand")
    start = first.start if first is not None else span.start
    quote = document.quote(found[0], expression.quote.end)
    is_of_many = (found[2] - found[1]).days > _MONTH
    return Window(found[1], found[2], quote, start, span.end, is_long=True, sums=is_of_many, ends=True)


def _with_parts_of_the_year(document: Document, sentence: Span, windows: Sequence[Window]) -> list[Window]:
    """The windows with those of "the first four months of the year" in place of mere lengths of time."""
    made = list(windows)
    published = document.report.published_on
    for found in parts_of_the_year(sentence.text, published) if published is not None else ():
        span = sentence.char_span(found.start, found.end, alignment_mode="expand")
        if span is not None:
            made = [w for w in made if not span.start <= w.start < span.end]
            quote = document.quote_span(span)
            is_of_many = (found.last - found.first).days > _MONTH
            made.append(Window(found.first, found.last, quote, span.start, span.end, True, sums=is_of_many, ends=True))
    return made


def _of_length(placed: Window, value: str) -> Window:
    """The window of a length of time as TIMEX3 writes it (P2W, P10D, P1M, PT48H); no number gives it none."""
    found = _LENGTH.match(value)
    if found is None:
        return replace(placed, is_long=True)
    number, unit = int(found[1]), found[2]
    if unit == "H":
        return replace(placed, is_long=True, days=-(-number // _HOURS))
    if unit in ("M", "Y"):
        return replace(placed, is_long=True, months=number * (12 if unit == "Y" else 1))
    return replace(placed, is_long=True, days=number * (7 if unit == "W" else 1))


def _is_of_telling(word: Token) -> bool:
    """True for the day on which somebody only said so; "recorded on Friday" tells the day of what was counted."""
    verb = next((a for a in word.ancestors if a.pos_ == "VERB"), word)
    lemma = verb.lemma_.lower()
    if lemma in words_of("tallies", "speaks") | words_of("tallies", "revise"):
        return True
    return says(verb) and lemma not in words_of("tallies", "tally")


def _length_before(before: Sequence[str]) -> int:
    """The days of "in the week to …" and "in the year ending …"; zero if there is no such phrase."""
    words = list(before)
    while words and words[-1] in ("the", "on", "to"):
        last = words.pop()
        if last == "to" and words and words[-1] in _DAYS:
            return _DAYS[words[-1]]
    if len(words) > 1 and words[-1] in _ENDING and words[-2] in _DAYS:
        return _DAYS[words[-2]]
    return 0


def _joined(first: Window, second: Window, sentence: Span) -> Window | None:
    """Two dates as one window: "between the evening of 3 and 5 May", "since 3 May as of 5 June"."""
    between = [t.lower_ for t in sentence.doc[first.end : second.start]]
    before = [t.lower_ for t in sentence.doc[max(sentence.start, first.start - 3) : first.start]]
    runs_on = between in (["to"], ["-"], ["–"], ["until"], ["through"]) or (
        between in (["and"], ["and", "the"]) and "between" in before
    )
    if runs_on and first.since is not None and second.until is not None and first.since <= second.until:
        return replace(first, until=second.until, end=second.end, is_long=True)
    if first.since is not None and first.until is None and second.since is None and second.until is not None:
        return replace(first, until=second.until, end=second.end)
    if between == ["and"] and first.is_long and second.until is not None and first.until is not None:
        follows = second.since is not None and (second.since - first.until).days == 1
        return replace(first, until=second.until, end=second.end) if follows else None
    return None


def _is_looked_back_over(span: Span, sentence: Span) -> bool:
    """True for "since 2015" in "the deadliest attack since 2015", over which nothing is counted."""
    since = span[0] if span[0].lower_ == "since" else span[0].nbor(-1) if span.start > sentence.start else span[0]
    if since.lower_ != "since":
        return False
    for token in sentence.doc[max(sentence.start, since.i - 9) : since.i]:
        is_superlative = token.tag_ in ("JJS", "RBS") and token.lower_ != "least"
        if is_superlative or token.lower_ == "first":
            return not any(t.lower_ in (",", ";") for t in sentence.doc[token.i + 6 : since.i])
    return False


def _open_since(document: Document, token: Token, sentence: Span) -> Window | None:
    """The window of "since the truce", "since the offensive began" and "during the war", whose days are not told."""
    if token.lower_ in ("during", "throughout") and token.i not in document.date_at:
        spans = words_of("tallies", "conflicts")
        over = next((c for c in token.rights if c.dep_ == "pobj" and c.lemma_.lower() in spans), None)
        return Window(start=token.i, end=token.i + 1, is_long=True) if over is not None else None
    if token.lower_ != "since" or token.i + 1 >= sentence.end:
        return None
    if token.nbor(1).lower_ == "then":
        before = (e for e in reversed(document.dates) if e.quote.end <= sentence.start_char)
        then = next((e.when.start for e in before), None)
        return Window(then, None, document.quote_span(sentence.doc[token.i : token.i + 2]), token.i, token.i + 2, True)
    if token.dep_ == "advmod":
        return None
    if token.i in document.date_at or token.i + 1 in document.date_at:
        return None
    if token.dep_ == "mark" and token.head.lemma_.lower() not in _turns():
        return None
    clause = token.head.subtree if token.dep_ == "mark" else token.subtree
    told = next((document.date_at[t.i] for t in clause if t.i > token.i and t.i in document.date_at), None)
    since = told.when.start if told is not None and not told.timex.is_stretch else None
    dated = document.span_of(told.quote) if told is not None else None
    end = dated.end if dated is not None else token.i + 1
    return Window(since, None, document.quote_span(sentence.doc[token.i : token.i + 1]), token.i, end, True)


def _turns() -> frozenset[str]:
    """What "since" may open; a parser takes the strikes of "since the US strikes" for a verb."""
    return words_of("tallies", "turns") | words_of("tallies", "attacks") | words_of("tallies", "strikes")


def _same_again(document: Document, sentence: Span) -> Window | None:
    """The window of "in the same period", and "in the same period of 2019"."""
    found = _SAME.search(sentence.text)
    if found is None:
        return None
    span = sentence.char_span(found.start(), found.end(), alignment_mode="expand")
    if span is None:
        return None
    year = int(found["year"]) if found["year"] else None
    if found["last"] and document.report.published_on is not None:
        year = document.report.published_on.year - 1
    return Window(
        quote=document.quote_span(span), start=span.start, end=span.end, is_long=True, same=True, of_year=year
    )


def _by_phrase(document: Document, sentence: Span, *, is_dated: bool) -> list[Window]:
    text = sentence.text.lower()
    if (phrase := contains_phrase(text, phrases_of("tallies", "period"))) is not None:
        window = period_of(document) or Window(is_long=True)
        i = _token_of(sentence, text.find(phrase))
        return [replace(window, start=i, end=i + 1)]
    if (of_span := _for_the_span(document, sentence)) is not None:
        return [of_span]
    if not is_dated and (of_last := _in_the_span(document, sentence)) is not None:
        return [of_last]
    if not is_dated and (phrase := contains_phrase(text, phrases_of("tallies", "open"))) is not None:
        i = _token_of(sentence, text.find(phrase))
        return [Window(start=i, end=i + 1, is_long=True)]
    return []


def _for_the_span(document: Document, sentence: Span) -> Window | None:
    """The window of "the total for the month": that of the day told last before it, else of the report."""
    found = _FOR_THE.search(sentence.text)
    if found is None:
        return None
    at, end = sentence.start_char + found.start(), sentence.start_char + found.end()
    if any(at <= e.quote.start <= end + _SHORT for e in document.dates):
        return None
    days = [e.when for e in document.dates if e.quote.start < at and e.when.precision is DatePrecision.DAY]
    day = (days[-1].end if days else None) or document.report.published_on
    if day is None:
        return None
    since, until = _span_around(day, found["span"].lower())
    start = _token_of(sentence, found.start())
    return Window(since, until, document.quote(at, end), start, start + len(found[0].split()), is_long=since < until)


def _in_the_span(document: Document, sentence: Span) -> Window | None:
    """The window of "in the month": the month, week or quarter that was told last."""
    found = _IN_THE.search(sentence.text)
    if found is None:
        return None
    at = sentence.start_char + found.start()
    wanted = DatePrecision(found["span"].lower())
    told = [
        e.when for e in document.dates if e.quote.end <= at and e.when.precision is wanted and e.when.start is not None
    ]
    if not told:
        return None
    start = _token_of(sentence, found.start())
    quote = document.quote(at, sentence.start_char + found.end())
    return Window(told[-1].start, told[-1].end, quote, start, start + 3, is_long=True)


def _span_around(day: date, span: str) -> tuple[date, date]:
    """The first and the last day of the week, month or year that a day lies in."""
    if span == "day":
        return day, day
    if span == "week":
        return day - timedelta(days=day.weekday()), day + timedelta(days=6 - day.weekday())
    if span == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day.replace(month=1, day=1), day.replace(month=12, day=31)


def _token_of(sentence: Span, offset: int) -> int:
    return next((t.i for t in sentence if t.idx - sentence.start_char >= offset), sentence.start)


def _place(window: Window) -> int:
    return window.start

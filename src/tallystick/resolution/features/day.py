"""Evidence from the days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.resolution.features.evidence import Evidence, veto
from tallystick.resolution.telling import Telling

WITHIN = {
    DatePrecision.DAY: 2.0,
    DatePrecision.WEEK: 1.5,
    DatePrecision.PART_OF_MONTH: 1.0,
    DatePrecision.MONTH: 0.5,
    DatePrecision.YEAR: 0.0,
    DatePrecision.UNKNOWN: 0.0,
}
FRESH_DAYS = 3


def compare_day(a: Telling, b: Telling) -> Iterator[Evidence]:
    """Equal, overlapping, a day apart, or unknown. Two days or more apart is never one incident."""
    if a.has_day and b.has_day:
        yield _compare_days(a, b)
    elif a.mention.when.is_known and b.mention.when.is_known:
        yield _compare_spans(a, b)
    else:
        yield _compare_unknown(a, b)


def days_between(a: Telling, b: Telling) -> int:
    """Whole days between the windows of two tellings; zero where they touch or are open."""
    (a_start, a_end), (b_start, b_end) = a.window, b.window
    return max(_days(a_end, b_start), _days(b_end, a_start), 0)


def _days(end: date | None, start: date | None) -> int:
    return (start - end).days if end and start else 0


def _compare_days(a: Telling, b: Telling) -> Evidence:
    apart = days_between(a, b)
    if apart == 0:
        if a.window == b.window:
            return Evidence(3.0, f"same day: {a.window[0]}")
        return Evidence(2.5, f"days overlap: {_span(a)} and {_span(b)}")
    words = f"one day apart ({_span(a)} and {_span(b)}), as a time zone or a report of the next day may explain"
    by_publication = DateBasis.PUBLICATION in (a.mention.when.basis, b.mention.when.basis)
    if apart > 1 and by_publication and a.mention.report_id == b.mention.report_id:
        return Evidence(-0.5, "one of them is dated by the publication alone")
    if apart > 1:
        return veto(f"days apart: {_span(a)} and {_span(b)}")
    return Evidence(-1.5 if by_publication else -2.5, words)


def _compare_spans(a: Telling, b: Telling) -> Evidence:
    apart = days_between(a, b)
    if apart > 0:
        return veto(f"times do not meet: {_span(a)} and {_span(b)}")
    coarser = min(WITHIN[a.mention.when.precision], WITHIN[b.mention.when.precision])
    return Evidence(coarser, f"times overlap: {_span(a)} and {_span(b)}")


def _compare_unknown(a: Telling, b: Telling) -> Evidence:
    """A report that tells no day is taken to tell fresh news, unless it tells history. Where nothing ties two undated
    tellings of two reports in time, a place alone does not: many places are attacked again and again.
    """
    if days_between(a, b) > 0:
        return veto("one happened outside the days that the other, undated, can be of")
    if a.mention.report_id == b.mention.report_id:
        return Evidence(0.0, "no day told to set them apart")
    known = a if a.mention.when.is_known else b if b.mention.when.is_known else None
    if known is None:
        lag = _lag(a.published, b.published)
        if lag is None or a.mention.background or b.mention.background:
            return Evidence(-3.5, "nothing ties the two in time")
        if lag <= FRESH_DAYS:
            return Evidence(0.5, f"neither tells a day; published within {FRESH_DAYS} days of each other")
        return Evidence(-2.5, f"neither tells a day; published {lag} days apart")
    undated = b if known is a else a
    lag = _lag(undated.published, known.window[1])
    if lag is None or undated.mention.background:
        return Evidence(-1.0, "one tells no day")
    if lag <= FRESH_DAYS:
        return Evidence(0.5, f"one tells no day; published within {FRESH_DAYS} days of {_span(known)}")
    return Evidence(-1.0, f"one tells no day; published {lag} days after {_span(known)}")


def _lag(a: date | None, b: date | None) -> int | None:
    return abs((a - b).days) if a and b else None


def _span(t: Telling) -> str:
    start, end = t.window
    if start == end:
        return str(start)
    return f"{start or 'an unknown day'} to {end or 'an unknown day'}"

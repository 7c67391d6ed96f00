"""Which tellings are worth comparing: those of one report, those of about one day and country, and undated ones of
one place. So the work grows with the number of tellings of a day, not with the square of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from tallystick.resolution.telling import Telling

SLACK = timedelta(days=1)
WIDEST_DAYS = 70
"""A telling with a wider window than this is compared only with tellings of its very place."""


class Index:
    """Tellings by report, by day and country, by place, and undated ones by place and month."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._by_report: dict[str, list[Telling]] = defaultdict(list)
        self._by_day: dict[date, dict[str | None, list[Telling]]] = defaultdict(lambda: defaultdict(list))
        self._by_place: dict[str, list[Telling]] = defaultdict(list)
        self._undated: dict[tuple[str, str], list[Telling]] = defaultdict(list)
        for t in tellings:
            self._by_report[t.mention.report_id].append(t)
            if t.has_day:
                for day in _days(t):
                    self._by_day[day][_country(t)].append(t)
            if t.mention.where is not None:
                if t.has_point:
                    self._by_place[t.mention.where.id].append(t)
                if not t.has_day:
                    for month in _months(t):
                        self._undated[t.mention.where.id, month].append(t)

    def near(self, t: Telling) -> Iterator[Telling]:
        """What a telling is to be compared with, with repetitions."""
        yield from self._by_report[t.mention.report_id]
        for day in _days(t, slack=SLACK):
            for country, tellings in self._by_day.get(day, {}).items():
                if _country(t) in (country, None) or country is None:
                    yield from tellings
        if t.has_day or t.mention.where is None:
            return
        for month in _months(t):
            yield from self._undated.get((t.mention.where.id, month), ())
        if not _days(t):
            yield from self._by_place.get(t.mention.where.id, ())


def candidate_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Every pair that may be of one incident, once, the telling that stands first in the sequence first."""
    index = Index(tellings)
    number = {id(t): n for n, t in enumerate(tellings)}
    looked_up_by: list[set[int]] = [set() for _ in tellings]
    for n, t in enumerate(tellings):
        others = {number[id(other)] for other in index.near(t)} - {n} - looked_up_by[n]
        looked_up_by[n] = set()
        for other in sorted(others):
            if other > n:
                looked_up_by[other].add(n)
            yield tellings[min(n, other)], tellings[max(n, other)]


def _country(t: Telling) -> str | None:
    return t.mention.where.country if t.mention.where else None


def _days(t: Telling, *, slack: timedelta = timedelta(0)) -> list[date]:
    start, end = t.window
    if start is None or end is None or (end - start).days > WIDEST_DAYS:
        return []
    start, end = start - slack, end + slack
    return [start + timedelta(days=n) for n in range((end - start).days + 1)]


def _months(t: Telling) -> list[str]:
    """The months that a window touches, "" standing for a window without bounds."""
    return sorted({f"{day:%Y-%m}" for day in _days(t)}) or [""]

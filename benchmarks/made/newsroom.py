"""Who reports what, and when: made reports in the order of their days, each with its mentions and their truth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, count, islice
from random import Random

from benchmarks.made.conflicts import CONFLICTS
from benchmarks.made.happening import Happening, happenings
from benchmarks.made.mentioning import make_mentions
from benchmarks.made.seeing import see, see_barely
from benchmarks.made.seen import Seen
from benchmarks.made.setting import lay_out
from benchmarks.made.writing import head_of, id_of, write_body
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.mention import EventMention
from tallystick.model.report import Report
from tallystick.model.terms import DatelineBasis
from tallystick.pipeline import default_gazetteer, default_knowledge

PER_DAY = 110.0
"""Attacks a day in all conflicts; about 80 incidents are left when those that count as one are taken together. ACLED
held some 400 a day, the world over, in 2022: not all is told in the languages that we read.
"""

MOST_TELLINGS = 30
TELLINGS_EXPONENT = 1.9
"""Reports of one incident, without copies: P(n) as n to the minus 1.9, so that 56 of 100 without dead are told once. In
a sample of 9,000 rows of ACLED 77 of 100 name one source; many of those are told more than once.
"""

LAGS = ((0, 0.45), (1, 0.35), (2, 0.09), (4, 0.06), (9, 0.03))
"""Days from an incident to its telling, and how often; the rest is told as history after two to thirteen months."""

SINGLE, TWO = 0.6, 0.2
"""How often the next report of a day tells of one incident, and of two; else it is a roundup."""

ROUNDUP = (3, 15)
BARE = 0.2  # of the tellings, followed by a bare "the attack" in the same report
TOLD_APART = 0.75  # of the reports of several incidents, those that count them apart
COPIED = 0.15  # of the reports, those taken over by others
COPIES_END = 0.5  # after each copy, how often there is no more


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report, its event mentions, and for each of them the number of the incident that it tells of."""

    report: Report
    mentions: tuple[EventMention, ...]
    truth: tuple[int, ...]


def make_reports(
    *, mentions: int, seed: int = 2023, since: date = date(2016, 1, 1), per_day: float = PER_DAY
) -> Iterator[MadeReport]:
    """Reports by day of publication until they hold so many mentions; the last may hold a few more.

    The same arguments give the same reports, and fewer mentions the first of more. The days have the same density
    whatever the number. A million mentions are about eight years.
    """
    chance, knowledge, gazetteer = Random(seed), default_knowledge(), default_gazetteer()
    settings = [lay_out(conflict, knowledge, gazetteer) for conflict in CONFLICTS]
    publishers = _publishers(knowledge)
    due: dict[date, dict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    made, day, numbers = 0, since, count(1)
    for today in happenings(settings, per_day=per_day, since=since, seed=seed):
        for happening in today:
            for published, background in _tellings(happening, chance):
                country = happening.spot.place.country or ""
                due[published][country].append(see(happening, published, chance, background=background))
        for told in due.pop(day, {}).values():
            for report in _report_day(told, day, publishers, numbers, chance):
                yield report
                made += len(report.mentions)
                if made >= mentions:
                    return
        day += timedelta(days=1)


def in_batches(reports: Iterable[MadeReport], *, size: int) -> Iterator[tuple[MadeReport, ...]]:
    """The reports, so many at a time."""
    reports = iter(reports)
    while batch := tuple(islice(reports, size)):
        yield batch


def _publishers(knowledge: KnowledgeBase) -> tuple[str, ...]:
    return tuple(p.name for p in knowledge.publishers)


_TELLINGS = tuple(accumulate(n**-TELLINGS_EXPONENT for n in range(1, MOST_TELLINGS + 1)))
_COUNTS = range(1, MOST_TELLINGS + 1)


def _tellings(happening: Happening, chance: Random) -> Iterator[tuple[date, bool]]:
    """The day of each telling, and whether it is told as history. More are told of what killed more."""
    told = chance.choices(_COUNTS, cum_weights=_TELLINGS)[0]
    if happening.killed:
        told = min(MOST_TELLINGS, told + int(chance.expovariate(1 / min(happening.killed, 10) ** 0.5)))
    for _ in range(told):
        roll = chance.random()
        for lag, share in LAGS:
            if roll < share:
                yield happening.day + timedelta(days=lag), False
                break
            roll -= share
        else:
            yield happening.day + timedelta(days=chance.randint(60, 400)), True


def _report_day(
    told: list[Seen], day: date, publishers: tuple[str, ...], numbers: Iterator[int], chance: Random
) -> Iterator[MadeReport]:
    """What is told of one country on one day, dealt out to reports."""
    chance.shuffle(told)
    while told:
        roll = chance.random()
        size = 1 if roll < SINGLE else 2 if roll < SINGLE + TWO else chance.randint(*ROUNDUP)
        once = {seen.happening.number: seen for seen in told[-size:]}
        del told[-size:]
        yield from _publish(list(once.values()), day, publishers, numbers, chance)


def _publish(
    chosen: list[Seen], day: date, publishers: tuple[str, ...], numbers: Iterator[int], chance: Random
) -> Iterator[MadeReport]:
    """A report of what was chosen, and its copies."""
    tellings: list[Seen] = []
    for seen in chosen:
        tellings += [seen, see_barely(seen)] if chance.random() < BARE else [seen]
    told_apart = len(chosen) > 1 and chance.random() < TOLD_APART
    body, spans = write_body(tellings, chance)
    copies = 1
    if chance.random() < COPIED:
        copies += 1
        while chance.random() > COPIES_END:
            copies += 1
    first: str | None = None
    for publisher in chance.sample(publishers, copies):
        published = day if first is None or chance.random() < 0.7 else day + timedelta(days=1)
        head = head_of(publisher, published, number=next(numbers))
        text = head + body
        report_id = id_of(text)
        yield MadeReport(
            report=Report(
                id=report_id,
                text=text,
                publisher=publisher,
                published_on=published,
                published_basis=DatelineBasis.METADATA,
                language="en",
                syndicated_from=first,
            ),
            mentions=make_mentions(
                report_id, text, shift=len(head), tellings=tellings, spans=spans, told_apart=told_apart
            ),
            truth=tuple(seen.happening.number for seen in tellings),
        )
        first = first or report_id

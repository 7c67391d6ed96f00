"""Tallies are checked against the incidents on file when they are read, not with every report that comes in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from tallystick.derivation.whole import reconcile_all
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.ledger import Ledger, OvertakenError
from tallystick.ledger.standing import Standing
from tallystick.model.countable import Countable
from tallystick.model.mention import TallyMention
from tallystick.reconciliation.scope import countries_of
from tallystick.reconciliation.window import last_day

_Days = tuple[date, date]

AT_ONCE = 50
"""Checks that are held before they are saved. That of a count without an end in a large ledger names every incident."""


def settle_tallies(ledger: Ledger, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> None:
    """Reconciles those tallies anew that what changed can touch, reading only what they may concern."""
    while True:
        turn = ledger.turn()
        with ledger.standing() as standing:
            waiting = [m for m in standing.mentions(standing.stale_tallies()) if isinstance(m, TallyMention)]
            if not waiting:
                return
            told_in = {tally.report_id for tally in waiting}
            reports = standing.reports(told_in)
            published = {report.id: report for report in reports}
            days = {tally.id: last_day(tally, published.get(tally.report_id)) for tally in waiting}
            incidents = _within_reach(standing, waiting, days)
            mentions = standing.mentions_in(told_in)
            presences = standing.presences()
        checked = reconcile_all(waiting, incidents, mentions, reports, knowledge, gazetteer, presences=presences)
        number = None
        try:
            while some := tuple(islice(checked, AT_ONCE)):
                number = ledger.save_tallies(some, turn=turn, of=number)
        except OvertakenError:
            continue


def _within_reach(
    standing: Standing, tallies: Iterable[TallyMention], last_days: dict[str, date | None]
) -> list[Countable]:
    """The incidents that these tallies may concern: of their days and countries, and those that their reports tell."""
    asked: dict[tuple[str, ...], list[_Days]] = defaultdict(list)
    for tally in tallies:
        asked[countries_of(tally)].append((tally.since or date.min, last_days[tally.id] or date.max))
    found = {row.incident_id for row in standing.placed_in({tally.report_id for tally in tallies})}
    for countries, days in asked.items():
        found |= standing.incidents_of_no_day(countries=countries)
        for since, until in _merged(days):
            found |= standing.incidents_between(since, until, countries=countries)
    return list(standing.countables({id_ for id_ in found if id_ is not None}))


def _merged(days: Iterable[_Days]) -> Iterator[_Days]:
    """The same days in as few stretches as hold them."""
    first, *rest = sorted(days)
    since, until = first
    for begin, end in rest:
        if begin > until:
            yield since, until
            since = begin
        until = max(until, end)
    yield since, until

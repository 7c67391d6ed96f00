"""All counts, checked against the incidents and against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tallystick.analysis.running import running_totals_of
from tallystick.attribution.sides import side_test
from tallystick.ledger import Ledger
from tallystick.model.disagreement import Disagreement
from tallystick.model.report import Report
from tallystick.model.running import RunningTotal
from tallystick.model.tally import Tally
from tallystick.model.tally_comparison import TallyComparison
from tallystick.pipeline import default_knowledge, settle_tallies
from tallystick.reconciliation.clashing import Clashing
from tallystick.reconciliation.compare import Comparer, by_days, disagreement_in, in_order, list_disagreements
from tallystick.writing import make_comparer


@dataclass(frozen=True)
class TallyBoard:
    """The counts by their ids, with of each check what a list shows of it; the days of their reports; the pairs of them
    that a reader must know of; what these come to, and the running totals. ``written`` is the number of the last saving
    of tallies that is in it.
    """

    tallies: Mapping[str, Tally]
    published: Mapping[str, date | None]
    pairs: Mapping[tuple[str, str], TallyComparison]
    disagreements: tuple[Disagreement, ...]
    running: tuple[RunningTotal, ...]
    comparer: Comparer
    written: int

    def by_day(self) -> list[Tally]:
        """The counts by the day of their report."""
        return sorted(self.tallies.values(), key=lambda t: (self.published.get(t.report_id) or date.max, t.id))

    def compared(self, tally: Tally) -> list[TallyComparison]:
        """How one count stands to the others, in the order of their days."""
        others = by_days(other for other in self.tallies.values() if other.id != tally.id)
        return list(self.comparer.compare_one(tally, others))


def make_tally_board(ledger: Ledger, before: TallyBoard | None = None) -> TallyBoard:
    """All counts of a ledger, checked. What was compared before is compared again only where it is told otherwise."""
    settle_tallies(ledger)
    with ledger.standing() as standing:
        written = standing.last_tallies_written()
        fresh = {t.id: t for t in standing.tallies_in_short(after=before.written if before else 0)}
        stand = standing.tally_ids()
        held = {id_: t for id_, t in (before.tallies if before else {}).items() if id_ in stand}
        tallies = dict(sorted({**held, **fresh}.items()))
        reports = standing.heads({tally.report_id for tally in tallies.values()})
        days = standing.last_days({i for tally in tallies.values() for i in tally.reconciliation.inside})
    comparer = before.comparer if before else make_comparer(default_knowledge())
    told_anew = {id_ for id_, tally in fresh.items() if id_ not in held or not _is_told_alike(tally, held[id_])}
    pairs = {
        ids: pair
        for ids, pair in (before.pairs if before else {}).items()
        if stand.issuperset(ids) and told_anew.isdisjoint(ids)
    }
    pairs |= {pair.tally_ids: pair for pair in _compared(tallies, told_anew, comparer)}
    disagreements = list_disagreements(tallies.values(), in_order(tallies.values(), pairs.values()))
    running = running_totals_of(
        tallies.values(), reports, days, disagreements, same_side=side_test(default_knowledge())
    )
    return TallyBoard(tallies, _days_of(reports), pairs, disagreements, running, comparer=comparer, written=written)


def _compared(tallies: Mapping[str, Tally], told_anew: set[str], comparer: Comparer) -> Iterator[TallyComparison]:
    """The pairs with one that is told anew that a reader must know of, each once."""
    listed = list(tallies.values())
    clashing = Clashing(listed)
    for number, tally in enumerate(listed):
        if tally.id in told_anew:
            others = [listed[n] for n in clashing.with_one(number) if n < number or listed[n].id not in told_anew]
            for pair in comparer.compare_one(tally, others):
                if disagreement_in(pair, *(tallies[one] for one in pair.tally_ids)):
                    yield pair


def _is_told_alike(one: Tally, other: Tally) -> bool:
    return one.model_copy(update={"reconciliation": other.reconciliation}) == other


def _days_of(reports: tuple[Report, ...]) -> dict[str, date | None]:
    return {report.id: report.published_on for report in reports}

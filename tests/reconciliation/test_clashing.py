from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.mention import TallyMention
from tallystick.model.terms import Comparator, TallyUnit
from tallystick.reconciliation.clashing import Clashing
from tallystick.reconciliation.compare import Comparer, disagreement_in
from tallystick.reconciliation.reconcile import reconcile
from tests.reconciliation import builders as b

DAY = date(2021, 6, 1)
DAYS = st.one_of(st.none(), st.integers(0, 4).map(lambda days: DAY + timedelta(days=days)))
UNITS = st.sampled_from((TallyUnit.ATTACKS, TallyUnit.STRIKES, TallyUnit.KILLED))
COUNT = st.tuples(st.integers(8, 12), st.sampled_from(Comparator), UNITS, DAYS, DAYS)


@given(st.lists(COUNT, min_size=2, max_size=6))
def test_every_pair_that_disagrees_is_found(
    counts: list[tuple[int, Comparator, TallyUnit, date | None, date | None]],
) -> None:
    told: list[TallyMention] = [
        b.tally(value, comparator, id=f"t{n}", unit=unit, since=since, until=until)
        for n, (value, comparator, unit, since, until) in enumerate(counts)
    ]
    tallies = b.by_id(reconcile(told, [], [], [b.report()], in_area=b.in_area, same_side=b.same_side))
    comparer = Comparer(same_side=b.same_side)
    by_id = {tally.id: tally for tally in tallies}
    clashing = Clashing(tallies)
    for number, tally in enumerate(tallies):
        found = {tallies[n].id for n in clashing.with_one(number)}
        for pair in comparer.compare_one(tally, [other for other in tallies if other is not tally]):
            if disagreement_in(pair, *(by_id[each] for each in pair.tally_ids)):
                assert found.issuperset({*pair.tally_ids} - {tally.id})


def test_counts_of_days_apart_are_not_among_them() -> None:
    days = ((DAY, DAY), (DAY, DAY + timedelta(days=1)), (DAY + timedelta(days=2), DAY + timedelta(days=3)))
    told = [b.tally(10 + n, id=f"t{n}", since=since, until=until) for n, (since, until) in enumerate(days)]
    tallies = b.by_id(reconcile(told, [], [], [b.report()], in_area=b.in_area, same_side=b.same_side))
    assert Clashing(tallies).with_one(0) == [1]

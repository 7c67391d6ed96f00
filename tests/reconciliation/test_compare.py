from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import TallyMention
from tallystick.model.terms import Comparator, TallyUnit
from tallystick.reconciliation.compare import compare_tallies
from tallystick.reconciliation.reconcile import reconcile
from tests.reconciliation import builders as b


def whys(*mentions: TallyMention) -> list[str]:
    tallies = reconcile(mentions, [], [], [b.report()], in_area=b.in_area, same_side=b.same_side)
    return [d.why for d in compare_tallies(tallies, same_side=b.same_side)]


def one(value: int, tally_id: str, comparator: Comparator = Comparator.EXACT, **fields: object) -> TallyMention:
    return b.tally(value, comparator, **({"id": tally_id, "until": date(2021, 6, 20)} | fields))


def test_two_counts_of_the_same_days_that_differ_contradict_each_other() -> None:
    (why,) = whys(one(40, "t1"), one(41, "t2"))
    assert why.startswith("Contradiction: 40 attacks from 2021-06-01 to 2021-06-20 against 41 attacks")


def test_a_lower_bound_below_an_exact_count_is_no_disagreement() -> None:
    assert whys(one(40, "t1"), one(38, "t2", Comparator.AT_LEAST)) == []


def test_a_count_that_grows_is_no_disagreement() -> None:
    assert whys(one(40, "t1"), one(55, "t2", until=date(2021, 6, 25))) == []


def test_a_running_count_that_falls_was_revised() -> None:
    (why,) = whys(one(40, "t1"), one(38, "t2", until=date(2021, 6, 25)))
    assert why.startswith("Revision: 40 attacks")


def test_another_first_day_explains_the_difference() -> None:
    (why,) = whys(one(40, "t1"), one(8, "t2", since=date(2021, 6, 15)))
    assert why.startswith("Window:")


def test_another_area_explains_the_difference() -> None:
    wider = {"target": b.STATE, "areas": ("RU", "SY")}
    (why,) = whys(one(40, "t1"), one(61, "t2", scope=wider))
    assert why.endswith("they differ in area.")


def test_another_unit_explains_the_difference() -> None:
    (why,) = whys(one(40, "t1"), one(65, "t2", unit=TallyUnit.CLAIMS))
    assert why.startswith("Unit:")


def test_dead_and_attacks_are_not_compared() -> None:
    assert whys(one(40, "t1"), one(65, "t2", unit=TallyUnit.KILLED)) == []


@pytest.mark.parametrize(
    "scope",
    [{"target": b.OTHERS}, {"actor": b.STATE}, {"target": b.STATE, "areas": ("XX",)}],
)
def test_counts_of_different_matters_are_not_compared(scope: dict[str, object]) -> None:
    assert whys(one(40, "t1"), one(3, "t2", scope=scope)) == []


def test_parts_that_do_not_add_up_are_a_disagreement_of_one() -> None:
    (why,) = whys(one(10, "t1", parts=({"scope": "in the north", "value": 6}, {"scope": "in the south", "value": 3})))
    assert why == "Arithmetic: the parts (6 in the north + 3 in the south) come to 9, the whole is said to be 10."


def test_counts_of_two_reports_that_share_no_side_and_no_area_are_not_compared() -> None:
    assert whys(one(40, "t1", scope={}), one(9, "t2", scope={}, report_id="r2")) == []

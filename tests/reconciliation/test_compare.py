from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.mention import TallyMention
from tallystick.model.tally_comparison import TallyComparison
from tallystick.model.terms import Agreement, Comparator, Difference, TallyUnit
from tallystick.reconciliation.compare import compare_all, list_disagreements
from tallystick.reconciliation.reconcile import reconcile
from tests.reconciliation import builders as b


def whys(*mentions: TallyMention) -> list[str]:
    tallies = b.by_id(reconcile(mentions, [], [], [b.report()], in_area=b.in_area, same_side=b.same_side))
    return [d.why for d in list_disagreements(tallies, compare_all(tallies, same_side=b.same_side))]


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
    assert why == (
        "Arithmetic: 10 attacks from 2021-06-01 to 2021-06-20. "
        "Its parts (6 in the north, 3 in the south) come to 9, 1 fewer than it says."
    )


def test_counts_of_two_reports_that_share_no_side_and_no_area_are_not_compared() -> None:
    assert whys(one(40, "t1", scope={}), one(9, "t2", scope={}, report_id="r2")) == []


def cell(first: TallyMention, second: TallyMention, *, text: str = "…") -> TallyComparison | None:
    report = b.report().model_copy(update={"text": text, "body_start": 20})
    tallies = b.by_id(reconcile([first, second], [], [], [report], in_area=b.in_area, same_side=b.same_side))
    return next(iter(compare_all(tallies, same_side=b.same_side, area_within=within)), None)


def within(inner: str, outer: str) -> bool:
    return inner == outer or (inner, outer) == ("RU-north", "RU")


def verdict(first: TallyMention, second: TallyMention) -> tuple[Agreement, tuple[Difference, ...]]:
    found = cell(first, second)
    assert found is not None
    return found.agreement, found.differences


def test_two_counters_of_one_day_that_differ_contradict_each_other_and_their_parts_are_named() -> None:
    spokesman, agency = ({"name": "the ministry"}, {"name": "the agency"})
    found = cell(
        one(62, "t1", counter=spokesman, parts=({"scope": "RU", "value": 29}, {"scope": "SY", "value": 33})),
        one(61, "t2", counter=agency, parts=({"scope": "RU", "value": 29}, {"scope": "SY", "value": 32})),
    )
    assert found is not None
    assert (found.agreement, found.differences) == (Agreement.CONTRADICTORY, (Difference.COUNTER,))
    assert found.why.endswith("they have two counters, so they cannot both hold, in SY 33 against 32.")


def test_a_running_total_that_falls_from_one_counter_to_another_contradicts() -> None:
    later = one(38, "t2", until=date(2021, 6, 25), counter={"name": "the agency"})
    assert verdict(one(40, "t1", counter={"name": "the ministry"}), later)[0] is Agreement.CONTRADICTORY


def test_a_fall_that_a_bound_allows_is_compatible() -> None:
    assert (
        verdict(one(40, "t1"), one(38, "t2", Comparator.AT_LEAST, until=date(2021, 6, 25)))[0] is Agreement.COMPATIBLE
    )


@pytest.mark.parametrize(("value", "agreement"), [(12, Agreement.COMPATIBLE), (50, Agreement.CONTRADICTORY)])
def test_a_part_of_the_area_may_not_be_more_than_the_whole(value: int, agreement: Agreement) -> None:
    part = one(value, "t2", scope={"target": b.STATE, "areas": ("RU-north",)})
    assert verdict(one(40, "t1"), part)[0] is agreement


@pytest.mark.parametrize(("value", "agreement"), [(12, Agreement.COMPATIBLE), (50, Agreement.CONTRADICTORY)])
def test_a_part_of_the_window_may_not_be_more_than_the_whole(value: int, agreement: Agreement) -> None:
    assert verdict(one(40, "t1"), one(value, "t2", since=date(2021, 6, 10)))[0] is agreement


def test_windows_of_which_neither_holds_the_other_are_not_compared() -> None:
    later = one(12, "t2", since=date(2021, 6, 10), until=date(2021, 6, 25))
    assert verdict(one(40, "t1"), later) == (Agreement.NOT_COMPARABLE, (Difference.WINDOW,))


def test_a_side_that_one_does_not_name_may_be_the_same() -> None:
    later = one(55, "t2", until=date(2021, 6, 25), scope={"actor": b.REBELS, "target": b.STATE, "areas": ("RU",)})
    assert verdict(one(40, "t1"), later)[0] is Agreement.COMPATIBLE
    fewer = later.model_copy(update={"value": 30})
    assert verdict(one(40, "t1"), fewer)[0] is Agreement.NOT_COMPARABLE


def test_other_areas_and_other_times_are_another_matter() -> None:
    assert cell(one(40, "t1"), one(9, "t2", scope={"target": b.STATE, "areas": ("XX",)})) is None
    assert cell(one(40, "t1"), one(9, "t2", since=date(2021, 7, 1), until=date(2021, 7, 9))) is None


def test_a_revision_that_a_report_tells_is_one() -> None:
    text = "They counted forty. The army corrected its figure to 41 attacks."
    corrected = one(41, "t2", quote=b.quote(text[20:], start=20))
    found = cell(one(40, "t1", quote=b.quote(text[20:25], start=20), report_id="r2"), corrected, text=text)
    assert found is not None
    assert (found.agreement, found.differences) == (Agreement.REVISED, (Difference.REVISION_SAID,))


def test_a_headline_and_its_body_that_differ_contradict_each_other() -> None:
    headline, body = one(40, "t1", quote=b.quote("forty")), one(41, "t2", quote=b.quote("forty-one", start=30))
    found = cell(headline, body)
    assert found is not None
    assert (found.agreement, found.differences) == (Agreement.CONTRADICTORY, (Difference.HEADLINE,))


SCOPES = [
    {"target": b.STATE, "areas": ("RU",)},
    {"target": b.STATE, "areas": ("RU-north",)},
    {"target": b.STATE, "areas": ("RU", "SY")},
    {"actor": b.REBELS, "target": b.STATE},
    {"target": b.STATE},
]
counts = st.builds(
    lambda n, value, comparator, since, until, scope, unit: one(
        value,
        f"t{n}",
        comparator,
        since=None if since is None else date(2021, 6, since),
        until=date(2021, 6, until),
        scope=scope,
        unit=unit,
    ),
    st.just(0),
    st.integers(1, 9),
    st.sampled_from(Comparator),
    st.none() | st.integers(1, 9),
    st.integers(10, 20),
    st.sampled_from(SCOPES),
    st.sampled_from([TallyUnit.ATTACKS, TallyUnit.STRIKES]),
)


@given(st.lists(counts, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_matrix_is_symmetric_and_no_lower_bound_contradicts_what_is_more(
    mentions: list[TallyMention], chance: Random
) -> None:
    named = [m.model_copy(update={"id": f"t{n}"}) for n, m in enumerate(mentions)]
    tallies = b.by_id(reconcile(named, [], [], [b.report()], in_area=b.in_area, same_side=b.same_side))
    shuffled = list(tallies)
    chance.shuffle(shuffled)
    matrix = compare_all(tallies, same_side=b.same_side, area_within=within)
    assert compare_all(shuffled, same_side=b.same_side, area_within=within) == matrix
    assert len({frozenset(c.tally_ids) for c in matrix}) == len(matrix)
    by_id = {t.id: t for t in tallies}
    for pair in matrix:
        both = [by_id[i].comparator for i in pair.tally_ids]
        if all(c in (Comparator.AT_LEAST, Comparator.MORE_THAN) for c in both):
            assert pair.agreement in (Agreement.COMPATIBLE, Agreement.NOT_COMPARABLE)

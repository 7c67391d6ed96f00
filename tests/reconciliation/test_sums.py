from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.mention import TallyMention
from tallystick.model.tally import ListedSum
from tallystick.model.terms import Comparator, SumVerdict
from tallystick.reconciliation.compare import list_disagreements
from tallystick.reconciliation.reconcile import reconcile
from tests.reconciliation import builders as b

NORTH, SOUTH = "RU-north", "RU-south"


def within(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith(f"{outer}-")


def sums(*mentions: TallyMention) -> tuple[ListedSum, ...]:
    tallies = b.by_id(reconcile(mentions, [], [], [], in_area=b.in_area, same_side=b.same_side, area_within=within))
    return tallies[0].reconciliation.sums


def total(value: int, comparator: Comparator = Comparator.EXACT, **fields: object) -> TallyMention:
    return b.tally(value, comparator, **({"id": "t0"} | fields))


def subtotal(tally_id: str, area: str, value: int, *items: int, **fields: object) -> TallyMention:
    parts = tuple({"scope": f"{area}-{n}", "value": item} for n, item in enumerate(items))
    base = {"id": tally_id, "scope": {"target": b.STATE, "areas": (area,)}, "parts": parts}
    return b.tally(value, **(base | fields))  # type: ignore[arg-type]


def parts(*values: int) -> tuple[dict[str, object], ...]:
    return tuple({"scope": f"RU-{n}", "value": value} for n, value in enumerate(values))


def test_parts_that_come_to_the_whole_add_up() -> None:
    (found,) = sums(total(22, parts=parts(14, 8)))
    assert (found.verdict, found.total, found.contradicts) == (SumVerdict.ADDS_UP, 22, False)


def test_counts_of_areas_are_summed_under_the_count_of_the_whole() -> None:
    (found,) = sums(total(22), subtotal("t1", NORTH, 8), subtotal("t2", SOUTH, 13))
    assert [a.tally_id for a in found.addends] == ["t1", "t2"]
    assert (found.verdict, found.total) == (SumVerdict.FALLS_SHORT, 21)
    assert found.why == "The counts for its areas (8 RU-north, 13 RU-south) come to 21, 1 fewer than it says."


def test_items_under_the_counts_of_areas_are_held_against_the_whole() -> None:
    areas, items = sums(total(22), subtotal("t1", NORTH, 8, 5, 3), subtotal("t2", SOUTH, 14, 10, 3))
    assert (areas.verdict, items.verdict) == (SumVerdict.ADDS_UP, SumVerdict.FALLS_SHORT)
    assert [a.value for a in items.addends] == [5, 3, 10, 3]


def test_parts_that_are_counts_of_their_own_lead_to_their_items() -> None:
    whole = total(22, parts=({"scope": NORTH, "value": 8}, {"scope": SOUTH, "value": 14}))
    added, items = sums(whole, subtotal("t1", NORTH, 8, 5, 3), subtotal("t2", SOUTH, 14, 10, 4))
    assert [a.tally_id for a in added.addends] == ["t1", "t2"]
    assert (items.total, items.verdict) == (22, SumVerdict.ADDS_UP)


def test_some_areas_of_the_whole_may_fall_short_of_it() -> None:
    whole = total(22, scope={"target": b.STATE, "areas": ("RU", "SY")}, parts=({"scope": "RU", "value": 8},))
    (found,) = sums(whole)
    assert (found.verdict, found.contradicts) == (SumVerdict.FALLS_SHORT, False)


def test_parts_that_are_named_as_some_may_fall_short() -> None:
    (found,) = sums(total(22, parts=parts(8, 3), quote=b.quote("22 attacks, including 8 and 3")))
    assert (found.verdict, found.contradicts) == (SumVerdict.FALLS_SHORT, False)


def test_a_count_of_another_side_is_no_part() -> None:
    other = {"target": b.OTHERS, "areas": (NORTH,)}
    assert sums(total(22), subtotal("t1", NORTH, 8, scope=other), subtotal("t2", SOUTH, 14)) == ()


def test_one_area_alone_is_no_list() -> None:
    assert sums(total(22), subtotal("t1", NORTH, 8)) == ()


def test_a_list_that_cannot_come_to_its_whole_is_a_disagreement_with_both_quotes() -> None:
    mentions = (total(22), subtotal("t1", NORTH, 8), subtotal("t2", SOUTH, 15))
    tallies = b.by_id(reconcile(mentions, [], [], [], in_area=b.in_area, same_side=b.same_side, area_within=within))
    (found,) = list_disagreements(tallies, ())
    assert found.tally_ids == ("t0", "t1", "t2")


@given(st.integers(0, 60), st.sampled_from(Comparator), st.lists(st.integers(0, 30), min_size=1, max_size=4))
def test_the_arithmetic_of_parts(value: int, comparator: Comparator, values: list[int]) -> None:
    (found,) = sums(total(value, comparator, parts=parts(*values)))
    assert found.total == sum(values)
    if found.total == value and comparator is not Comparator.MORE_THAN:
        assert found.verdict is SumVerdict.ADDS_UP
    if comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN):
        assert not found.contradicts
    if comparator is Comparator.EXACT:
        assert found.contradicts is (found.total != value)

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.terms import EventKind, PlacePrecision, WeaponKind
from tallystick.resolution.compare import Comparison, compare
from tests.resolution.build import AWAY, BATH, EAST, FORT, KNOWS, LAND, MONDAY, POWER, TOWN, event, tellings

DAYS = [None, MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)]


def compared(**second: object) -> Comparison:
    a, b = tellings(event("a"), event("b", **second))  # type: ignore[arg-type]
    return compare(a, b, KNOWS)


@given(
    st.sampled_from([BATH, TOWN, FORT, EAST, LAND, AWAY, None]),
    st.sampled_from(DAYS),
    st.sampled_from(EventKind),
    st.sampled_from([None, POWER]),
)
def test_a_comparison_is_symmetric_and_between_0_and_1(place: object, day: object, kind: EventKind, by: object) -> None:
    a, b = tellings(event("a", by=POWER), event("b", place=place, day=day, kind=kind, by=by))  # type: ignore[arg-type]
    there, back = compare(a, b, KNOWS), compare(b, a, KNOWS)
    assert there == back
    assert 0 <= there.score <= 1
    assert there.reasons


def test_a_vetoed_pair_scores_nothing_and_says_why() -> None:
    found = compared(place=FORT)
    assert (found.score, found.vetoed) == (0.0, True)
    assert found.reasons == ("Bath Camp and Fort Nine are 222 km apart",)


def test_reasons_against_say_so() -> None:
    assert any(r.startswith("but one day apart") for r in compared(day=MONDAY + timedelta(days=1)).reasons)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ({}, {"place": TOWN}),
        ({"place": TOWN}, {"place": EAST}),
        ({"place": EAST}, {"place": LAND}),
        ({}, {"day": None}),
        ({"day": None}, {"day": MONDAY + timedelta(days=1)}),
        ({}, {"kind": EventKind.ATTACK_UNSPECIFIED}),
        ({"kind": EventKind.ATTACK_UNSPECIFIED}, {"kind": EventKind.ROCKET_ATTACK}),
        ({"kind": EventKind.ROCKET_ATTACK}, {"kind": EventKind.ABDUCTION}),
    ],
)
def test_what_agrees_more_closely_scores_higher(more: dict[str, object], less: dict[str, object]) -> None:
    assert compared(**more).score > compared(**less).score


def test_a_rare_number_of_dead_speaks_louder_than_none() -> None:
    def score(n: int) -> float:
        a, b = tellings(event("a", place=EAST, killed=(n, n, n)), event("b", place=EAST, killed=(n, n, n)))
        return compare(a, b, KNOWS).score

    assert score(17) > score(1) > score(0)


def test_jets_and_the_bombs_that_they_drop_are_no_different_weapons() -> None:
    a, b = tellings(
        event("a", 0, kind=EventKind.AIRSTRIKE, weapons=[WeaponKind.AIRCRAFT]),
        event("a", 50, kind=EventKind.AIRSTRIKE, weapons=[WeaponKind.MISSILE]),
    )
    assert not compare(a, b, KNOWS).vetoed


def test_a_target_named_by_its_place_is_not_counted_twice() -> None:
    a, b = tellings(event("a", target="Bath Camp"), event("b", target="Bath Camp"))
    assert not any("target" in r for r in compare(a, b, KNOWS).reasons)


def test_a_site_and_a_town_near_it_may_be_one_place_but_two_sites_are_not() -> None:
    post = BATH.model_copy(update={"id": "site:post", "name": "Post", "latitude": 10.05})
    assert not compared(place=TOWN).vetoed
    assert post.precision is PlacePrecision.SITE
    assert compared(place=post).vetoed


def test_places_without_a_point_are_compared_by_name() -> None:
    like = BATH.model_copy(update={"id": "x:1", "name": "Camp Bath", "latitude": None})
    unlike = BATH.model_copy(update={"id": "x:2", "name": "Quarry", "latitude": None})
    assert compared(place=like).score > 0.5 > compared(place=unlike).score

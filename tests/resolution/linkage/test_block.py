from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.mention import EventMention
from tallystick.model.place import Place
from tallystick.model.terms import DatePrecision, PlacePrecision
from tallystick.resolution.linkage.areas import Areas
from tallystick.resolution.linkage.block import keys_of
from tallystick.resolution.telling import tellings_of
from tests.resolution.build import AWAY, EAST, FORT, KNOWS, LAND, MONDAY, TOWN, event, on, report


def meet(*events: EventMention) -> bool:
    tellings = tellings_of(events, [report(e.report_id) for e in events], batches={})
    keys = keys_of(tellings, Areas(tellings, KNOWS))
    own = set(zip(keys.own["id"].to_pylist(), keys.own["key"].to_pylist(), strict=True))
    found_at = set(zip(keys.found_at["id"].to_pylist(), keys.found_at["key"].to_pylist(), strict=True))
    return any(a != b and key == other for a, key in own for b, other in found_at)


def test_a_day_apart_is_compared_and_two_days_are_not() -> None:
    assert meet(event("a"), event("b", day=MONDAY + timedelta(days=1)))
    assert not meet(event("a"), event("b", day=MONDAY + timedelta(days=2)))


def test_near_places_are_compared_and_far_ones_are_not() -> None:
    assert meet(event("a"), event("b", place=TOWN))
    assert not meet(event("a"), event("b", place=FORT))
    assert not meet(event("a"), event("b", place=AWAY))


def test_a_vague_place_is_compared_with_what_lies_in_it() -> None:
    assert meet(event("a"), event("b", place=EAST))
    assert meet(event("a"), event("b", place=LAND))
    assert not meet(event("a", place=AWAY), event("b", place=EAST))


def test_a_vague_time_is_compared_with_the_days_in_it() -> None:
    week = on(MONDAY - timedelta(days=3), until=MONDAY + timedelta(days=3), precision=DatePrecision.WEEK)
    assert meet(event("a"), event("b", when=week))
    assert not meet(event("a", day=MONDAY + timedelta(days=40)), event("b", when=week))


def test_an_untold_place_is_compared_with_all_of_its_day() -> None:
    assert meet(event("a"), event("b", place=None))
    assert not meet(event("a"), event("b", place=None, day=MONDAY + timedelta(days=4)))


@given(
    days=st.integers(0, 1),
    north=st.floats(-0.2, 0.2),
    east=st.floats(-0.2, 0.2),
    latitude=st.floats(-55, 55),
    longitude=st.floats(-170, 170),
)
def test_no_pair_within_a_day_and_twenty_five_km_is_left_out(
    days: int, north: float, east: float, latitude: float, longitude: float
) -> None:
    here, there = (
        Place(id=f"t:{n}", name=n, country="XA", latitude=y, longitude=x, precision=PlacePrecision.TOWN)
        for n, y, x in (("a", latitude, longitude), ("b", latitude + north * 0.8, longitude + east * 0.8))
    )
    assert meet(event("a", place=here), event("b", place=there, day=MONDAY + timedelta(days=days)))

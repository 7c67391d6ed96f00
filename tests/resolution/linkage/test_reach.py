from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.place import Place
from tallystick.model.terms import DatePrecision, PlacePrecision
from tallystick.resolution.linkage.block import WIDEST_DAYS
from tallystick.resolution.linkage.reach import days_looked_at, days_seen_from, looks_at, looks_for, reach_of
from tests.resolution.build import AWAY, BATH, EAST, FORT, KNOWS, LAND, MONDAY, TOWN, event, on
from tests.resolution.linkage.test_block import meet

SEA = Place(id="sea", name="the sea", precision=PlacePrecision.REGION)
UNTOLD_POINT = Place(id="t:somewhere", name="Somewhere", country="XA", precision=PlacePrecision.TOWN)
BORDER = Place(id="t:border", name="Border", country="XB", latitude=10.2, longitude=10.1, precision=PlacePrecision.TOWN)
PLACES = (BATH, TOWN, FORT, EAST, LAND, AWAY, SEA, UNTOLD_POINT, BORDER)

windows = st.builds(
    lambda start, width: (MONDAY + timedelta(days=start), MONDAY + timedelta(days=start + width)),
    st.integers(0, 90),
    st.one_of(st.integers(0, 3), st.integers(0, WIDEST_DAYS)),
)


@pytest.mark.parametrize("one", PLACES)
def test_two_places_reach_one_another_if_the_blocks_bring_their_tellings_together(one: Place) -> None:
    for other in PLACES:
        expected = meet(event("a", place=one), event("b", place=other))
        assert (looks_at(one, other, KNOWS) or looks_at(other, one, KNOWS)) == expected


@given(windows, windows)
def test_two_times_reach_one_another_if_the_blocks_bring_their_tellings_together(
    one: tuple[date, date], other: tuple[date, date]
) -> None:
    ours, theirs = (
        event(name, when=on(first, until=last, precision=DatePrecision.MONTH))
        for name, (first, last) in (("a", one), ("b", other))
    )
    assert (looks_for(one, other) or looks_for(other, one)) == meet(ours, theirs)


@given(windows, windows)
def test_what_looks_for_another_shares_a_day_with_the_days_that_are_asked_for(
    one: tuple[date, date], other: tuple[date, date]
) -> None:
    for (first, last), (start, end) in permutations((one, other)):
        if looks_for((first, last), (start, end)):
            since, until = days_looked_at((first, last))
            assert start <= until
            assert end >= since
            since, until = days_seen_from((start, end))
            assert first <= until
            assert last >= since


def test_a_reach_holds_what_is_looked_at_and_what_looks_here() -> None:
    reach = reach_of(EAST, PLACES, KNOWS)
    assert BATH.id in reach.looks_at
    assert BATH.id not in reach.seen_from
    assert LAND.id not in reach.looks_at
    assert EAST.id in reach.looks_at & reach.seen_from

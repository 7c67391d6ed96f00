from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.reading import date_calendar as cal


@given(day=st.dates(), unit=st.sampled_from(["D", "W", "WE", "M", "Q", "Y"]))
def test_a_period_holds_its_day(day: date, unit: str) -> None:
    period = cal.unit_period(day, unit)
    assert period.start is not None
    assert period.end is not None
    assert period.start <= period.end
    assert unit == "WE" or period.start <= day <= period.end


@given(day=st.dates(), weekday=st.integers(0, 6))
def test_week_days_are_at_most_six_days_off(day: date, weekday: int) -> None:
    before, after = cal.weekday_on_or_before(day, weekday), cal.weekday_on_or_after(day, weekday)
    assert before is None or (before.weekday() == weekday and 0 <= (day - before).days <= 6)
    assert after is None or (after.weekday() == weekday and 0 <= (after - day).days <= 6)


@given(day=st.dates(), months=st.integers(-30_000, 30_000))
def test_months_are_added_or_leave_the_calendar(day: date, months: int) -> None:
    moved = cal.add_months(day, months)
    assert moved is None or (moved.year - day.year) * 12 + moved.month - day.month == months


@pytest.mark.parametrize(
    ("part", "last"), [("early", date(2024, 2, 10)), ("mid", date(2024, 2, 20)), ("late", date(2024, 2, 29))]
)
def test_parts_of_a_month_end_with_it(part: str, last: date) -> None:
    assert cal.part_of_month_period(2024, 2, part).end == last


def test_a_winter_ends_in_the_next_year() -> None:
    assert cal.season_period(1994, "WI")[:2] == (date(1994, 12, 1), date(1995, 2, 28))


def test_the_year_of_an_impossible_day_is_none() -> None:
    assert cal.year_of_day(date(2023, 11, 8), 2, 31, ahead=False) is None

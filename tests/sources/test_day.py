import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.sources.day import parse_published, parse_written_day


@pytest.mark.parametrize(
    "value",
    [
        "2023-11-07",
        "20231107",
        "2023-11-07T23:30:00Z",
        "2023-11-07T23:30:00-05:00",
        "2023-11-07 08:15",
        "Tue, 07 Nov 2023 10:00:00 GMT",
        "Tue, 07 Nov 2023 23:59:59 -0500 (EST)",
        "7 November 2023",
        "7th of November, 2023",
        "Nov. 7, 2023",
        "Tuesday, Nov 7, 2023 10:30 AM",
        " November 7, 2023 ",
    ],
)
def test_the_ways_to_write_a_publication_day(value: str) -> None:
    assert parse_published(value) == date(2023, 11, 7)


@pytest.mark.parametrize(
    "value",
    ["2023-02-31", "31 February 2023", "Feb. 30, 2024", "yesterday", "7 November", "2023", "", "07/11/2023x", "\0"],
)
def test_what_is_no_publication_day(value: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_published(value)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d"]))
def test_a_written_day_is_read_back(day: date, form: str) -> None:
    assert parse_published(day.strftime(form)) == day


@given(st.text())
def test_any_text_is_a_day_or_a_value_error(value: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(parse_published(value), date)


@pytest.mark.parametrize(
    ("value", "year", "expected"),
    [
        ("15 JAN 89", None, date(1989, 1, 15)),
        ("3 Jan '05", None, date(2005, 1, 3)),
        ("Nov. 7", 2023, date(2023, 11, 7)),
        ("Nov. 7", None, None),
        ("Nov. 7, 2022", 2023, date(2022, 11, 7)),
        ("٣ كانون الثاني ٢٠٢٤", None, date(2024, 1, 3)),
        ("5 تشرين  الاول", 2023, date(2023, 10, 5)),
        ("الأحد، 5 آب 2023", None, date(2023, 8, 5)),
    ],
)
def test_the_year_is_stated_or_given(value: str, year: int | None, expected: date | None) -> None:
    assert parse_written_day(value, year=year) == expected


def test_a_day_that_no_year_has_is_refused_without_a_year_too() -> None:
    with pytest.raises(ValueError, match="day"):
        parse_written_day("31 April", year=None)

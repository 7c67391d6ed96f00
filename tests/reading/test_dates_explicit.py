from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from tallystick.model.terms import DateBasis, DatePrecision
from tests.reading.date_reports import days, quotes, read


@pytest.mark.parametrize(
    "written",
    [
        "October 27",
        "Oct. 27",
        "27 October",
        "27 Oct 2023",
        "October 27, 2023",
        "2023-10-27",
        "2023/10/27",
        "27/10/2023",
        "27.10.2023",
        "10/27/2023",
        "the 27th of October",
        "27-Oct",
        "27-Oct-2023",
        "27 Oct 23",
        "Friday, October 27",
        "27 OCTOBER 2023",
        "OCT. 27",
    ],
)
def test_one_day_in_many_writings(nlp: Language, written: str) -> None:
    (found,) = read(nlp, f"A convoy was shelled on {written}, officials said.")
    assert found.quote.exact == written
    assert days(found) == ("2023-10-27", "2023-10-27")
    assert (found.when.precision, found.when.basis) == (DatePrecision.DAY, DateBasis.EXPLICIT)
    assert (found.timex.type, found.timex.value) == ("DATE", "2023-10-27")


def test_a_day_not_yet_come_is_last_years(nlp: Language) -> None:
    (found,) = read(nlp, "The bridge fell on 20 December.", date(2024, 1, 9))
    assert days(found) == ("2023-12-20", "2023-12-20")


def test_the_day_after_the_dateline_is_a_matter_of_time_zones(nlp: Language) -> None:
    (found,) = read(nlp, "The bridge fell on Nov. 9.")
    assert days(found) == ("2023-11-09", "2023-11-09")


def test_a_leap_day_is_the_last_there_was(nlp: Language) -> None:
    (found,) = read(nlp, "The bridge fell on 29 February.")
    assert days(found) == ("2020-02-29", "2020-02-29")


def test_an_uncertain_order_of_day_and_month_never_lands_in_the_future(nlp: Language) -> None:
    (found,) = read(nlp, "The bridge fell on 05/12/2023.")
    assert days(found) == ("2023-05-12", "2023-05-12")


def test_a_year_in_two_digits_is_near_the_dateline(nlp: Language) -> None:
    (found,) = read(nlp, "SAN JUAN, 12 JAN 89 -- A bomb went off.", date(1989, 1, 13))
    assert days(found) == ("1989-01-12", "1989-01-12")


def test_a_count_after_a_date_is_no_year(nlp: Language) -> None:
    (found,) = read(nlp, "On 19 November 20 people were hurt.", date(2023, 12, 1))
    assert found.quote.exact == "19 November"


def test_without_dateline_or_year_the_day_is_kept_open(nlp: Language) -> None:
    (found,) = read(nlp, "Rockets fell on October 27.", None)
    assert days(found) == (None, None)
    assert (found.when.precision, found.when.basis) == (DatePrecision.DAY, DateBasis.EXPLICIT)
    assert found.timex.value == "XXXX-10-27"


def test_a_full_date_elsewhere_tells_the_year(nlp: Language) -> None:
    found = read(nlp, "Rockets fell on 3 June. The siege had begun on 28 May 2015.", None)
    assert days(found[0]) == ("2015-06-03", "2015-06-03")


def test_a_bare_year_elsewhere_does_not_tell_the_year(nlp: Language) -> None:
    found = read(nlp, "The group, founded in 2020, fired rockets. They fell on 3 June.", None)
    assert days(found[1]) == (None, None)


def test_the_default_year_is_the_last_resort(nlp: Language) -> None:
    (found,) = read(nlp, "Rockets fell on October 27.", None, default_year=2023)
    assert days(found) == ("2023-10-27", "2023-10-27")


@pytest.mark.parametrize("written", ["31 February", "31 February 2023", "2023-02-30", "31/06/2023"])
def test_an_impossible_day_is_listed_without_days(nlp: Language, written: str) -> None:
    (found,) = read(nlp, f"It happened on {written}.")
    assert not found.when.is_known
    assert (found.when.precision, found.when.basis) == (DatePrecision.UNKNOWN, DateBasis.NONE)


def test_days_that_share_a_month_are_told_apart(nlp: Language) -> None:
    found = read(nlp, "Bases were hit on October 17, 18 and 20 near the border.")
    assert quotes(found) == ["October 17", "18", "20"]
    assert [days(each)[0] for each in found] == ["2023-10-17", "2023-10-18", "2023-10-20"]


def test_two_days_before_their_month(nlp: Language) -> None:
    found = read(nlp, "Bases were hit on 17 and 18 October 2022.")
    assert [days(each)[0] for each in found] == ["2022-10-17", "2022-10-18"]


def test_a_count_is_no_second_day(nlp: Language) -> None:
    found = read(nlp, "On October 17, 18 soldiers were hurt.")
    assert quotes(found) == ["October 17"]


@pytest.mark.parametrize(
    ("written", "start", "end", "precision"),
    [
        ("early October", "2023-10-01", "2023-10-10", DatePrecision.PART_OF_MONTH),
        ("mid-October", "2023-10-11", "2023-10-20", DatePrecision.PART_OF_MONTH),
        ("late October", "2023-10-21", "2023-10-31", DatePrecision.PART_OF_MONTH),
        ("the end of October", "2023-10-21", "2023-10-31", DatePrecision.PART_OF_MONTH),
        ("October", "2023-10-01", "2023-10-31", DatePrecision.MONTH),
        ("December", "2022-12-01", "2022-12-31", DatePrecision.MONTH),
        ("November", "2023-11-01", "2023-11-08", DatePrecision.MONTH),
        ("last March", "2023-03-01", "2023-03-31", DatePrecision.MONTH),
    ],
)
def test_months_count_back_from_the_dateline(
    nlp: Language, written: str, start: str, end: str, precision: DatePrecision
) -> None:
    (found,) = read(nlp, f"The town was taken in {written}, residents said.")
    assert found.quote.exact == written
    assert days(found) == (start, end)
    assert (found.when.precision, found.when.basis) == (precision, DateBasis.RELATIVE_TO_DATELINE)


@pytest.mark.parametrize(
    ("written", "start", "end", "value"),
    [
        ("October 2021", "2021-10-01", "2021-10-31", "2021-10"),
        ("2020", "2020-01-01", "2020-12-31", "2020"),
        ("the spring of 2021", "2021-03-01", "2021-05-31", "2021-SP"),
        ("the 1980s", "1980-01-01", "1989-12-31", "198"),
        ("the early 1990s", "1990-01-01", "1993-12-31", "199"),
        ("the 19th century", "1801-01-01", "1900-12-31", "18"),
        ("2014-2017", "2014-01-01", "2017-12-31", "2014/2017"),
        ("9/11", "2001-09-11", "2001-09-11", "2001-09-11"),
        ("Christmas Eve 2022", "2022-12-24", "2022-12-24", "2022-12-24"),
    ],
)
def test_longer_times_by_name(nlp: Language, written: str, start: str, end: str, value: str) -> None:
    (found,) = read(nlp, f"It was built in {written}, they said.")
    assert found.quote.exact == written
    assert (*days(found), found.timex.value) == (start, end, value)


def test_a_day_in_the_name_of_an_event_is_a_date(nlp: Language) -> None:
    (found,) = read(nlp, "The October 7 attack changed the region.")
    assert days(found) == ("2023-10-07", "2023-10-07")


def test_the_bare_ordinal_is_of_the_month_of_the_dateline_or_before(nlp: Language) -> None:
    found = read(nlp, "Shells fell on the 3rd. Others had come on the 27th.")
    assert [days(each)[0] for each in found] == ["2023-11-03", "2023-10-27"]


def test_a_week_day_settles_a_doubtful_year(nlp: Language) -> None:
    (found,) = read(nlp, "The raid of Sunday 12 November was long.")
    assert days(found) == ("2023-11-12", "2023-11-12")

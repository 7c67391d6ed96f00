from __future__ import annotations

import pytest
from spacy.language import Language

from tallystick.model.terms import DateBasis, DatePrecision
from tests.reading.date_reports import days, quotes, read


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("between 17 and 30 October", "2023-10-17", "2023-10-30"),
        ("from 17 to 24 October", "2023-10-17", "2023-10-24"),
        ("Oct. 17-30", "2023-10-17", "2023-10-30"),
        ("18–19 October", "2023-10-18", "2023-10-19"),
        ("Oct. 17 through Oct. 24", "2023-10-17", "2023-10-24"),
        ("from 17 October to Tuesday", "2023-10-17", "2023-11-07"),
        ("from Friday to Sunday", "2023-11-03", "2023-11-05"),
        ("from Thursday to Wednesday", "2023-11-02", "2023-11-08"),
        ("from Monday through Thursday", "2023-10-30", "2023-11-02"),
        ("between 28 December and 3 January", "2022-12-28", "2023-01-03"),
        ("from March 3 to June 5, 2015", "2015-03-03", "2015-06-05"),
        ("from March to June 2015", "2015-03-01", "2015-06-30"),
        ("between 2014 and 2017", "2014-01-01", "2017-12-31"),
    ],
)
def test_two_ends_are_one_range(nlp: Language, written: str, start: str, end: str) -> None:
    (found,) = read(nlp, f"Ten attacks were counted {written}, she said.")
    assert found.quote.exact == written
    assert days(found) == (start, end)


def test_a_range_keeps_its_two_ends(nlp: Language) -> None:
    (found,) = read(nlp, "The camp was shelled from 3 May to 6 May.")
    assert [(end.quote.exact, end.timex.value) for end in found.ends] == [
        ("3 May", "2023-05-03"),
        ("6 May", "2023-05-06"),
    ]


def test_and_alone_is_no_range(nlp: Language) -> None:
    found = read(nlp, "Ten attacks came on 17 October and 30 October.")
    assert quotes(found) == ["17 October", "30 October"]


@pytest.mark.parametrize(
    ("written", "start", "value", "precision"),
    [
        ("since October 17", "2023-10-17", "2023-10-17", DatePrecision.DAY),
        ("since Friday", "2023-11-03", "2023-11-03", DatePrecision.DAY),
        ("since mid-October", "2023-10-11", "2023-10", DatePrecision.PART_OF_MONTH),
        ("from October 17 onwards", "2023-10-17", "2023-10-17", DatePrecision.DAY),
    ],
)
def test_since_opens_a_window(nlp: Language, written: str, start: str, value: str, precision: DatePrecision) -> None:
    (found,) = read(nlp, f"There were ten attacks {written}, she said.")
    assert found.quote.exact == written
    assert days(found) == (start, None)
    assert (found.timex.value, found.when.precision) == (value, precision)


@pytest.mark.parametrize("written", ["until 3 May", "as of 3 May", "up to 3 May"])
def test_until_closes_a_window(nlp: Language, written: str) -> None:
    (found,) = read(nlp, f"There were ten attacks {written}, she said.")
    assert found.quote.exact == written
    assert days(found) == (None, "2023-05-03")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("19:15 on Thursday", "2023-11-02T19:15"),
        ("Thursday at about 7:15 p.m.", "2023-11-02T19:15"),
        ("10 p.m. Thursday", "2023-11-02T22:00"),
        ("1130 am on Thursday", "2023-11-02T11:30"),
        ("noon Thursday", "2023-11-02T12:00"),
        ("the early hours of Thursday", "2023-11-02TMO"),
        ("dawn on Thursday", "2023-11-02TMO"),
        ("Thursday-evening", "2023-11-02TEV"),
    ],
)
def test_an_hour_and_its_day_are_one(nlp: Language, written: str, value: str) -> None:
    (found,) = read(nlp, f"A drone struck at {written}, she said.")
    assert found.quote.exact == written
    assert (days(found)[0], found.timex.type, found.timex.value) == ("2023-11-02", "TIME", value)
    assert found.when.basis is DateBasis.WEEKDAY


def test_a_night_between_two_days_keeps_both(nlp: Language) -> None:
    (found,) = read(nlp, "It burned on the night of 12-13 May.")
    assert days(found) == ("2023-05-12", "2023-05-13")
    assert (found.timex.type, found.timex.value) == ("TIME", "2023-05-12TNI")


def test_an_hour_alone_takes_the_day_of_its_sentence(nlp: Language) -> None:
    found = read(nlp, "On 3 May the men met and at 0300 GMT the shelling began.")
    assert found[1].timex.value == "2023-05-03T03:00"
    assert days(found[1]) == ("2023-05-03", "2023-05-03")


def test_an_hour_without_any_day_takes_the_dateline(nlp: Language) -> None:
    (found,) = read(nlp, "The shelling began at 04:30.")
    assert found.timex.value == "2023-11-08T04:30"


def test_an_hour_without_day_and_dateline_is_kept_open(nlp: Language) -> None:
    (found,) = read(nlp, "The shelling began at 04:30.", None)
    assert days(found) == (None, None)
    assert found.timex.value == "XXXX-XX-XXT04:30"

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from tallystick.model.terms import DateBasis, DatePrecision
from tests.reading.date_reports import days, read


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Tuesday", "2023-11-07"),
        ("Wednesday", "2023-11-08"),
        ("last Wednesday", "2023-11-01"),
        ("last Friday", "2023-11-03"),
        ("Thursday night", "2023-11-02"),
        ("early Monday", "2023-11-06"),
        ("Monday morning", "2023-11-06"),
        ("Sunday evening", "2023-11-05"),
    ],
)
def test_a_week_day_is_the_nearest_not_after_the_dateline(nlp: Language, written: str, day: str) -> None:
    (found,) = read(nlp, f"Two drones hit the depot {written}, police said.")
    assert days(found) == (day, day)
    assert (found.when.precision, found.when.basis) == (DatePrecision.DAY, DateBasis.WEEKDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Next Friday the envoys meet.",
        "The envoys will meet on Friday.",
        "The envoys plan to meet on Friday.",
        "A hearing is scheduled for Friday.",
        "Talks could resume as early as Friday.",
    ],
)
def test_only_a_future_marker_looks_ahead(nlp: Language, text: str) -> None:
    (found,) = read(nlp, text)
    assert days(found) == ("2023-11-10", "2023-11-10")


def test_a_week_day_without_dateline_has_no_day(nlp: Language) -> None:
    (found,) = read(nlp, "Two drones hit the depot on Friday.", None)
    assert days(found) == (None, None)
    assert (found.when.basis, found.timex.value) == (DateBasis.WEEKDAY, "XXXX-WXX-5")


@pytest.mark.parametrize(
    "text", ["The cell planned the raid on Friday.", "The siege will go on as it has since Friday."]
)
def test_planning_and_will_do_not_move_what_is_past(nlp: Language, text: str) -> None:
    (found,) = read(nlp, text)
    assert days(found)[0] == "2023-11-03"


def test_a_deadline_may_lie_ahead(nlp: Language) -> None:
    (found,) = read(nlp, "The court ordered that the men be freed by Jan. 14.")
    assert days(found) == ("2024-01-14", "2024-01-14")


@pytest.mark.parametrize(
    ("written", "start", "end", "value"),
    [
        ("today", "2023-11-08", "2023-11-08", "2023-11-08"),
        ("yesterday", "2023-11-07", "2023-11-07", "2023-11-07"),
        ("tonight", "2023-11-08", "2023-11-08", "2023-11-08TNI"),
        ("last night", "2023-11-07", "2023-11-07", "2023-11-07TNI"),
        ("this morning", "2023-11-08", "2023-11-08", "2023-11-08TMO"),
        ("overnight", "2023-11-07", "2023-11-08", "2023-11-07TNI"),
        ("two days ago", "2023-11-06", "2023-11-06", "2023-11-06"),
        ("three weeks ago", "2023-10-16", "2023-10-22", "2023-W42"),
        ("two months ago", "2023-09-01", "2023-09-30", "2023-09"),
        ("six hours ago", "2023-11-07", "2023-11-08", "2023-11-08"),
        ("earlier this week", "2023-11-06", "2023-11-08", "2023-W45"),
        ("last week", "2023-10-30", "2023-11-05", "2023-W44"),
        ("this week", "2023-11-06", "2023-11-08", "2023-W45"),
        ("earlier this month", "2023-11-01", "2023-11-08", "2023-11"),
        ("last month", "2023-10-01", "2023-10-31", "2023-10"),
        ("late last month", "2023-10-21", "2023-10-31", "2023-10"),
        ("this year", "2023-01-01", "2023-11-08", "2023"),
        ("last year", "2022-01-01", "2022-12-31", "2022"),
        ("the weekend", "2023-11-04", "2023-11-05", "2023-W44-WE"),
    ],
)
def test_told_from_the_dateline(nlp: Language, written: str, start: str, end: str, value: str) -> None:
    (found,) = read(nlp, f"A post was hit {written}, it said.")
    assert found.quote.exact == written
    assert (*days(found), found.timex.value) == (start, end, value)
    assert found.when.basis is DateBasis.RELATIVE_TO_DATELINE


@pytest.mark.parametrize(
    ("written", "start", "precision", "value"),
    [
        ("the past two weeks", "2023-10-25", DatePrecision.WEEK, "P2W"),
        ("the past month", "2023-10-08", DatePrecision.MONTH, "P1M"),
        ("the last 48 hours", "2023-11-06", DatePrecision.DAY, "PT48H"),
        ("the last few days", "2023-11-01", DatePrecision.WEEK, "PXD"),
    ],
)
def test_a_span_runs_up_to_the_dateline(
    nlp: Language, written: str, start: str, precision: DatePrecision, value: str
) -> None:
    (found,) = read(nlp, f"In {written} the base was hit often.")
    assert days(found) == (start, "2023-11-08")
    assert (found.when.precision, found.timex.type, found.timex.value) == (precision, "DURATION", value)


@pytest.mark.parametrize(
    ("written", "start", "precision"),
    [
        ("recent days", "2023-11-01", DatePrecision.WEEK),
        ("recent weeks", "2023-09-27", DatePrecision.MONTH),
        ("past months", "2022-12-08", DatePrecision.YEAR),
    ],
)
def test_a_vague_past_runs_up_to_the_dateline(
    nlp: Language, written: str, start: str, precision: DatePrecision
) -> None:
    (found,) = read(nlp, f"In {written} the base was hit often.")
    assert days(found) == (start, "2023-11-08")
    assert (found.when.precision, found.timex.type, found.timex.value) == (precision, "DATE", "PAST_REF")
    assert found.timex.is_stretch


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("The next day", "2023-10-30"),
        ("The following day", "2023-10-30"),
        ("A day earlier", "2023-10-28"),
        ("The day before", "2023-10-28"),
        ("On the same day", "2023-10-29"),
        ("Later that day", "2023-10-29"),
        ("Two days later", "2023-10-31"),
        ("The following Tuesday", "2023-10-31"),
    ],
)
def test_told_from_the_day_before_it_in_the_text(nlp: Language, written: str, day: str) -> None:
    found = read(nlp, f"Rockets fell on Oct. 29. {written}, drones came.")
    assert days(found[1]) == (day, day)


def test_the_next_day_after_the_dateline_is_not_known(nlp: Language) -> None:
    found = read(nlp, "Rockets fell today. The next day drones came.")
    assert not found[1].when.is_known


@pytest.mark.parametrize(
    ("clock", "later", "day"),
    [
        ("23:30", "an hour later", "2023-11-03"),
        ("20:30", "an hour later", "2023-11-02"),
        ("00:30", "an hour earlier", "2023-11-01"),
    ],
)
def test_hours_after_a_clock_time_may_pass_midnight(nlp: Language, clock: str, later: str, day: str) -> None:
    found = read(nlp, f"Drones came on Thursday at {clock}, and rockets {later}.")
    assert days(found[-1]) == (day, day)


def test_a_background_day_does_not_move_the_story(nlp: Language) -> None:
    found = read(
        nlp, "Drones came on Thursday. The troops had left the site on 20 October. The same day a fire broke out."
    )
    assert days(found[2]) == ("2023-11-02", "2023-11-02")


def test_the_start_of_a_window_does_not_move_the_story(nlp: Language) -> None:
    found = read(nlp, "Drones came on Thursday, the tenth time since 20 October. A fire broke out that day.")
    assert days(found[2]) == ("2023-11-02", "2023-11-02")


def test_the_day_before_an_event_is_no_date(nlp: Language) -> None:
    assert read(nlp, "They fled the day before the offensive.") == ()


def test_nothing_overflows_at_the_ends_of_the_calendar(nlp: Language) -> None:
    for dateline in (date.min, date.max):
        found = read(nlp, "Yesterday, 9000 years ago, next year and in the past two weeks.", dateline)
        assert len(found) == 4


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoys are given until 9 a.m. Friday to answer.", "2023-11-10"),
        ("The truce lasted until Friday.", "2023-11-03"),
        ("Lower-than-expected turnout was seen on Friday.", "2023-11-03"),
        ("It had been due to end on Friday.", "2023-11-03"),
        ("The bridge is to be opened on 20 November.", "2023-11-20"),
        ("They are to be freed on 20 November.", "2023-11-20"),
        ("They were freed on 20 November.", "2022-11-20"),
    ],
)
def test_the_verb_and_until_tell_what_lies_ahead(nlp: Language, text: str, day: str) -> None:
    (found,) = read(nlp, text)
    assert day in days(found)


@pytest.mark.parametrize(
    ("written", "day"),
    [("Election Day 2016", "2016-11-08"), ("Labor Day", "2023-09-04"), ("Thanksgiving Day", "2023-11-23")],
)
def test_days_that_move_with_the_calendar(nlp: Language, written: str, day: str) -> None:
    (found,) = read(nlp, f"The depot burned on {written}.")
    assert (found.quote.exact, found.timex.value) == (written, day)


def test_the_week_of_a_day(nlp: Language) -> None:
    (found,) = read(nlp, "The depot burned the week of October 18.")
    assert (found.quote.exact, found.timex.value, *days(found)) == (
        "the week of October 18",
        "2023-W42",
        "2023-10-16",
        "2023-10-22",
    )


def test_the_previous_week_day_counts_from_the_day_told(nlp: Language) -> None:
    *_, found = read(nlp, "The depot burned on Friday. It had been hit the previous Friday.")
    assert days(found) == ("2023-10-27", "2023-10-27")


def test_a_year_ends_in_its_own_year(nlp: Language) -> None:
    (found,) = read(nlp, "All camps are to close by year-end.")
    assert (found.quote.exact, found.timex.value) == ("year-end", "2023")

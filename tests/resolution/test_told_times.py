"""Weekdays that nothing dates, times of the day, and reports that date themselves."""

from __future__ import annotations

from datetime import date, timedelta

from tallystick.model.mention import EventMention
from tallystick.model.terms import DateBasis, DatePrecision
from tallystick.model.when import When
from tallystick.resolution.linkage import link
from tallystick.resolution.linkage.areas import Areas
from tallystick.resolution.linkage.columns import table_of
from tallystick.resolution.telling import last_days_told, tellings_of
from tests.resolution.build import KNOWS, MONDAY, event, quote, report


def on_weekday(number: int) -> When:
    return When(precision=DatePrecision.DAY, basis=DateBasis.WEEKDAY, timex=f"XXXX-WXX-{number}")


def at(clock: str, report_id: str, words: str = "attack") -> When:
    q = quote(report_id, 0, words)
    timex = f"{MONDAY}T{clock}"
    return When(start=MONDAY, end=MONDAY, precision=DatePrecision.DAY, basis=DateBasis.EXPLICIT, timex=timex, quote=q)


def score(a: EventMention, b: EventMention, *, undated: bool = False) -> float:
    reports = [report(e.report_id) for e in (a, b)]
    if undated:
        reports[1] = reports[1].model_copy(update={"published_on": None})
    return link(tellings_of([a, b], reports, batches={}), KNOWS).score(0, 1)


def test_days_are_days_in_the_table() -> None:
    told = tellings_of([event("a")], [report("a")], batches={})
    table = table_of(told, Areas(told, KNOWS), KNOWS)
    assert table["first_day"].to_pylist() == [MONDAY.toordinal()]


def test_an_undated_weekday_meets_its_own_day_and_no_other() -> None:
    day = MONDAY.isoweekday()
    fits, fails = (event("b", day=None, when=on_weekday(number)) for number in (day, day % 7 + 1))
    assert score(event("a"), fits, undated=True) > 0.3
    assert score(event("a"), fails, undated=True) < 0.05


def test_times_of_the_day_hours_apart_part_two_attacks_of_one_day() -> None:
    one = event("a", when=at("00:40", "a"))
    assert score(one, event("b", when=at("01:00", "b"))) > 0.9
    assert score(one, event("b", when=at("14:15", "b"))) < 0.5


def test_a_time_of_the_day_just_before_midnight_is_near_one_just_after() -> None:
    assert score(event("a", when=at("23:50", "a")), event("b", when=at("00:10", "b"))) > 0.9


def test_an_evening_is_not_a_morning_but_can_be_its_hour() -> None:
    one = event("a", when=at("EV", "a"))
    assert score(one, event("b", when=at("19:15", "b"))) > score(one, event("b", when=at("02:15", "b")))
    assert score(one, event("b", when=at("NI", "b"))) > score(one, event("b", when=at("MO", "b")))


def test_a_night_goes_on_into_the_next_day() -> None:
    night = event("a", when=at("NI", "a"))
    assert score(night, event("b", when=at("00:40", "b"))) == score(night, event("b", when=at("23:30", "b")))


def test_a_time_that_other_words_tell_is_not_of_this_event() -> None:
    carried = event("b", 40, when=at("14:15", "b"))
    assert score(event("a", when=at("00:40", "a")), carried) > 0.5


def test_a_report_cannot_have_come_out_before_the_last_day_that_it_tells() -> None:
    later = MONDAY + timedelta(days=3)
    told = last_days_told([event("a"), event("a", 20, day=later)])
    (one, _) = tellings_of([event("a", day=None)] * 2, [], batches={}, told_until=told)
    assert told == {"a": later}
    assert one.came_out == later


def test_the_day_of_publication_comes_before_the_days_told() -> None:
    (telling,) = tellings_of([event("a")], [report("a")], batches={}, told_until={"a": date(2031, 1, 1)})
    assert telling.came_out == telling.published

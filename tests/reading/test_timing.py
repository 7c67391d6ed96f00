"""When an event took place, out of the dates that its words name."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention
from tallystick.model.terms import DateBasis, DatePrecision
from tests.reading.tellings import Read, days, happened, of_type, only


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("Rebels attacked Goma on 3 November 2023.", "2023-11-03", DateBasis.EXPLICIT),
        ("Rebels attacked Goma on Nov. 3.", "2023-11-03", DateBasis.EXPLICIT),
        ("Rebels attacked Goma on Friday.", "2023-11-03", DateBasis.WEEKDAY),
        ("Rebels attacked Goma yesterday.", "2023-11-06", DateBasis.RELATIVE_TO_DATELINE),
        ("On Friday, rebels attacked Goma.", "2023-11-03", DateBasis.WEEKDAY),
        ("Goma was attacked by rebels on the morning of 3 November.", "2023-11-03", DateBasis.EXPLICIT),
        ("Friday's attack on Goma killed two soldiers.", "2023-11-03", DateBasis.WEEKDAY),
    ],
)
def test_the_day_of_an_event(read: Read, text: str, day: str, basis: DateBasis) -> None:
    event = only(read(text))
    assert days(event) == (day, day)
    assert (event.when.precision, event.when.basis) == (DatePrecision.DAY, basis)


def test_a_coarse_date_stays_coarse(read: Read) -> None:
    event = only(read("In early October, gunmen attacked Mukdolo."))
    assert event.when.precision is DatePrecision.PART_OF_MONTH
    assert days(event) == ("2023-10-01", "2023-10-10")


def test_news_without_a_date_is_of_the_day_of_publication_or_the_day_before(read: Read) -> None:
    event = only(read("Gunmen have attacked an army post in Kidal, killing two soldiers."))
    assert days(event) == ("2023-11-06", "2023-11-07")
    assert event.when.basis is DateBasis.PUBLICATION


def test_without_a_day_of_publication_nothing_is_guessed(read: Read) -> None:
    event = only(read("Gunmen attacked an army post in Kidal, killing two soldiers.", None))
    assert not event.when.is_known


def test_an_explicit_date_needs_no_dateline(read: Read) -> None:
    assert days(only(read("Rebels attacked Mitú on 1 November 1998.", None))) == ("1998-11-01", "1998-11-01")


def test_the_header_dates_no_event(read: Read) -> None:
    text = "date 2023-11-07\n\nOn 1 November rebels attacked Goma."
    assert days(only(read(text, body_start=17))) == ("2023-11-01", "2023-11-01")


def test_a_date_carries_its_words(read: Read) -> None:
    quote = only(read("Rebels attacked Goma on 3 November.")).when.quote
    assert quote is not None
    assert "3 November" in quote.exact


def test_two_events_of_one_sentence_keep_their_own_days(read: Read) -> None:
    text = "Rebels attacked Goma on 1 November and shelled Sake on 3 November."
    assert [days(e)[0] for e in happened(read(text))] == ["2023-11-01", "2023-11-03"]


def test_a_window_dates_no_single_event(read: Read) -> None:
    text = "Since 17 October rebels have been attacking Goma."
    assert all(m.plural for m in of_type(read(text), EventMention))


def test_the_setting_does_not_date_the_event(read: Read) -> None:
    text = "Rockets hit Haifa on Friday, four days after an air strike on Nabatieh."
    haifa = next(e for e in happened(read(text)) if e.where is not None and e.where.name == "Haifa")
    assert days(haifa) == ("2023-11-03", "2023-11-03")


def test_places_and_days_listed_in_pairs(read: Read) -> None:
    events = happened(read("Drones attacked Kyiv on Sunday and Kharkiv on Monday."))
    told = {(e.where.name if e.where else None, days(e)[0]) for e in events}
    assert told == {("Kyiv", "2023-11-05"), ("Kharkiv", "2023-11-06")}


def test_two_days_named_for_one_deed_are_two_events(read: Read) -> None:
    events = happened(read("Drones hit Harir air base on 17 and 18 October."))
    assert sorted(days(e)[0] or "" for e in events) == ["2023-10-17", "2023-10-18"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The army said on Sunday that it had killed 20 rebels near Malakal on Friday.", "2023-11-03"),
        ("Twenty rebels were killed near Malakal on Friday, the army said on Sunday.", "2023-11-03"),
        ("Gunmen killed four villagers in Malakal, the governor told reporters on Sunday.", "2023-11-05"),
    ],
)
def test_the_day_of_the_telling_counts_where_no_other_is_told(read: Read, text: str, day: str) -> None:
    assert days(only(read(text))) == (day, day)


def test_the_day_of_the_telling_dates_no_known_event(read: Read) -> None:
    text = "The minister said on Thursday that four men were behind the bombing in Lima."
    assert all(days(e) != ("2023-11-02", "2023-11-02") for e in of_type(read(text), EventMention))


@pytest.mark.parametrize(
    "text",
    [
        "A shell hit the opera house, which was opened in 2004, and killed two people in Juba on Friday.",
        "Gunmen attacked a bus, which had left Bentiu on Wednesday, near Kodok on Friday.",
    ],
)
def test_what_is_dated_by_the_way_dates_no_event(read: Read, text: str) -> None:
    assert days(only(read(text))) == ("2023-11-03", "2023-11-03")


def test_a_clause_that_says_when_it_happened_dates_the_event(read: Read) -> None:
    text = "The attack on the market in Kassala, which took place on Friday, killed nine people."
    assert days(only(read(text))) == ("2023-11-03", "2023-11-03")


def test_a_date_that_names_something_else_dates_no_event(read: Read) -> None:
    text = "Rebels attacked Goma on Friday, ending the September 12 truce."
    assert days(only(read(text))) == ("2023-11-03", "2023-11-03")
    text = "Rebels have attacked Goma despite the September 12 truce."
    assert days(only(read(text))) == ("2023-11-06", "2023-11-07")


def test_a_claim_told_with_a_day_dates_what_it_claims(read: Read) -> None:
    event = only(read("The M23, which claimed the drone at Goma airport on 18 October, denies having foreign help."))
    assert days(event) == ("2023-10-18", "2023-10-18")


def test_the_day_of_a_claim_is_not_that_of_the_attack_told_before(read: Read) -> None:
    event = only(read("A bomb killed six in Goma on Monday. The M23 claimed the attack on Tuesday.", "2023-11-08"))
    assert days(event) == ("2023-11-06", "2023-11-06")

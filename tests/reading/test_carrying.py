"""The day and the place that an event's own words leave open, taken from what is told around it."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention
from tests.reading.tellings import Read, days, happened, where


def told(read: Read, text: str, *, body_start: int = 0) -> list[EventMention]:
    return happened(read(text, body_start=body_start))


def test_a_report_goes_on_with_the_day_that_it_is_at(read: Read) -> None:
    text = "On Friday rebels attacked Goma. Gunmen shot dead two traders in Sake."
    assert [days(e) for e in told(read, text)] == [("2023-11-03", "2023-11-03")] * 2


def test_the_day_is_not_carried_far(read: Read) -> None:
    text = "On Friday rebels attacked Goma. It rained. Roads were shut. Gunmen have shot dead two traders in Sake."
    assert days(told(read, text)[-1]) == ("2023-11-06", "2023-11-07")


def test_a_carried_day_has_the_words_that_tell_it(read: Read) -> None:
    last = told(read, "On Friday rebels attacked Goma. Gunmen shot dead two traders in Sake.")[-1]
    assert last.when.quote is not None
    assert last.when.quote.exact == "Friday"


def test_a_weekday_that_nothing_dates_is_carried_too(read: Read) -> None:
    text = "On Friday rebels attacked Goma. Gunmen shot dead two traders in Sake."
    events = happened(read(text, published=None))
    assert [(e.when.start, e.when.weekday) for e in events] == [(None, 5)] * 2


def test_the_sentence_before_tells_the_place(read: Read) -> None:
    text = "Rebels attacked Goma on Friday. On Friday night mortar rounds struck a school."
    assert [where(e) for e in told(read, text)] == ["Goma", "Goma"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Goma on Friday. Elsewhere, mortar rounds struck a school on Friday.",
        "Rebels attacked Goma on Friday. On Sunday mortar rounds struck a school.",
    ],
)
def test_what_is_told_of_elsewhere_or_of_another_day_is_placed_no_finer_than_the_country(read: Read, text: str) -> None:
    assert [where(e) for e in told(read, text)] == ["Goma", "Democratic Republic of the Congo"]


@pytest.mark.parametrize(
    ("header", "text", "place"),
    [
        ("MOGADISHU, Nov 6 (Reuters) - ", "A suicide bomber killed five people at a hotel on Sunday.", "Mogadishu"),
        ("BEIRUT, Nov 6 (Reuters) - ", "Gunmen shot dead five people on Sunday, Syrian police said.", None),
        ("JERUSALEM, Nov 6 (Reuters) - ", "The army killed five gunmen in a raid on Sunday.", None),
        ("KINSHASA, Nov 6 (Reuters) - ", "Gunmen shot dead five people in Goma on Sunday.", "Goma"),
    ],
)
def test_the_dateline_is_the_last_to_tell_the_place(read: Read, header: str, text: str, place: str | None) -> None:
    assert [where(e) for e in told(read, header + text, body_start=len(header))] == [place]


def test_the_lead_takes_the_day_told_next(read: Read) -> None:
    text = (
        "Shelling of a rebel-held town has killed 43 people, a monitor said on Monday. "
        "Hours of shelling on Saturday struck Douma."
    )
    first = told(read, text)[0]
    assert (days(first), where(first)) == (("2023-11-04", "2023-11-04"), "Douma")


def test_the_lead_takes_no_day_of_telling(read: Read) -> None:
    text = (
        "Air strikes have killed 60 people in Goma. Officials said on Thursday that air strikes had destroyed bridges."
    )
    assert days(told(read, text)[0]) == ("2023-11-06", "2023-11-07")


def test_old_history_does_not_date_the_news(read: Read) -> None:
    text = "Four soldiers have been killed in an attack in Goma. On 24 August the rebels launched their first attack."
    assert days(told(read, text)[0]) == ("2023-11-06", "2023-11-07")


def test_what_the_news_followed_takes_no_day_of_it(read: Read) -> None:
    text = "Jets bombed a depot in Idlib province on Sunday. It followed a rocket attack on Jableh."
    assert not told(read, text)[-1].when.is_known

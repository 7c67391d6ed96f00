"""History told as background."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, days, happened, only


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 gunmen attacked a hotel in Nairobi.",
        "Mourners recalled the bombing of Halabja in March 1988.",
        "Last year gunmen killed 50 worshippers at a church in Owo.",
        "An earlier attack on the Kerch bridge, in October 2022, killed three people.",
        "The town marked the anniversary of the massacre in Bojayá on 2 May 2002.",
    ],
)
def test_history_is_background(read: Read, text: str) -> None:
    assert [e.background for e in happened(read(text))] in ([True], [])


def test_the_cause_that_set_things_off_is_background(read: Read) -> None:
    text = "Provoked by the bombing of a mosque in Samarra in September, militias attacked Baquba on Friday."
    told = {e.where.name if e.where else None: e.background for e in happened(read(text))}
    assert told["Samarra"] is True
    assert told["Baqubah" if "Baqubah" in told else "Baquba"] is False


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a hotel in Nairobi on Friday.",
        "Gunmen have attacked a hotel in Nairobi, police said.",
        "Two weeks ago gunmen attacked a hotel in Nairobi.",
    ],
)
def test_news_is_no_background(read: Read, text: str) -> None:
    assert only(read(text)).background is False


def test_what_had_happened_before_is_not_dated_by_publication(read: Read) -> None:
    events = happened(
        read("Gunmen attacked Gao on Friday. They had earlier killed two guards at a checkpoint in Ansongo.")
    )
    earlier = next(e for e in events if e.where is not None and e.where.name == "Ansongo")
    assert days(earlier) != ("2023-11-06", "2023-11-07")


@pytest.mark.parametrize(
    "text",
    [
        "Two men were jailed on Friday for the attack in Kano, the army said.",
        "Police arrested two men on Friday over the bombing of a market in Kano.",
        "The president condemned on Friday the bombing of a market in Kano.",
    ],
)
def test_the_day_of_what_is_done_afterwards_is_not_the_day_of_the_deed(text: str, read: Read) -> None:
    assert only(read(text)).when.start is None


def test_the_day_beside_the_deed_is(read: Read) -> None:
    text = "Police arrested two men on Friday over Tuesday's bombing of a market in Kano."
    assert only(read(text)).when.start is not None

"""Whole tellings: every armed event, one mention each."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallystick.model.mention import EventMention
from tallystick.model.quote import quotes_in
from tallystick.model.report import Report
from tallystick.model.terms import Modality
from tallystick.reading.verify import drop_misquoted
from tests.reading.tellings import Read, days, happened, of_type, only, span, targets, where

STORY = (
    "Jihadists attacked an army camp in Inates, western Niger, on Tuesday, killing 71 soldiers, the defence ministry "
    "said. Islamic State claimed responsibility on Thursday. In a separate attack on Monday, gunmen killed three "
    "guards at a checkpoint near Tillabéri. The government declared three days of mourning."
)


def test_a_story_of_two_attacks(read: Read) -> None:
    events = happened(read(STORY, "2019-12-13"))
    assert [(days(e)[0], span(e.casualties.killed)) for e in events] == [
        ("2019-12-10", (71, 71, 71)),
        ("2019-12-09", (3, 3, 3)),
    ]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The convoy came under fire near Gao on Friday.", "The convoy"),
        ("A bus came under attack near Gao on Friday.", "A bus"),
        ("The garrison at Kidal was targeted on Friday.", "The garrison at Kidal"),
    ],
)
def test_came_under_fire(read: Read, text: str, target: str) -> None:
    assert target in targets(only(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Mali and Niger met in Gao on Friday.",
        "The army held a parade in Kinshasa on Friday.",
        "A court in Bogotá sentenced a former guerrilla to 20 years on Friday.",
        "Three people died in a traffic accident near Gao on Friday.",
        "Floods killed 12 people in Derna on Friday.",
        "The ministry opened a hospital in Homs on Friday.",
        "",
        "\n\n   \n",
        "💥" * 40,
        "(((((((((((",
    ],
)
def test_what_is_no_armed_event(read: Read, text: str) -> None:
    assert happened(read(text)) == []


def test_a_denial_is_kept_beside_what_it_denies(read: Read) -> None:
    text = "Rockets with sarin hit Douma on Friday, activists said. The government denied that its forces had carried out the attack."
    assert Modality.DENIED in {m.modality for m in of_type(read(text), EventMention)}


def test_an_event_tells_how_surely_it_was_read(read: Read) -> None:
    full = only(read("Drones hit Harir air base on Friday."))
    bare = only(read("An attack was reported in Gao."))
    assert 0 < bare.confidence < full.confidence <= 1


def test_a_confirmation_later_in_the_report_counts(read: Read) -> None:
    text = "Rockets hit Ain al-Asad on Friday. The Pentagon confirmed the attack."
    assert only(read(text)).status_cue == "confirmed"


def test_ids_depend_on_the_text_alone(read: Read) -> None:
    again = [m.id for m in read(STORY, "2019-12-13", path="other.txt").mentions]
    assert [m.id for m in read(STORY, "2019-12-13").mentions] == again


def test_every_quote_of_a_story_stands_in_it(read: Read) -> None:
    reading = read(STORY, "2019-12-13")
    assert [q.exact for m in reading.mentions for q in quotes_in(m) if STORY[q.start : q.end] != q.exact] == []


def test_damage_told_by_place_is_an_event_of_its_own(read: Read) -> None:
    text = "Russian drones attacked Ukraine on Friday. In Odesa a warehouse was hit; in Mykolaiv a hit on a power station injured two."
    assert {"Odesa", "Mykolaiv"} <= {where(e) for e in happened(read(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Three U.S. soldiers were killed and more than 30 wounded in a drone attack on Tower 22 in Jordan on Sunday.",
        "Two people died and five were hurt when a rocket hit a market in Donetsk on Friday.",
        "Nine soldiers were killed, and their camp burned, in an attack on Barsalogho on Friday.",
        "In response to a rocket attack on Sderot, Israel bombed Beit Hanoun on Friday.",
        "Gunmen on motorcycles attacked Solhan on Friday; they burned the market and killed 130 people.",
    ],
)
def test_an_event_quotes_the_words_that_tell_it(read: Read, text: str) -> None:
    for event in happened(read(text)):
        assert event.quote.start <= event.trigger.start
        assert event.trigger.end <= event.quote.end


WORDS = st.sampled_from(
    ["drones", "Gao", "attacked", "on Friday", "three", "rockets", "by", "Hamas", "killed", "soldiers", ";", ",", ".", "“", "\n\n", "—",
     "was", "after", "the attack", "claimed", "since 17 October", "at least 24", "and", "in", "Syria", "no", "if", "ال", "é", "\u0000"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=30))
def test_no_jumble_of_words_breaks_the_reader_or_a_quote(read: Read, words: list[str]) -> None:
    text = " ".join(words)
    reading = read(text)
    assert drop_misquoted(reading.mentions, Report(id="r", text=text))[1] == 0
    assert len({m.id for m in reading.mentions}) == len(reading.mentions)

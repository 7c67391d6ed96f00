from __future__ import annotations

import pytest

from tallystick.model.incident import Join
from tallystick.publishing.brief.cards import Card, make_cards
from tallystick.publishing.brief.index import Index
from tallystick.publishing.brief.joins import join_words
from tests.publishing.example import RECORD
from tests.publishing.example_mentions import EVENTS


@pytest.fixture(scope="module")
def cards(index: Index) -> dict[str, Card]:
    return {card.incident.id: card for card in make_cards(index)}


def test_parts_of_a_passage_are_the_whole_quote(cards: dict[str, Card], index: Index) -> None:
    for card in cards.values():
        events = index.events_of(card.incident)
        for passage, event in zip(card.passages, events, strict=True):
            assert "".join(words for words, _ in passage.parts) == event.quote.exact


def test_values_within_a_quote_are_marked(cards: dict[str, Card]) -> None:
    assert ("on Wednesday", "when") in cards["i-01"].passages[0].parts
    assert ("Ain al-Asad Air Base", "where") in cards["i-01"].passages[0].parts


def test_values_told_elsewhere_are_listed_apart(cards: dict[str, Card]) -> None:
    assert ("outcome", "both were shot down") in cards["i-01"].passages[0].elsewhere


def test_claim_stands_on_the_incident_it_covers_and_on_no_other(cards: dict[str, Card]) -> None:
    assert {key: [claim.id for claim in card.claims] for key, card in cards.items() if card.claims} == {
        "i-01": ["m-20"],
        "i-08": ["m-22"],
    }


def test_answers_are_told_on_both_sides(cards: dict[str, Card]) -> None:
    assert [i.id for i in cards["i-03"].answers] == ["i-01", "i-02"]
    assert [i.id for i in cards["i-01"].answered_by] == ["i-03"]


def test_dissent_names_who_tells_which_value(cards: dict[str, Card]) -> None:
    (dissent,) = cards["i-01"].dissents
    assert dissent.values == (
        ("3", ("Meridian Wire, 26 October 2023",), ""),
        ("5", ("Furat Local, 1 November 2023",), ""),
    )


def test_a_join_within_one_report_is_named_once() -> None:
    one, other = EVENTS[0], EVENTS[2]
    assert one.quote.report_id == other.quote.report_id
    join = Join(left=one.id, right=other.id, score=0.9, reasons=("told on",))
    incident = RECORD.incidents[0].model_copy(update={"joins": (join,)})
    (words,) = join_words(incident, Index(RECORD.model_copy(update={"incidents": (incident,)})))
    assert words.ends == "Two passages of Meridian Wire, 26 October 2023"


def test_a_join_across_reports_names_both(cards: dict[str, Card]) -> None:
    assert cards["i-01"].joins[0].ends == "Meridian Wire, 26 October 2023 and Furat Local, 1 November 2023"

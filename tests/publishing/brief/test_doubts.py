from __future__ import annotations

import pytest

from tallystick.publishing.brief.doubts import Item, list_doubts, list_skipped
from tallystick.publishing.brief.index import Index
from tests.publishing.example import DISAGREEMENTS


@pytest.fixture(scope="module")
def doubts(index: Index) -> dict[str, tuple[Item, ...]]:
    return {group.heading: group.items for group in list_doubts(index, DISAGREEMENTS)}


@pytest.fixture(scope="module")
def skipped(index: Index) -> dict[str, tuple[Item, ...]]:
    return {group.heading: group.items for group in list_skipped(index)}


def test_claim_over_most_attacks_is_a_doubt_of_no_incident(doubts: dict[str, tuple[Item, ...]]) -> None:
    item = doubts["Claims that name no attack, or are disputed"][0]
    assert "most of the attacks, none of them named" in item.words
    assert item.numbers == ()


def test_disputed_claim_names_its_incident(doubts: dict[str, tuple[Item, ...]], index: Index) -> None:
    item = doubts["Claims that name no attack, or are disputed"][1]
    assert item.numbers == (index.number["i-08"],)


def test_incident_without_a_date_is_a_doubt(doubts: dict[str, tuple[Item, ...]], index: Index) -> None:
    assert Item("No date told.", (index.number["i-08"],)) in doubts["Day not certain"]


def test_area_is_a_doubt_and_site_is_not(doubts: dict[str, tuple[Item, ...]]) -> None:
    words = " ".join(item.words for item in doubts["Place not certain"])
    assert "eastern Syria" in words
    assert "Ain al-Asad" not in words


def test_what_is_said_in_the_same_words_is_said_once(doubts: dict[str, tuple[Item, ...]]) -> None:
    words = [item.words for item in doubts["Day not certain"]]
    assert len(words) == len(set(words))


def test_counts_that_disagree_show_both_quotes(doubts: dict[str, tuple[Item, ...]]) -> None:
    (item,) = doubts["Counts that do not agree"]
    assert len(item.quotes) == 2


def test_report_from_which_nothing_was_read_is_listed(skipped: dict[str, tuple[Item, ...]]) -> None:
    (item,) = skipped["Reports from which nothing was read"]
    assert "قناة الميدان" in item.words


def test_hypothetical_event_is_listed_with_its_quote(skipped: dict[str, tuple[Item, ...]]) -> None:
    (item,) = skipped["Told as something other than a fact"]
    assert [quote.exact for quote in item.quotes] == ["the outposts could be overrun"]


def test_rejected_and_merged_are_listed(skipped: dict[str, tuple[Item, ...]]) -> None:
    words = [item.words for item in skipped["Rejected or merged by a reviewer"]]
    assert words[0].startswith("Rejected: Raid at Omar oil field")
    assert "i-00 is now part of another incident" in words[1]

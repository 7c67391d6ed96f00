from __future__ import annotations

from collections.abc import Sequence

import pytest

from tallystick.resolution.events.comparisons import COMPARISONS
from tallystick.resolution.events.link import levels_of_pairs, score_pairs
from tallystick.resolution.events.model import EventModel
from tallystick.resolution.events.telling import EventTelling
from tests.resolution.events.build import telling

MODEL = EventModel(
    version="0",
    prior=0.5,
    threshold=0.5,
    documents=0.2,
    weights={"trigger": {"the same word": 2.0, "another meaning": -3.0}},
    fitted_on=(),
)
TELLINGS = [
    telling("a", arguments=("man",)),
    telling("b", arguments=("dog",)),
    telling("c", "marry", meaning=1),
    telling("d", incident="2"),
]


def level(first: int, second: int, comparison: str, tellings: Sequence[EventTelling] = TELLINGS) -> str:
    pairs, levels = levels_of_pairs(tellings)
    row = pairs.index((tellings[first].id, tellings[second].id))
    number = next(n for n, each in enumerate(COMPARISONS) if each.name == comparison)
    return str(COMPARISONS[number].levels[int(levels[row, number])].name)


def test_only_mentions_of_one_incident_are_compared() -> None:
    assert set(score_pairs(TELLINGS, MODEL)) == {("a", "b"), ("a", "c"), ("b", "c")}


def test_a_weight_of_two_makes_even_odds_four_to_one() -> None:
    assert score_pairs(TELLINGS, MODEL)["a", "b"] == pytest.approx(0.8)


def test_a_weight_of_minus_three_makes_even_odds_one_to_eight() -> None:
    assert score_pairs(TELLINGS, MODEL)["a", "c"] == pytest.approx(1 / 9)


def test_a_single_mention_has_no_pair() -> None:
    assert score_pairs(TELLINGS[:1], MODEL) == {}


def test_the_levels_for_fitting_are_those_that_are_scored() -> None:
    assert level(0, 1, "trigger") == "the same word"
    assert level(0, 2, "trigger") == "another meaning"


def test_reports_are_compared_by_their_likeness() -> None:
    tellings = [
        telling("a", document="1", report=(1.0, 0.0)),
        telling("b", document="2", report=(0.6, 0.8)),
        telling("c", document="3", report=(0.0, 1.0)),
    ]
    assert level(0, 1, "matter", tellings) == "likeness of reports from 0.5"
    assert level(0, 2, "matter", tellings) == "other reports"


def test_nothing_is_said_of_each_step(capfd: pytest.CaptureFixture[str]) -> None:
    score_pairs(TELLINGS, MODEL)
    assert capfd.readouterr() == ("", "")


def test_what_one_side_does_not_tell_is_a_level_of_its_own() -> None:
    assert level(0, 1, "arguments") == "none shared"
    assert level(0, 2, "arguments") == "not told"

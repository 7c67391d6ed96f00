from __future__ import annotations

import pytest

from tallystick.resolution.events.comparisons import COMPARISONS
from tallystick.resolution.events.model import load_event_model


@pytest.mark.parametrize("name", ["news", "gun-violence"])
def test_every_weight_that_ships_is_of_a_level(name: str) -> None:
    levels = {c.name: {each.name for each in c.levels} for c in COMPARISONS}
    for comparison, weights in load_event_model(name).weights.items():
        assert set(weights) == levels[comparison]


def test_the_last_level_of_a_comparison_holds_always() -> None:
    assert all(comparison.levels[-1].condition == "ELSE" for comparison in COMPARISONS)


def test_no_comparison_has_two_levels_of_one_name() -> None:
    assert all(len({each.name for each in c.levels}) == len(c.levels) for c in COMPARISONS)


def test_the_same_word_speaks_for_one_event() -> None:
    weights = load_event_model("news").weights["trigger"]
    assert weights["the same word"] > 0 > weights["another meaning"]

"""How sure a reading says it is."""

from __future__ import annotations

import pytest

from tallystick.reading.confidence import Confidence, confidence_of, load_confidence
from tests.reading.tellings import Read, happened, the_tally


def test_without_features_the_intercept_speaks() -> None:
    assert Confidence(intercept=0.0, weights={}, kinds={}).of_event({}) == 0.5


def test_each_feature_moves_the_logit_by_its_weight() -> None:
    model = Confidence(intercept=-1.0, weights={"day told": 2.0}, kinds={})
    assert model.of_event({"day told": 1.0}) == pytest.approx(0.731, abs=0.001)


def test_an_event_with_a_day_and_a_base_is_surer_than_one_without(read: Read) -> None:
    (full,) = happened(read("Three rockets hit the Ain al-Asad base in Iraq on Monday."))
    (bare,) = happened(read("Three rockets hit a base in Iraq."))
    assert full.confidence > bare.confidence


def test_every_kind_of_mention_has_a_share() -> None:
    assert set(load_confidence().kinds) == {"claim", "tally", "relation", "statement"}


def test_a_tally_is_as_sure_as_its_kind(read: Read) -> None:
    tally = the_tally(read("The Pentagon said there had been at least 24 attacks in Iraq since October 17."))
    assert tally.confidence == confidence_of("tally")

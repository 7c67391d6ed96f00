from __future__ import annotations

import numpy as np
import pytest

from evaluation.wording import area_under_curve, likeness_of_meaning, likeness_of_rare_words, share_of_words

SAME = np.array([True, False, True, False])


def test_the_area_is_one_where_every_pair_of_one_incident_scores_higher() -> None:
    assert area_under_curve(np.array([0.9, 0.1, 0.8, 0.2]), SAME) == 1.0


def test_ties_are_chance() -> None:
    assert area_under_curve(np.zeros(4), SAME) == 0.5


def test_shared_words_are_a_share_of_all_words() -> None:
    assert share_of_words(("base", "rocket"), ("base", "drone")) == pytest.approx(1 / 3)
    assert share_of_words((), ()) == 0.0


def test_a_rare_word_in_common_weighs_more_than_a_usual_one() -> None:
    sentences = [("attack", "bridge", "night"), ("attack", "bridge", "noon"), ("attack", "depot"), ("attack", "mill")]
    likeness = likeness_of_rare_words(sentences)
    assert likeness(sentences[0], sentences[1]) > likeness(sentences[0], sentences[2]) == 0.0


def test_words_of_like_meaning_are_more_alike_than_others() -> None:
    assert likeness_of_meaning(("soldiers",), ("troops",)) > likeness_of_meaning(("soldiers",), ("harvest",))

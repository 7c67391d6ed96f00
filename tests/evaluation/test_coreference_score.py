from __future__ import annotations

import sys

import pytest

from tallystick.errors import TallystickError
from tallystick.evaluation.coreference_score import score_clusters

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}
FOUND = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 2}


def test_a_small_example_worked_by_hand() -> None:
    told = score_clusters(GOLD, FOUND)
    assert told.muc == pytest.approx(2 / 3)  # one link of three is missed, one of three is wrong
    assert told.b_cubed == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)  # recall and precision mirror each other
    assert told.ceaf_e == pytest.approx((4 / 5 + 4 / 5) / 2)
    assert told.conll == pytest.approx((told.muc + told.b_cubed + told.ceaf_e) / 3)


def test_the_gold_chains_score_one() -> None:
    assert score_clusters(GOLD, GOLD).conll == pytest.approx(1.0)


def test_without_singletons_the_mentions_alone_in_gold_do_not_count() -> None:
    gold, found = GOLD | {"f": 3}, FOUND | {"f": 1}
    assert score_clusters(gold, found, singletons=False) == score_clusters(GOLD, FOUND)
    assert score_clusters(gold, found).conll < score_clusters(GOLD, FOUND).conll


def test_without_the_scorer_the_error_tells_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scorch", None)
    with pytest.raises(TallystickError, match="pip install scorch"):
        score_clusters(GOLD, FOUND)

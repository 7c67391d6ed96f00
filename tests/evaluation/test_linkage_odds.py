"""The linkage fitted to labelled pairs."""

import numpy as np
import pytest

from evaluation.linkage_cv import HeldOut
from evaluation.linkage_odds import count_odds, fit_logistic, prior_of, weigh
from evaluation.linkage_pairs import Pairs
from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.linkage.model import expert_model

SHARES = {"made": 1.0}
KIND = [c.feature for c in COMPARISONS].index("kind")
SAME_KIND, OTHER_KIND = ("same kind", "other kind")
NAMES = [level.name for level in COMPARISONS[KIND].all_levels]


def pairs(*told: tuple[str, bool]) -> Pairs:
    """Pairs of which nothing but the kinds is told, and whether they are of one incident."""
    levels = np.full((len(told), len(COMPARISONS)), -1, dtype=np.int8)
    levels[:, KIND] = [NAMES.index(name) for name, _ in told]
    same = np.array([is_same for _, is_same in told], dtype=np.bool_)
    return Pairs("made", levels, same, np.ones(len(told)), tuple(("x", "x" if s else "y") for s in same))


TELLING = pairs(*[(SAME_KIND, True)] * 30, *[(OTHER_KIND, False)] * 30, (SAME_KIND, False), (OTHER_KIND, True))


def test_a_pair_weighs_what_its_levels_and_the_prior_weigh() -> None:
    model = expert_model()
    (level,) = (level for level in COMPARISONS[KIND].all_levels if level.name == SAME_KIND)
    assert weigh(pairs((SAME_KIND, True)).levels, model)[0] == pytest.approx(model.prior_bits + level.bits)


@pytest.mark.parametrize("way", ["counts", "logistic"])
def test_what_goes_with_one_incident_weighs_for_it(way: str) -> None:
    if way == "counts":
        model = count_odds([TELLING], strength=1, shares=SHARES)
    else:
        model = fit_logistic([TELLING], start=expert_model(), strength=1, shares=SHARES)
    like, unlike = weigh(pairs((SAME_KIND, True), (OTHER_KIND, False)).levels, model)
    assert like > 0 > unlike


def test_a_strong_ridge_leaves_the_weights_where_they_start() -> None:
    start = expert_model()
    fitted = fit_logistic([TELLING], start=start, strength=1e6, shares=SHARES)
    levels = ((c, level) for c in COMPARISONS for level in c.all_levels)
    assert all(fitted.bits_of(c, level) == pytest.approx(start.bits_of(c, level), abs=1e-3) for c, level in levels)


def test_the_prior_is_the_share_of_pairs_of_one_incident() -> None:
    assert prior_of([TELLING], SHARES) == pytest.approx(0.5)


def test_log_loss_is_one_bit_for_a_tossed_coin() -> None:
    assert HeldOut(np.zeros(4), np.array([True, False, True, False]), np.ones(4)).loss == pytest.approx(1)

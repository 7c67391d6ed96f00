from __future__ import annotations

import math
import sys
from collections.abc import Sequence

import pytest

from tallystick.model.actor import ActorRef
from tallystick.model.mention import EventMention
from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.linkage import Links, link, load_model
from tallystick.resolution.linkage.model import expert_model
from tallystick.resolution.linkage.waterfall import steps_of
from tallystick.resolution.telling import Telling, tellings_of
from tests.resolution.build import (
    AWAY,
    BATH,
    BRAND,
    EAST,
    FORT,
    KNOWS,
    LAND,
    MEMBER,
    POWER,
    TOWN,
    event,
    report,
)


def tellings(*events: EventMention) -> Sequence[Telling]:
    return tellings_of(events, [report(name) for name in sorted({e.report_id for e in events})], batches={})


def linked(*events: EventMention) -> Links:
    return link(tellings(*events), KNOWS)


MANY = (
    event("a", by=BRAND, against=POWER, killed=(2, 2, 2), target="barracks of the guard"),
    event("b", by=MEMBER, place=TOWN, killed=(1, 3, 4), target="the barracks"),
    event("c", claimed_by=MEMBER, place=EAST, injured=(6, 6, 6)),
    event("c", 40, place=None, injured=(6, 6, 6)),
    event("d", place=FORT, by=POWER),
    event("e", place=LAND, day=None),
    event("f", place=BATH, background=True),
    event("g", place=AWAY),
)


def test_two_tellings_of_one_place_day_and_kind_are_likely_one() -> None:
    assert linked(event("a"), event("b")).score(0, 1) > 0.8
    assert linked(event("a", by=BRAND), event("b", by=BRAND)).score(0, 1) > 0.9


def test_a_pair_that_was_never_compared_scores_nothing() -> None:
    assert linked(event("a"), event("b", place=AWAY)).score(0, 1) == 0


def test_a_score_is_the_same_from_either_side() -> None:
    found = linked(*MANY)
    assert all(found.score(a, b) == found.score(b, a) for a in range(len(MANY)) for b in range(a))


def test_the_steps_of_every_kept_pair_add_up_to_the_weight_that_splink_gave() -> None:
    found = linked(*MANY)
    pairs = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert len(pairs) > 4
    for pair, weight in zip(pairs, found.weight.tolist(), strict=True):
        assert sum(s.weight for s in steps_of([pair], found)[pair]) == pytest.approx(weight, abs=0.2)


def test_the_score_of_a_pair_does_not_hang_on_the_other_tellings() -> None:
    among_many, alone = linked(*MANY), linked(*MANY[:2])
    assert among_many.score(among_many.number_of[MANY[0].id], among_many.number_of[MANY[1].id]) == alone.score(0, 1)


def test_only_pairs_with_a_fresh_telling_are_compared_where_fresh_ones_are_named() -> None:
    a, b, c = event("a"), event("b"), event("c")
    found = link(tellings(a, b, c), KNOWS, fresh={c.id})
    new = found.number_of[c.id]
    assert all(new in pair for pair in zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert len(found.left) == 2


def test_where_nothing_is_fresh_no_pair_is_compared() -> None:
    found = link(tellings(event("a"), event("b")), KNOWS, fresh=())
    assert list(found.left) == []
    assert found.table.num_rows == 2


def test_every_level_has_parameters_and_every_parameter_a_level() -> None:
    levels = {(c.feature, level.name) for c in COMPARISONS for level in c.all_levels}
    assert set(load_model().odds) == levels


def test_every_parameter_is_a_share() -> None:
    assert all(0 < share <= 1 for odds in load_model().odds.values() for share in (odds.m, odds.u))


def test_the_expert_model_has_the_weights_that_the_levels_tell() -> None:
    model = expert_model()
    assert all(
        math.isclose(model.bits_of(c, level), level.bits, abs_tol=1e-9) for c in COMPARISONS for level in c.all_levels
    )


@pytest.mark.parametrize("most", [1, 4, 10**6])
def test_pairs_compared_a_few_at_a_time_weigh_the_same(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    at_once = linked(*MANY)
    module = sys.modules["tallystick.resolution.linkage.weighing"]
    monkeypatch.setattr(module, "FEW", 0)
    monkeypatch.setattr(module, "MANY", most)
    apart = linked(*MANY)
    assert (apart.left.tolist(), apart.right.tolist()) == (at_once.left.tolist(), at_once.right.tolist())
    assert apart.weight.tolist() == pytest.approx(at_once.weight.tolist())


def test_pairs_found_in_slices_are_those_found_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = linked(*MANY)
    monkeypatch.setattr(sys.modules[link.__module__], "SLICE", 2)
    in_slices = linked(*MANY)
    assert in_slices.left.tolist() == at_once.left.tolist()
    assert in_slices.right.tolist() == at_once.right.tolist()
    assert in_slices.weight.tolist() == at_once.weight.tolist()


def test_unknown_names_of_two_camps_speak_against_one_incident() -> None:
    def by(name: str) -> ActorRef:
        return ActorRef(name=name)

    other_camp = linked(event("a", by=by("regime forces")), event("b", by=by("the rebels"))).score(0, 1)
    same_camp = linked(event("a", by=by("regime forces")), event("b", by=by("government troops"))).score(0, 1)
    assert other_camp < 0.5 < same_camp

"""Template F1, against cases counted by hand."""

from __future__ import annotations

from tallystick.evaluation.ceaf import Tally, as_entity, pool
from tallystick.evaluation.muc_match import INCIDENT_TYPE, score_templates
from tallystick.evaluation.muc_templates import MucRole, MucTemplate


def _template(kind: str, **fillers: list[str]) -> MucTemplate:
    return MucTemplate(
        kind, {MucRole[role]: tuple(as_entity([s]) for s in strings) for role, strings in fillers.items()}
    )


def test_a_template_like_the_gold_one_is_all_right() -> None:
    gold = _template("bombing", TARGET=["bank"], WEAPON=["bomb"])
    assert pool(score_templates([gold], [gold])) == Tally(3, 3, 3, 3)


def test_a_template_of_another_type_has_no_slot_right() -> None:
    gold = _template("bombing", TARGET=["bank"])
    made = _template("attack", TARGET=["bank"])
    assert pool(score_templates([made], [gold])) == Tally(0, 2, 0, 2)


def test_either_of_two_types_in_gold_will_do() -> None:
    gold = _template("bombing / attack")
    assert score_templates([_template("attack")], [gold])[INCIDENT_TYPE] == Tally(1, 1, 1, 1)


def test_templates_are_paired_so_that_most_is_right() -> None:
    near, far = _template("attack", VICTIM=["ana"], WEAPON=["rifle"]), _template("attack", VICTIM=["luis"])
    made = [_template("attack", VICTIM=["luis"]), _template("attack", VICTIM=["ana"])]
    # Crosswise: both types and both victims right; the weapon missed.
    assert pool(score_templates(made, [near, far])) == Tally(4, 4, 4, 5)


def test_a_template_too_many_costs_all_its_slots() -> None:
    gold = _template("attack", VICTIM=["ana"])
    made = [gold, _template("attack", VICTIM=["luis"], TARGET=["bus"])]
    assert pool(score_templates(made, [gold])) == Tally(2, 5, 2, 2)


def test_a_missed_template_costs_all_its_slots() -> None:
    gold = [_template("attack", VICTIM=["ana"]), _template("arson", TARGET=["bus"])]
    assert pool(score_templates([], gold)) == Tally(0, 0, 0, 4)


def test_two_strings_of_one_gold_entity_are_both_right_and_find_it_once() -> None:
    gold = MucTemplate("attack", {MucRole.PERP_ORG: (as_entity(["front", "fmln"]),)})
    made = _template("attack", PERP_ORG=["front", "fmln"])
    assert score_templates([made], [gold])["PerpOrg"] == Tally(2, 2, 1, 1)


def test_many_templates_alike_are_paired_without_running_out_of_time_or_memory() -> None:
    gold = [_template("attack", VICTIM=[f"person {i}"]) for i in range(14)]
    assert pool(score_templates(gold[::-1], gold)) == Tally(28, 28, 28, 28)

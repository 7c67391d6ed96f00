from __future__ import annotations

from tallystick.analysis.capture.from_lists import estimate_from_lists
from tallystick.model.actor import ActorRef
from tests.analysis.capture.test_lists import many, told


def test_two_lists_give_chapmans_estimate_with_all_that_it_rests_on() -> None:
    found = estimate_from_lists([*many(0, 20, "A"), *many(20, 20, "B"), *many(40, 20, "A", "B")])
    assert found.total == round(41 * 41 / 21 - 1, 1)
    assert found.refused is None
    assert {p.told_by: p.incidents for p in found.patterns} == {("A",): 20, ("B",): 20, ("A", "B"): 20}
    assert [a.split(":")[0] for a in found.assumptions] == [
        "Closed population",
        "Independence",
        "Equal catchability",
        "Perfect matching",
    ]
    assert found.doubts[0].startswith("Two lists cannot show")
    assert found.text.startswith("60 incidents are told by at least one list. About 19 more are estimated")


def test_a_refusal_says_why_and_assumes_nothing() -> None:
    found = estimate_from_lists(many(0, 20, "A"))
    assert found.text.startswith("No estimate: fewer than two independent lists")
    assert (found.total, found.assumptions) == (None, ())


def test_copies_of_one_wire_are_one_list() -> None:
    """An incident's origins hold a wire once, however many print it: no second list comes of it."""
    assert len(estimate_from_lists(many(0, 20, "Wire")).lists) == 1


def test_one_voice_behind_what_is_shared_is_a_doubt() -> None:
    spokesman = (ActorRef(id="x", name="The spokesman"),)
    shared = [told(n, "A", "B", informants=spokesman) for n in range(40, 60)]
    found = estimate_from_lists([*many(0, 20, "A"), *many(20, 20, "B"), *shared])
    assert "20 of the 20 incidents" in found.doubts[1]
    assert "The spokesman" in found.doubts[1]


def test_the_cautious_figure_is_never_above_the_estimate() -> None:
    lists = [*many(0, 20, "A"), *many(20, 20, "B"), *many(40, 20, "C")]
    shared = [*many(60, 9, "A", "B"), *many(70, 9, "A", "C"), *many(80, 9, "B", "C"), *many(90, 9, "A", "B", "C")]
    found = estimate_from_lists([*lists, *shared])
    assert found.total is not None
    assert found.at_least is not None
    assert found.at_least <= found.total

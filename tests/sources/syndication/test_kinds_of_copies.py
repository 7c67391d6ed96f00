"""What counts as a copy, and what only looks like one."""

import pytest

from tallystick.model.report import Copied, Report
from tallystick.sources.syndication import find_copies
from tests.sources.syndication.stories import BACKGROUND, LEAD, MARKET, OWN, STORY, report, told

WIRE = report(told(*STORY), 3)


def copied(text: str, day: int = 4) -> Copied | None:
    reprint = report(text, day)
    return find_copies([WIRE, reprint]).get(reprint.id)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (told(*STORY).replace("wounded", "injured"), "the same text but for a few words"),
        (told(LEAD, *STORY[1:]), "the lead is another"),
        (told(*STORY[:3]), "100% of its words stand there; the end is left out"),
        (told(*STORY, OWN), "passages are added"),
        (told(STORY[0], OWN, *STORY[1:]), "passages are added"),
        (told(LEAD, *STORY[1:5]), "the lead is another"),
        (told("DORANO, May 2 (Example Wire) —", *STORY) + "\n\n(Example Wire)", "the same text but for a few words"),
    ],
)
def test_what_editors_do_to_agency_copy_leaves_a_copy(text: str, why: str) -> None:
    found = copied(text)
    assert found is not None
    assert found.original == WIRE.id
    assert why in found.why


def test_a_copy_quotes_the_words_that_show_it() -> None:
    found = copied(told(LEAD, *STORY[1:]))
    assert found is not None
    assert found.quote.exact in STORY
    assert 0.6 < found.share < 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (told(*STORY), told(*MARKET)),
        (told(*STORY[:2], BACKGROUND), told(*MARKET[:2], BACKGROUND)),
        (told(*STORY[:2], "“", BACKGROUND, "”"), told(*MARKET[:2], "“", BACKGROUND, "”")),
        (told(*STORY[:4], OWN), told(*MARKET[:4], OWN)),
    ],
    ids=["nothing shared", "the same background", "the same statement quoted", "one passage shared"],
)
def test_what_only_looks_like_a_copy_is_none(left: str, right: str) -> None:
    assert find_copies([report(left), report(right)]) == {}


def test_another_day_s_bulletin_in_the_same_form_is_no_copy() -> None:
    form = (
        "In the past day {} clashes took place along the line. The enemy carried out {} air strikes and {} attacks with "
        "rockets near {} and {}. Our gunners hit {} depots and {} command posts in the area of {}."
    )
    first = form.format(51, 7, 34, "Astra", "Corvo", 3, 2, "Galena")
    second = form.format(48, 12, 29, "Harlow", "Jarrow", 5, 4, "Morven")
    assert find_copies([report(first, 3), report(second, 4)]) == {}


def test_a_new_toll_in_the_same_story_leaves_one_family() -> None:
    assert copied(told(*STORY).replace("killing four soldiers", "killing six soldiers")) is not None


def test_a_chain_of_reprints_is_one_family() -> None:
    second = report(told(LEAD, *STORY[1:], OWN), 4)
    third = report(told(LEAD, STORY[1], STORY[2], OWN), 5)
    found = find_copies([third, WIRE, second])
    assert {r: c.original for r, c in found.items()} == {second.id: WIRE.id, third.id: WIRE.id}
    assert found[third.id].nearest == second.id


def test_a_round_up_does_not_make_one_family_of_two_stories() -> None:
    other, round_up = report(told(*MARKET), 3), report(told(*STORY, *MARKET), 4)
    found = find_copies([WIRE, other, round_up])
    assert set(found) == {round_up.id}


def test_of_one_day_the_original_is_the_one_that_credits_nobody() -> None:
    ours = report(told(*STORY, "Example Wire"), 3, credit="Example Wire")
    assert {r: c.original for r, c in find_copies([ours, WIRE]).items()} == {ours.id: WIRE.id}


def test_of_one_day_the_original_is_the_longest() -> None:
    cut = report(told(*STORY[:3]), 3)
    found = find_copies([cut, WIRE])
    assert {r: (c.original, c.nearest) for r, c in found.items()} == {cut.id: (WIRE.id, WIRE.id)}


def test_a_text_without_a_word_is_no_copy() -> None:
    empty = Report(id="0" * 64, text="—")
    assert find_copies([empty, WIRE]) == {}

from tallystick.resolution.anchors import Anchored, anchors_of
from tests.resolution.build import BATH, FORT, event, quote

A = quote("a", 0)


def test_anchors_find_a_trigger_that_moved() -> None:
    mention = event("a", 4, words="drone attack")
    assert Anchored([mention]).at([quote("a", 10, "attack on X")]) == [mention]


def test_of_mentions_that_share_a_trigger_the_place_among_the_anchors_picks_one() -> None:
    here = event("a", 0, place=BATH)
    there = event("a", 0, place=FORT)
    there = there.model_copy(
        update={"where": there.where and there.where.model_copy(update={"quote": quote("a", 900)})}
    )
    assert Anchored([here, there]).at([A]) == [there, here]
    assert Anchored([here, there]).at([A, quote("a", 900)]) == [there]


def test_mentions_come_in_the_order_of_their_words() -> None:
    late, early = event("a", 50), event("a", 0)
    assert Anchored([late, early]).at([quote("a", 50), A]) == [early, late]


def test_a_mention_is_held_by_its_trigger_and_its_place() -> None:
    told = event("a", 0, place=BATH)
    assert told.where is not None
    assert anchors_of(told) == (told.trigger, told.where.quote)
    assert anchors_of(event("a", 0, place=None)) == (A,)

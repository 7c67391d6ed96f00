from datetime import timedelta
from itertools import combinations

from tallystick.model.mention import EventMention
from tallystick.resolution.block import candidate_pairs
from tallystick.resolution.compare import compare
from tests.resolution.build import AWAY, BATH, EAST, FORT, KNOWS, LAND, MONDAY, event, report, tellings


def paired(*mentions: EventMention) -> set[frozenset[str]]:
    found = list(candidate_pairs(tellings(*mentions)))
    pairs = {frozenset((a.mention.id, b.mention.id)) for a, b in found}
    assert len(pairs) == len(found)
    return pairs


def test_neighbouring_days_of_one_country_are_compared() -> None:
    a, b = event("a"), event("b", place=FORT, day=MONDAY + timedelta(days=1))
    assert paired(a, b) == {frozenset((a.id, b.id))}


def test_days_further_apart_are_not() -> None:
    assert paired(event("a"), event("b", day=MONDAY + timedelta(days=2))) == set()


def test_another_country_is_not() -> None:
    assert paired(event("a"), event("b", place=AWAY)) == set()


def test_a_place_untold_is_compared_with_every_country_of_the_day() -> None:
    assert len(paired(event("a"), event("b", place=AWAY), event("c", place=None))) == 2


def test_everything_of_one_report_is() -> None:
    mentions = [event("a", 0), event("a", 10, place=AWAY), event("a", 20, day=None, place=None)]
    assert len(paired(*mentions)) == 3


def test_an_undated_telling_is_compared_with_the_month_before_its_publication() -> None:
    undated = event("b", day=None)
    near, far = event("a", day=MONDAY - timedelta(days=20)), event("c", day=MONDAY - timedelta(days=60))
    assert paired(near, far, undated) == {frozenset((near.id, undated.id))}


def test_the_pairs_grow_with_the_days_and_not_with_their_square() -> None:
    mentions = [event(f"r{n}", day=MONDAY - timedelta(days=n // 2)) for n in range(200)]
    assert len(paired(*mentions)) < 200 * 5


def test_no_pair_that_would_score_is_left_out() -> None:
    mentions = [
        event(f"r{n}", day=day, place=place)
        for n, (day, place) in enumerate(
            (day, place)
            for day in (MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=3))
            for place in (BATH, FORT, EAST, LAND, AWAY, None)
        )
    ]
    told = tellings(*mentions, reports=[report(f"r{n}") for n in range(len(mentions))])
    found = {frozenset((a.mention.id, b.mention.id)) for a, b in candidate_pairs(told)}
    scoring = {
        frozenset((a.mention.id, b.mention.id)) for a, b in combinations(told, 2) if compare(a, b, KNOWS).score >= 0.5
    }
    assert scoring <= found

from __future__ import annotations

from tallystick.model.mention import EventMention
from tallystick.resolution.linkage import link
from tallystick.resolution.linkage.waterfall import steps_of
from tests.resolution.build import FORT, KNOWS, TOWN, event, tellings


def step(*events: EventMention) -> tuple[str, str] | None:
    """The level of the first two and its words; null if nothing is told."""
    links = link(tellings(*events), KNOWS)
    found = steps_of([(0, 1)], links)[0, 1]
    return next(((s.level, s.words) for s in found if s.feature == "company"), None)


def test_two_reports_that_tell_of_one_more_place_in_common() -> None:
    found = step(event("a"), event("b"), event("a", 50, place=FORT), event("b", 50, place=FORT))
    assert found == ("one place in common", "both reports tell of Fort Nine too")


def test_two_reports_that_tell_of_several_more_places_in_common() -> None:
    others = [event(name, at, place=place) for name in "ab" for at, place in ((50, FORT), (90, TOWN))]
    found = step(event("a"), event("b"), *others)
    assert found is not None
    assert found[0] == "several places in common"


def test_a_report_of_one_place_says_nothing_of_company() -> None:
    assert step(event("a"), event("b"), event("a", 50, place=FORT)) is None


def test_two_tellings_of_one_report_are_not_compared_by_company() -> None:
    assert step(event("a"), event("a", 50), event("a", 90, place=FORT)) is None

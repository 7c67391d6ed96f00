from __future__ import annotations

from tallystick.model.place import Place
from tallystick.resolution.linkage import link
from tallystick.resolution.linkage.waterfall import steps_of
from tests.resolution.build import HAMLET, KNOWS, TOWN, event, tellings


def level(one: Place, other: Place) -> str:
    links = link(tellings(event("a", place=one), event("b", place=other)), KNOWS)
    return next(s.level for s in steps_of([(0, 1)], links)[0, 1] if s.feature == "place")


def test_one_name_that_no_list_holds_is_one_place() -> None:
    assert level(HAMLET, HAMLET) == "same unlisted place"


def test_a_name_that_no_list_holds_is_no_area_around_others() -> None:
    assert level(HAMLET, TOWN) == "other name"

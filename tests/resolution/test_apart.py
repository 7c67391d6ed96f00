from __future__ import annotations

from tallystick.model.place import Place
from tallystick.resolution.apart import why_told_apart
from tallystick.resolution.telling import tellings_of
from tests.resolution.build import FORT, HAMLET, TOWN, event, report


def why(here: Place, there: Place) -> str | None:
    one, other = tellings_of([event("a", place=here), event("a", 40, place=there)], [report("a")], batches={})
    return why_told_apart(one, other)


def test_two_towns_in_one_report_are_told_apart() -> None:
    assert why(TOWN, TOWN.model_copy(update={"id": "t:west", "name": "West"})) is not None


def test_a_site_and_a_town_in_one_report_may_be_one() -> None:
    assert why(TOWN, FORT) is None


def test_two_names_that_no_list_holds_are_told_apart_whatever_they_lie_in() -> None:
    in_a_town = TOWN.model_copy(update={"id": "unlisted:ost-mill", "name": "Mill Quarter"})
    assert why(HAMLET, in_a_town) == "the report tells them of different places: Hamlet, Mill Quarter"


def test_two_names_that_share_a_word_may_be_one() -> None:
    longer = TOWN.model_copy(update={"id": "unlisted:ost-old-hamlet", "name": "Old Hamlet"})
    assert why(HAMLET, longer) is None

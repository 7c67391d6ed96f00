from __future__ import annotations

from datetime import timedelta

from tallystick.model.mention import EventMention
from tallystick.model.terms import Modality
from tests.resolution.build import BATH, EAST, FORT, MONDAY, TOWN, event, tellings


def company(*events: EventMention) -> list[str]:
    """The company of the first."""
    return [place.id for place in tellings(*events)[0].company]


def test_the_other_places_of_its_report_keep_an_event_company() -> None:
    assert company(event("a"), event("a", 50, place=FORT), event("a", 90, place=TOWN)) == [FORT.id, TOWN.id]


def test_its_own_place_a_wide_area_and_another_report_are_no_company() -> None:
    assert company(event("a"), event("a", 50), event("a", 90, place=EAST), event("b", place=FORT)) == []


def test_what_happened_on_another_day_is_no_company() -> None:
    assert company(event("a"), event("a", 50, place=FORT, day=MONDAY + timedelta(days=3))) == []
    assert company(event("a", day=None), event("a", 50, place=FORT)) == [FORT.id]


def test_news_keeps_no_company_with_history() -> None:
    assert company(event("a"), event("a", 50, place=FORT, background=True)) == []


def test_what_is_denied_is_no_company() -> None:
    assert company(event("a", place=BATH), event("a", 50, place=FORT, modality=Modality.DENIED)) == []

from datetime import timedelta

from tallystick.model.terms import DatePrecision
from tallystick.resolution.window import NEWS_DAYS
from tests.resolution.build import BATH, BRAND, HAMLET, LAND, MONDAY, POWER, event, on, tellings

PUBLISHED = MONDAY + timedelta(days=1)


def test_news_without_a_day_is_of_the_month_before_its_publication() -> None:
    (t,) = tellings(event("a", day=None))
    assert t.window == (PUBLISHED - timedelta(days=NEWS_DAYS), PUBLISHED)


def test_history_without_a_day_is_of_any_day_before_publication() -> None:
    (t,) = tellings(event("a", day=None, background=True))
    assert t.window == (None, PUBLISHED)


def test_an_event_since_a_day_ends_with_the_report() -> None:
    (t,) = tellings(event("a", when=on(MONDAY).model_copy(update={"end": None})))
    assert t.window == (MONDAY, PUBLISHED)


def test_a_site_on_a_day_is_firm_and_a_country_or_a_month_is_not() -> None:
    month = on(MONDAY.replace(day=1), until=MONDAY.replace(day=31), precision=DatePrecision.MONTH)
    firm, wide, long = tellings(event("a", place=BATH), event("b", place=LAND), event("c", when=month))
    assert (firm.is_firm, wide.is_firm, long.is_firm) == (True, False, False)


def test_a_place_known_by_its_name_alone_is_as_close_as_a_town() -> None:
    (t,) = tellings(event("a", place=HAMLET))
    assert t.is_firm


def test_of_a_thing_attacked_only_the_owner_is_an_actor() -> None:
    (t,) = tellings(event("a", by=BRAND, against=POWER, target="fuel store"))
    assert (t.perpetrators, t.targets) == ((BRAND,), (POWER,))

from __future__ import annotations

import re
from datetime import date, timedelta

from tallystick.model.exchange import Exchange
from tallystick.model.incident import Incident
from tallystick.model.place import Place
from tallystick.model.terms import EventKind, PlacePrecision
from tallystick.publishing.brief.timeline import MOST_LANES, draw_timeline
from tests.publishing.example import EXCHANGES, INCIDENTS
from tests.publishing.example_reports import ASAD

DAY = date(2023, 10, 27)
NUMBER = {incident.id: n for n, incident in enumerate(INCIDENTS, 1)}


def incident(key: str, start: date | None, end: date | None, place: Place = ASAD) -> Incident:
    return Incident(id=key, kind=EventKind.RAID, start=start, end=end, place=place)


def drawn(*incidents: Incident, exchanges: tuple[Exchange, ...] = ()) -> str:
    number = {i.id: n for n, i in enumerate(incidents, 1)}
    svg = draw_timeline(incidents, number=number, exchanges=exchanges, width=900, key="t")
    assert svg is not None
    return svg


def test_a_day_is_a_mark_and_a_span_is_a_bar() -> None:
    svg = drawn(incident("a", DAY, DAY), incident("b", DAY, DAY + timedelta(days=9)))
    assert len(re.findall(r'class="mark ', svg)) == 1
    assert len(re.findall(r'class="span ', svg)) == 1


def test_open_span_reaches_the_end_of_the_picture() -> None:
    svg = drawn(incident("a", DAY, DAY + timedelta(days=30)), incident("b", DAY, None))
    widths = re.findall(r'<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="9"', svg)
    assert len(set(widths)) == 1


def test_no_date_is_no_picture() -> None:
    assert draw_timeline([incident("a", None, None)], number={"a": 1}, width=900, key="t") is None


def test_stated_cause_and_bare_order_look_different() -> None:
    svg = draw_timeline(INCIDENTS, number=NUMBER, exchanges=EXCHANGES, width=900, key="t")
    assert svg is not None
    assert 'class="arrow stated"' in svg
    assert 'class="arrow order"' in svg


def test_many_arrows_leave_only_the_stated() -> None:
    pair = (incident("a", DAY, DAY), incident("b", DAY, DAY))
    order = Exchange(steps=("a", "b"), stated=False, text="later")
    stated = Exchange(steps=("a", "b"), stated=True, text="in answer")
    svg = drawn(*pair, exchanges=(*(order for _ in range(20)), stated))
    assert (svg.count('class="arrow stated"'), svg.count('class="arrow order"')) == (1, 0)


def test_many_places_become_lanes_of_their_country() -> None:
    every = [
        incident(
            f"i{n}", DAY, DAY,
            Place(id=f"p{n}", name=f"Town {n}", admin1=f"Province {n}", country="IQ", precision=PlacePrecision.TOWN),
        )
        for n in range(MOST_LANES + 1)
    ]  # fmt: skip
    svg = drawn(*every)
    assert ">Iraq</text>" in svg
    assert "Town 3" not in svg


def test_same_day_and_place_do_not_cover_one_another() -> None:
    svg = drawn(*(incident(f"i{n}", DAY, DAY) for n in range(4)))
    heights = re.findall(r'<circle cx="[\d.]+" cy="([\d.]+)"', svg)
    assert len(set(heights)) == 4

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.quote import Quote
from tallystick.model.running import CurvePoint, RunningPoint, RunningTotal
from tallystick.model.terms import Comparator, TallyUnit
from tallystick.publishing.brief.running import draw_running, name_total, write_value

START = date(2021, 6, 1)


def point(day: int, value: int, **fields: object) -> RunningPoint:
    base: dict[str, object] = {
        "tally_id": f"t{day}",
        "day": START + timedelta(days=day),
        "value": value,
        "comparator": Comparator.AT_LEAST,
        "on_file": 1,
        "quote": Quote(report_id="r1", start=0, end=5, exact="words"),
    }
    return RunningPoint.model_validate(base | fields)


def total(*points: RunningPoint, curve: tuple[tuple[int, int], ...] = ((2, 1),)) -> RunningTotal:
    return RunningTotal(
        counter="The ministry",
        told_by=None,
        unit=TallyUnit.ATTACKS,
        since=START,
        areas=("IQ",),
        points=points,
        curve=tuple(CurvePoint(day=START + timedelta(days=d), incidents=n) for d, n in curve),
    )


def draw(one: RunningTotal, width: float = 950) -> str:
    return draw_running(one, quoted=lambda p: f"A paper: {p.quote.exact}", width=width, key="r")


def test_each_point_names_its_words() -> None:
    assert "≥ 24, 4 June 2021. A paper: words" in draw(total(point(3, 24), point(9, 30)))


def test_a_lower_bound_has_an_arrow_and_an_exact_count_none() -> None:
    assert draw(total(point(3, 24), point(9, 30))).count('class="bound"') == 2
    exact = draw(total(point(3, 24, comparator=Comparator.EXACT), point(9, 30, comparator=Comparator.EXACT)))
    assert 'class="bound"' not in exact


def test_marks_are_told_by_shape() -> None:
    drawn = draw(total(point(3, 24, mark="revised", why="It fell."), point(9, 20, mark="contradicted", why="Clash.")))
    assert 'class="total revised"' in drawn
    assert 'class="clash"' in drawn
    assert "It fell." in drawn


def test_the_picture_says_itself_in_words() -> None:
    one = total(point(3, 24), point(9, 30))
    assert name_total(one) == "Attacks counted by The ministry in Iraq since 1 June 2021"
    assert "From ≥ 24 on 4 June 2021 to ≥ 30 on 10 June 2021, 2 totals" in draw(one)


def test_a_value_bears_its_bound() -> None:
    assert write_value(point(1, 5, comparator=Comparator.ABOUT)) == "about 5"
    assert write_value(point(1, 5, comparator=Comparator.EXACT)) == "5"


@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 5000)), min_size=2, max_size=12),
    st.sampled_from([950.0, 344.0]),
)
def test_any_totals_make_a_whole_picture_with_every_point_inside(told: list[tuple[int, int]], width: float) -> None:
    drawn = draw(total(*(point(day, value) for day, value in sorted(told)), curve=()), width)
    circles = list(ET.fromstring(drawn).iter("circle"))
    assert len(circles) == len(told)
    assert all(0 <= float(c.attrib["cx"]) <= width and 0 <= float(c.attrib["cy"]) <= 190 for c in circles)

"""Tallies of briefs judged field by field, worked by hand."""

from dataclasses import replace
from datetime import date

import pytest

from tallystick.evaluation.bench import make_report
from tallystick.evaluation.briefs_gold import Area, Brief, Count
from tallystick.evaluation.briefs_tallies import TallySums, judge_tally

DAY = date(2019, 3, 9)
NINE = Count(
    value=9,
    comparator="at_least",
    since=date(2019, 3, 1),
    until=None,
    quote="at least nine",
    areas=(Area("ML"), Area("NE")),
    parts=(("ML", 5), ("NE", 4)),
)


def test_an_open_window_ends_on_the_day_of_the_report() -> None:
    assert judge_tally(NINE, replace(NINE, until=DAY), day=DAY)["window"]
    assert not judge_tally(NINE, replace(NINE, until=date(2019, 3, 8)), day=DAY)["window"]


def test_without_a_day_an_open_window_is_only_open() -> None:
    assert not judge_tally(NINE, replace(NINE, until=DAY), day=None)["window"]


def test_areas_are_a_set() -> None:
    assert judge_tally(NINE, replace(NINE, areas=NINE.areas[::-1]), day=DAY)["area"]
    assert not judge_tally(NINE, replace(NINE, areas=(Area("ML"),)), day=DAY)["area"]
    assert not judge_tally(NINE, replace(NINE, areas=(*NINE.areas, Area("BF"))), day=DAY)["area"]


def test_a_place_in_a_coded_country_is_that_area_but_not_for_a_coded_place() -> None:
    coded, place = replace(NINE, areas=(Area("ML"),)), replace(NINE, areas=(Area("ML", "Gao"),))
    assert judge_tally(coded, place, day=DAY)["area"]
    assert judge_tally(replace(NINE, areas=(Area(None, "Gao"),)), place, day=DAY)["area"]
    assert not judge_tally(replace(NINE, areas=(Area(None, "Kidal"),)), place, day=DAY)["area"]


def test_parts_need_their_numbers_and_what_they_count() -> None:
    assert not judge_tally(NINE, replace(NINE, parts=(("ML", 4), ("NE", 5))), day=DAY)["parts"]
    assert not judge_tally(NINE, replace(NINE, parts=(("ML", 5),)), day=DAY)["parts"]


def test_a_sole_part_that_is_the_whole_is_no_part() -> None:
    whole = replace(NINE, parts=(("ML", 9),))
    assert judge_tally(whole, replace(NINE, parts=()), day=DAY)["parts"]


@pytest.mark.parametrize(("found", "exact"), [([NINE], 1.0), ([NINE, replace(NINE, value=3)], 2 / 3)])
def test_a_false_tally_costs_exactness(found: list[Count], exact: float) -> None:
    report = make_report("At least nine.", name="x", published=DAY)
    sums = TallySums()
    sums.add(Brief("x", "en", report, (), (NINE,), ()), found)
    figures = {f.name: f.value for f in sums.figures("")}
    assert figures["exact tally F1"] == pytest.approx(exact)

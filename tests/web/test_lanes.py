from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tallystick.ledger.glances import Glance, GlancedPlace
from tallystick.web.catalogue.facets import FACET
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.lanes import BY, MOST_LANES, MOST_NAMED, UNITS, lay_out
from tests.web.catalogue.made import moment_of
from tests.web.glances import lists_of_glances


@given(lists_of_glances(), st.sampled_from([None, *UNITS]))
def test_each_dated_incident_of_a_kind_stands_once(glances: list[Glance], unit: str | None) -> None:
    lanes = lay_out(Found(moment_of(glances), Filter()), by="kind", unit=unit)
    drawn = [id_ for lane in lanes.lanes for cell in lane.cells for id_ in cell.ids]
    dated = [g.id for g in glances if g.start or g.end]
    assert sorted(drawn) == sorted(dated) or lanes.earlier == len(dated) - len(drawn)
    assert lanes.undated == len(glances) - len(dated)


@given(lists_of_glances(), st.sampled_from(sorted(BY)), st.sampled_from(UNITS))
def test_an_incident_stands_in_the_stretch_of_its_first_day(glances: list[Glance], by: str, unit: str) -> None:
    first = {g.id: g.start or g.end for g in glances}
    lanes = lay_out(Found(moment_of(glances), Filter()), by=by, unit=unit)
    for lane in lanes.lanes:
        for cell in lane.cells:
            for id_ in cell.ids:
                day = first[id_]
                assert day is not None
                assert cell.stretch == 0 or lanes.days[cell.stretch] <= day
                assert day <= lanes.last_day(cell.stretch)


@given(lists_of_glances(), st.sampled_from(sorted(BY)), st.sampled_from(UNITS))
def test_lanes_and_cells_hold_what_counting_one_by_one_does(glances: list[Glance], by: str, unit: str) -> None:
    found = Found(moment_of(glances), Filter())
    lanes = lay_out(found, by=by, unit=unit)
    held = {lane.value: {cell.stretch: cell.number for cell in lane.cells} for lane in lanes.lanes}
    told: dict[str, Counter[int]] = defaultdict(Counter)
    for glance in glances:
        first, last = glance.start or glance.end, glance.end or glance.start
        if first is None or last is None or last < lanes.days[0] or first > lanes.last_day(len(lanes.days) - 1):
            continue
        stretch = max((at for at, day in enumerate(lanes.days) if day <= first), default=0)
        for value in dict(FACET[BY[by]].values(glance)):
            told[value][stretch] += 1
    fullest = sorted((sum(of.values()) for of in told.values()), reverse=True)
    assert [lane.number for lane in lanes.lanes] == fullest[:MOST_LANES]
    assert all(told[value] == of for value, of in held.items())
    assert lanes.beside == sum(fullest[MOST_LANES:])


def _at(number: int, place: str) -> Glance:
    return Glance(
        id=f"inc-{number:04}", kind="shooting", start=date(2023, 11, 1), end=date(2023, 11, 1), date_precision="day",
        place=GlancedPlace(id=place, name=place, precision="town"), outcome="unknown", status="reported",
        review_state="machine",
    )  # fmt: skip


def test_the_lanes_of_all_pages_are_all_lanes() -> None:
    found = Found(moment_of([_at(n, f"place-{n % 60}") for n in range(300)]), Filter())
    first = lay_out(found, by="place", unit="year")
    pages = [lay_out(found, by="place", unit="year", page=page) for page in range(1, first.pages + 1)]
    assert first.pages == 3
    assert len({lane.value for page in pages for lane in page.lanes}) == 60
    assert {sum(lane.number for lane in page.lanes) + page.beside for page in pages} == {300}


def test_where_there_are_many_only_those_alone_are_named() -> None:
    many = [_at(n, "one") for n in range(MOST_NAMED)]
    lanes = lay_out(Found(moment_of([*many, _at(MOST_NAMED, "two")]), Filter()), by="place", unit="day").lanes
    assert [(cell.number, cell.ids) for lane in lanes for cell in lane.cells] == [
        (MOST_NAMED, ()), (1, (f"inc-{MOST_NAMED:04}",)),
    ]  # fmt: skip

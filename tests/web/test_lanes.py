from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallystick.ledger.glances import Glance
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.lanes import BY, UNITS, lay_out
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

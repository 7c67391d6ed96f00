from __future__ import annotations

from hypothesis import given

from tallystick.ledger.glances import Glance
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.tempo import MOST_WEEKS, count_by_week
from tests.web.catalogue.made import moment_of
from tests.web.glances import lists_of_glances


@given(lists_of_glances())
def test_every_incident_is_in_one_week_or_named_as_left_out(given_: list[Glance]) -> None:
    tempo = count_by_week(Found(moment_of(given_), Filter()))
    assert sum(tempo.totals) + tempo.earlier + tempo.undated == len(given_)
    assert len(tempo.weeks) <= MOST_WEEKS


@given(lists_of_glances())
def test_a_week_holds_what_began_from_its_monday_to_its_sunday(given_: list[Glance]) -> None:
    tempo = count_by_week(Found(moment_of(given_), Filter()))
    for number, monday in enumerate(tempo.weeks):
        assert monday.weekday() == 0
        began = [g for g in given_ if (day := g.start or g.end) and monday <= day <= tempo.last_day(number)]
        assert tempo.totals[number] == len(began)
        assert tempo.answers[number] == sum(bool(g.responds_to) for g in began)

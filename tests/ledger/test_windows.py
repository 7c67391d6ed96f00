from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tallystick.ledger import open_ledger, windows
from tallystick.ledger.windows import TallyWindow
from tallystick.model.incident import Incident
from tallystick.model.place import Place
from tallystick.model.terms import Outcome, PlacePrecision, ReviewState
from tests.reconciliation import builders as b

DAY = date(2021, 6, 10)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with open_ledger(tmp_path / "ledger.db") as ledger, ledger._database.write() as opened:
        yield opened


def window(tally_id: str, *, countries: tuple[str, ...] = ()) -> TallyWindow:
    return TallyWindow(tally_id, f"report of {tally_id}", DAY, DAY, names_area=bool(countries), countries=countries)


def touched(before: Incident, after: Incident) -> windows.Touching:
    return windows.touching({before.id: before}, {after.id: after})


def marked(connection: Connection, touching: windows.Touching) -> frozenset[str]:
    windows.mark_stale(connection, touching, (), moved=False)
    return windows.stale(connection)


def test_what_no_count_goes_by_touches_none() -> None:
    one = b.incident()
    other = one.model_copy(update={"outcome": Outcome.INTERCEPTED, "review_state": ReviewState.ACCEPTED})
    assert not any(touched(one, other))


def test_an_incident_told_by_one_mention_more_touches_the_report_of_that_alone() -> None:
    one = b.incident()
    other = one.model_copy(update={"mentions": (*one.mentions, "another")})
    assert touched(one, other) == windows.Touching([], [], {"another"})


def test_an_incident_that_changed_touches_the_reports_of_all_its_mentions() -> None:
    one = b.incident()
    other = one.model_copy(update={"start": date(2021, 6, 9), "mentions": (*one.mentions, "another")})
    assert touched(one, other) == windows.Touching([one], [other], {*one.mentions, "another"})


def test_one_that_a_person_rejected_touches_no_count_as_it_is() -> None:
    one = b.incident()
    other = one.model_copy(update={"review_state": ReviewState.REJECTED})
    assert touched(one, other).are == []


def test_a_new_incident_without_a_day_touches_the_counts_of_its_country_and_those_of_no_country(
    connection: Connection,
) -> None:
    here, elsewhere, anywhere = (
        window("here", countries=("BB", "IQ")),
        window("there", countries=("SY",)),
        window("any"),
    )
    windows.replace(connection, [here, elsewhere, anywhere])
    place = Place(id="p", name="P", country="IQ", precision=PlacePrecision.TOWN)
    new = b.incident(day=None, place=place)
    assert marked(connection, windows.touching({}, {new.id: new})) == {"here", "any"}


def test_a_new_incident_without_a_country_touches_the_counts_of_all(connection: Connection) -> None:
    windows.replace(connection, [window("here", countries=("IQ",)), window("any")])
    new = b.incident(day=None, place=None)
    assert marked(connection, windows.touching({}, {new.id: new})) == {"here", "any"}


def test_a_new_incident_of_another_day_touches_no_count(connection: Connection) -> None:
    windows.replace(connection, [window("here", countries=("IQ",)), window("any")])
    new = b.incident(day=date(2020, 1, 1), place=None)
    assert marked(connection, windows.touching({}, {new.id: new})) == frozenset()

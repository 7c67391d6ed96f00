"""Filters as the clients of ACLED's API write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from tallystick.codebook import entry
from tallystick.ledger import Ledger
from tallystick.model.incident import Incident

ADDRESS = "/api/v1/incidents?limit=5000"


def asked(client: TestClient, query: str) -> set[str]:
    answer = client.get(f"{ADDRESS}&{query}")
    assert answer.status_code == 200, answer.text
    return {row["id"] for row in answer.json()["data"]}


def those(ledger: Ledger, fits: Callable[[Incident], bool]) -> set[str]:
    found = {incident.id for incident in ledger.incidents() if fits(incident)}
    assert found
    return found


def test_a_part_of_a_place_s_name_will_do(client: TestClient, ledger: Ledger) -> None:
    fits = those(ledger, lambda i: i.place is not None and "air base" in i.place.name.casefold())
    assert asked(client, "location=%25AIR base%25") == asked(client, "location=air base&location_where=LIKE") == fits


def test_with_the_whole_name_asked_for_a_part_will_not_do(client: TestClient) -> None:
    assert asked(client, "location=air base&location_where=%3D") == set()


def test_a_kind_by_acled_s_name_for_it(client: TestClient, ledger: Ledger) -> None:
    fits = those(ledger, lambda i: entry(i.kind).maps.get("ACLED sub_event_type") == "Air/drone strike")
    assert asked(client, "sub_event_type=Air/drone strike&sub_event_type_where=%3D") == fits


def test_of_two_filters_on_one_thing_both_hold(client: TestClient, ledger: Ledger) -> None:
    fits = those(ledger, lambda i: i.kind == "drone_attack")
    assert asked(client, "event_type=drone_attack&sub_event_type=Air/drone strike") == fits
    assert asked(client, "event_type=rocket_attack&sub_event_type=Air/drone strike") == set()


@pytest.mark.parametrize("joined", ["Iraq|Syria", "Iraq:OR:country=Syria", "IQ|SY"])
def test_several_values_may_be_joined(client: TestClient, ledger: Ledger, joined: str) -> None:
    fits = those(ledger, lambda i: i.place is not None and i.place.country in ("IQ", "SY"))
    assert asked(client, f"country={joined}") == fits


def test_a_year_is_all_its_days(client: TestClient) -> None:
    assert asked(client, "year=2023") == asked(client, "event_date=2023-01-01|2023-12-31&event_date_where=BETWEEN")
    assert asked(client, "year=2022|2023&year_where=BETWEEN") == asked(client, "since=2022-01-01&until=2023-12-31")


def test_how_many_were_killed(client: TestClient, ledger: Ledger) -> None:
    dead = {i.id: i.killed.best for i in ledger.incidents() if i.killed is not None and i.killed.best is not None}
    some = asked(client, "fatalities=1&fatalities_where=%3E%3D")
    assert {id_ for id_, number in dead.items() if number >= 1} <= some
    assert not {id_ for id_, number in dead.items() if number == 0} & some
    assert asked(client, "fatalities=0") >= {id_ for id_, number in dead.items() if number == 0}
    assert not some & asked(client, "fatalities=1&fatalities_where=%3C")


def test_notes_are_searched_for_words(client: TestClient) -> None:
    assert asked(client, "notes=drone") == asked(client, "q=drone") != set()


def test_what_changed_in_a_second_has_not_changed_after_it(client: TestClient) -> None:
    assert asked(client, "timestamp=0&timestamp_where=%3E%3D") == asked(client, "timestamp=0")
    assert asked(client, "timestamp=4102444800&timestamp_where=%3E") == set()


def test_only_the_fields_that_are_named_are_given(client: TestClient, ledger: Ledger) -> None:
    rows = client.get(f"{ADDRESS}&fields=id|kind").json()["data"]
    assert {(row["id"], row["kind"]) for row in rows} == {(i.id, i.kind) for i in ledger.incidents()}
    assert {frozenset(row) for row in rows} == {frozenset({"id", "kind"})}
    table = client.get(f"{ADDRESS}&fields=kind|incident_id&format=csv").text
    assert table.splitlines()[0] == "incident_id,kind"


@pytest.mark.parametrize(
    "query",
    [
        "region=11",
        "country_where=LIKE",
        "country=Iraq&country_where=BETWEEN",
        "background_where=LIKE&background=no",
        "country=Iraq:OR:actor1=Hamas",
        "fatalities=some",
        "fatalities=1|2&fatalities_where=%3E",
        "year=0",
        "timestamp=0&timestamp_where=%3C",
        "notes=drone&notes_where=%3D",
        "fields=flavour",
        "fields=kind&format=geojson",
    ],
)
def test_what_cannot_be_done_is_refused_and_not_left_out(client: TestClient, query: str) -> None:
    answer = client.get(f"{ADDRESS}&{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "E801")

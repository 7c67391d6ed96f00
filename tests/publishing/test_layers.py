from __future__ import annotations

import jsonschema

from tallystick.model.expression import ActorExpression, DateExpression, PlaceExpression, Timex
from tallystick.model.terms import ActorType
from tallystick.publishing.layers import actor_row, date_row, place_row
from tallystick.publishing.schema import export_schemas
from tests.publishing.example_mentions import EVENTS
from tests.publishing.example_reports import ASAD, ERBIL, WIRE, quote

DATE = DateExpression(
    quote=quote(WIRE, "on Wednesday"), when=EVENTS[0].when, timex=Timex(type="DATE", value="2023-10-25")
)
PLACE = PlaceExpression(
    quote=quote(WIRE, "Ain al-Asad Air Base"), place=ASAD, candidates=(ASAD, ERBIL), why="listed site"
)
NOWHERE = PlaceExpression(quote=quote(WIRE, "Telegram"), place=None, why="no such place")
ACTOR = ActorExpression(
    quote=quote(WIRE, "Kata'ib Hezbollah"),
    actor_id="kataib-hezbollah",
    name="Kata'ib Hezbollah",
    type=ActorType.MILITIA,
    why="alias",
)


def test_date_row_lays_the_interval_flat() -> None:
    row = date_row(DATE)
    assert (row["start"], row["end"], row["precision"], row["basis"]) == ("2023-10-25", "2023-10-25", "day", "weekday")
    assert row["timex"] == {"type": "DATE", "value": "2023-10-25"}


def test_place_row_gives_the_place_and_the_candidates() -> None:
    row = place_row(PLACE)
    assert (row["id"], row["country"], row["precision"]) == ("site:ain-al-asad", "IQ", "site")
    assert [place["id"] for place in row["candidates"]] == [ASAD.id, ERBIL.id]


def test_unresolved_place_is_null_but_listed() -> None:
    row = place_row(NOWHERE)
    assert (row["quote"]["exact"], row["id"], row["name"]) == ("Telegram", None, None)


def test_actor_row_says_why() -> None:
    assert actor_row(ACTOR)["why"] == "alias"


def test_layer_rows_fit_their_schemas() -> None:
    schemas = export_schemas()
    jsonschema.validate(date_row(DATE), schemas["layer-dates"])
    jsonschema.validate(place_row(PLACE), schemas["layer-places"])
    jsonschema.validate(place_row(NOWHERE), schemas["layer-places"])
    jsonschema.validate(actor_row(ACTOR), schemas["layer-actors"])

import json
from datetime import timedelta
from typing import Any

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.model.incident import Incident
from tallystick.model.terms import Outcome
from tallystick.resolution.fields import PINNABLE, pin_value, pinned, show_value
from tests.resolution.build import BATH, BRAND, MONDAY, TOWN, event, on, resolved

MENTIONS = (
    event("a", outcome=Outcome.HIT, killed=(1, 1, 1), place=BATH, by=BRAND, target="the gate"),
    event("b", outcome=Outcome.MISSED, killed=(2, 2, 4), place=BATH, by=BRAND, when=on(MONDAY + timedelta(days=1))),
)
INCIDENT: Incident = resolved(MENTIONS[0]).incidents[0]


def pin(field: str, value: str | None = None) -> Any:
    return json.loads(pin_value(INCIDENT, field, value, MENTIONS))


@pytest.mark.parametrize("field", PINNABLE)
def test_the_value_shown_can_be_pinned_and_stays_what_it_is(field: str) -> None:
    held = pinned(field, pin_value(INCIDENT, field, None, MENTIONS))
    assert field in held
    assert held == {name: getattr(INCIDENT, name) for name in held}


@pytest.mark.parametrize(
    ("field", "words", "values"),
    [
        ("outcome", "missed", {"outcome": "missed"}),
        ("outcome", "Missed", {"outcome": "missed"}),
        ("killed", "2 to 4", {"killed": {"low": 2, "best": 2, "high": 4}}),
        ("target", "the gate", {"target": "the gate"}),
        ("perpetrator", "The Brand", {"perpetrator": {"id": "brand", "name": "The Brand"}}),
        (
            "start",
            "2031-03-11",
            {"start": "2031-03-11", "end": "2031-03-11", "date_precision": "day", "date_basis": "explicit"},
        ),
    ],
)
def test_a_value_told_is_pinned_by_the_words_in_which_it_is_shown(
    field: str, words: str, values: dict[str, object]
) -> None:
    assert pin(field, words) == values


def test_a_place_told_is_pinned_by_its_name() -> None:
    held = json.loads(pin_value(INCIDENT, "place", "Ost", [event("c", place=TOWN)]))
    assert (held["place"]["id"], "quote" in held["place"]) == (TOWN.id, False)


def test_a_value_that_nobody_tells_is_refused_with_those_told() -> None:
    with pytest.raises(TallystickError, match="told: '1', '2 to 4'") as caught:
        pin("killed", "7")
    assert caught.value.code is Code.E312


@pytest.mark.parametrize("field", ["end", "date_precision", "id", "mentions"])
def test_a_field_that_cannot_be_pinned_is_refused(field: str) -> None:
    with pytest.raises(TallystickError) as caught:
        pin(field)
    assert caught.value.code is Code.E305


def test_a_pin_that_fits_its_field_no_more_is_refused() -> None:
    with pytest.raises(TallystickError) as caught:
        pinned("kind", '{"kind": "levitation"}')
    assert caught.value.code is Code.E306


def test_values_are_shown_as_in_a_conflict() -> None:
    assert show_value({"start": MONDAY, "end": MONDAY}) == "2031-03-10"
    assert show_value({"start": MONDAY, "end": None}) == "2031-03-10/.."
    assert show_value({"outcome": Outcome.HIT}) == "hit"
    assert show_value({"target": None}) == "not told"

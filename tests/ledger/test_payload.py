from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from tallystick.ledger.payload import noun_from, payload_of
from tallystick.model.incident import Tombstone

TOMBSTONE = TypeAdapter(Tombstone)


def test_a_payload_has_sorted_keys_and_no_spaces_and_plain_letters() -> None:
    assert payload_of(Tombstone(why="جُمع", id="i-1", points_to=None)) == '{"id":"i-1","points_to":null,"why":"جُمع"}'


@pytest.mark.parametrize("odd", ["\ud800", "\\ud800", "\x00", '"', "\U0001f600 \udcff"])
def test_odd_text_comes_back_and_can_be_written_in_utf_8(odd: str) -> None:
    noun = Tombstone(id="i-1", points_to=None, why=odd)
    payload = payload_of(noun)
    assert noun_from(TOMBSTONE, payload.encode("utf-8").decode("utf-8")) == noun


def test_a_payload_of_something_else_is_refused() -> None:
    with pytest.raises(ValidationError):
        noun_from(TOMBSTONE, '{"id":"i-1"}')

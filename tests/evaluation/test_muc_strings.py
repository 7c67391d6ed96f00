"""The strings by which slots are filled."""

from __future__ import annotations

import pytest

from tallystick.evaluation.muc_strings import doer_strings, is_name, people_string, thing_string


@pytest.mark.parametrize(
    ("phrase", "string"),
    [
        ("the bank", "bank"),
        ("two banks in the north", "banks"),
        ("at least 12 houses of union leaders", "houses of union leaders"),
        ("his car", "car"),
        ("the", "the"),
        ("the town hall", "town hall"),
        ("offices of the WFC (Water and Forest Council)", "offices of the WFC"),
    ],
)
def test_a_thing_goes_without_determiner_number_and_place(phrase: str, string: str) -> None:
    assert thing_string(phrase) == string


@pytest.mark.parametrize(
    ("phrase", "people", "body"),
    [
        ("the rebels of the Lake Front", "rebels of the Lake Front", "Lake Front"),
        ("LF guerrillas", "LF guerrillas", "LF"),
        ("column of Lake Front rebels", "column of Lake Front rebels", "Lake Front"),
        ("armed forces", None, "armed forces"),
        ("the guerrillas", "guerrillas", None),
        ("Lake Front", None, "Lake Front"),
        ("Front of the Lake (FL) rebels", "Front of the Lake (FL) rebels", "Front of the Lake"),
        ("Army of the Lake", None, "Army of the Lake"),
    ],
)
def test_a_doer_is_people_and_what_they_belong_to(phrase: str, people: str | None, body: str | None) -> None:
    assert doer_strings(phrase) == (people, body)


def test_land_is_no_thing() -> None:
    assert thing_string("the outskirts of the town") is None


def test_people_go_without_words_of_doubt() -> None:
    assert people_string("the alleged urban commandos") == "urban commandos"


def test_a_name_is_more_than_words_of_the_language_in_any_case() -> None:
    assert [is_name(p) for p in ("jorge alvarado", "JORGE ALVARADO", "the judge")] == [True, True, False]

from __future__ import annotations

import pytest

from tallystick.web.codebook import all_chapters, find_in_codebook, find_one, meaning_at


def test_a_field_is_shown_with_the_codes_that_it_is_out_of() -> None:
    row, codes = find_one("incidents.csv.status")
    assert [field.name for field in row.shapes[0].fields] == ["status"]
    assert [held.name for held in codes.lists] == ["Status"]


def test_a_code_is_shown_by_itself_and_a_list_as_a_whole() -> None:
    (codes,) = find_one("EventKind.drone_attack")
    assert list(codes.lists[0].entries) == ["drone_attack"]
    (codes,) = find_one("EventKind")
    assert len(codes.lists[0].entries) > 10


@pytest.mark.parametrize("name", ["incidents.nope", "nope", "Status.nope", "incidents.", ".", ""])
def test_what_is_not_there_is_not_found(name: str) -> None:
    assert find_one(name) == []


def test_the_meaning_of_what_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        meaning_at("incidents.nope")


def test_a_search_finds_a_mapping_to_another_codebook() -> None:
    chapters = find_in_codebook("acled air/drone")
    assert [held.name for chapter in chapters for held in chapter.lists] == ["EventKind"]
    assert len(find_in_codebook("")) == len(all_chapters())

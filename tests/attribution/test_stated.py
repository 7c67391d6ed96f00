"""Who is said to have done it, and whether together."""

from __future__ import annotations

import pytest

from tallystick.attribution.names import is_description
from tallystick.model.actor import ActorRef


@pytest.mark.parametrize("name", ["gunmen", "UNIDENTIFIED INDIVIDUALS", "Kurdish forces", "More than 1500 fighters"])
def test_words_for_a_sort_of_people_are_no_name(name: str) -> None:
    assert is_description(ActorRef(name=name))


def test_a_name_is_no_description() -> None:
    assert not is_description(ActorRef(name="Chiltan Avengers"))

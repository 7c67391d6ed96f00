from __future__ import annotations

import pytest

from tallystick.evaluation.anchors import find_start


@pytest.mark.parametrize(("told", "start"), [(0, 0), (4, 0), (9, 14), (14, 14), (99, 14)])
def test_the_nearest_place_of_the_words_is_found(told: int, start: int) -> None:
    assert find_start("Aden", "Aden, Sanaa, (Aden)", told) == start


@pytest.mark.parametrize(("name", "told"), [("Taiz", 0), ("", 0), ("Aden", 900)])
def test_words_that_stand_elsewhere_are_an_error(name: str, told: int) -> None:
    with pytest.raises(ValueError, match="does not stand"):
        find_start(name, "Aden, Sanaa", told)

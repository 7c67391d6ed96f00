"""Which texts were met, and where first."""

from __future__ import annotations

import hashlib

import pytest

from tallystick.sources.met import Met

TEXT, OTHER = (hashlib.sha256(text).hexdigest() for text in (b"one", b"other"))


def test_the_first_place_of_each_text_is_kept() -> None:
    with Met() as met:
        assert met.first_place(TEXT, "a.txt") == "a.txt"
        assert met.first_place(OTHER, "b.txt") == "b.txt"
        assert met.first_place(TEXT, "c.txt") == "a.txt"


@pytest.mark.parametrize("place", ["a\x00b", "caf\udce9.txt"], ids=["nul", "no-utf-8"])
def test_any_name_is_kept(place: str) -> None:
    with Met() as met:
        met.first_place(TEXT, place)
        assert met.first_place(TEXT, "again") == place

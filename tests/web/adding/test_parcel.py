from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.web.adding.parcel import Parcel, pack_parcel, plain_name


@given(st.lists(st.text(max_size=200), max_size=5))
def test_whatever_a_file_is_called_it_lies_in_the_folder(names: list[str]) -> None:
    with pack_parcel(published=None) as parcel:
        for name in names:
            parcel.add_file(BytesIO(b"x"), name=name)
        assert sorted(path.parent for path in parcel.paths) == [parcel.folder] * len(names)
        assert sorted(parcel.folder.iterdir()) == sorted(parcel.paths)
    parcel.discard()
    assert not parcel.folder.exists()


@given(st.text(max_size=300))
def test_a_name_is_one_line_that_can_be_printed(name: str) -> None:
    shown = plain_name(name)
    assert shown
    assert shown.isprintable()
    assert not set(shown) & {"/", "\\"}


def test_a_parcel_that_cannot_be_filled_is_deleted() -> None:
    kept: list[Parcel] = []

    def fill() -> None:
        with pack_parcel(published=None) as parcel:
            kept.append(parcel)
            raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        fill()
    assert not kept[0].folder.exists()


def test_no_path_is_the_beginning_of_another(tmp_path: Path) -> None:
    parcel = Parcel(tmp_path)
    for _ in range(12):
        parcel.add_file(BytesIO(b"x"), name="no-suffix")
    paths = [str(path) for path in parcel.paths]
    assert not any(a != b and a.startswith(b) for a in paths for b in paths)

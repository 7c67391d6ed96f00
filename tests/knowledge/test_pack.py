from pathlib import Path

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.knowledge.pack import fingerprint, open_pack, packaged_packs
from tests.knowledge.making import GUARD, make_pack


def test_the_core_comes_first() -> None:
    names = [pack.name for pack in packaged_packs()]
    assert names == ["core", *sorted(names[1:])]


def test_a_packaged_pack_is_called_as_its_folder_is() -> None:
    assert all(pack.name == pack.folder.name for pack in packaged_packs())


def test_a_folder_without_manifest_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(TallystickError) as caught:
        open_pack(tmp_path)
    assert caught.value.code is Code.E402


@pytest.mark.parametrize("text", ["name: x", "- a", "a: [", "name: Not a slug"])
def test_a_manifest_that_does_not_fit_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "pack.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(TallystickError, match=r"pack\.yaml") as caught:
        open_pack(tmp_path)
    assert caught.value.code is Code.E401


def test_files_are_told_apart_by_their_first_word(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", **{"actors": "", "actors-north": "", "sites": ""})
    assert [path.name for path in open_pack(folder).files("actors")] == ["actors-north.yaml", "actors.yaml"]


def test_an_edited_pack_has_another_fingerprint(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", actors=GUARD)
    before = fingerprint([open_pack(folder)])
    (folder / "actors.yaml").write_text(GUARD + "\n", encoding="utf-8")
    assert fingerprint([open_pack(folder)]) != before


def test_a_file_that_is_no_part_of_the_pack_changes_nothing(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", actors=GUARD)
    before = fingerprint([open_pack(folder)])
    (folder / "notes.txt").write_text("to do", encoding="utf-8")
    assert fingerprint([open_pack(folder)]) == before

from pathlib import Path

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.knowledge.home import VARIABLE, add_pack, added_packs, check_pack, knowledge_home, remove_pack
from tests.knowledge.making import GUARD, make_pack

BACKED = "- {subject: lake-guard, predicate: backed_by, object: ir, grade: asserted, citation: own}\n"


def test_the_variable_names_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert knowledge_home() == tmp_path


def test_without_the_variable_it_is_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert knowledge_home() == tmp_path / "tallystick" / "knowledge"


def test_no_home_holds_no_packs(tmp_path: Path) -> None:
    assert added_packs(tmp_path / "nowhere") == ()


def test_what_was_added_is_found(tmp_path: Path) -> None:
    add_pack(make_pack(tmp_path / "p", actors=GUARD), tmp_path / "home")
    assert [pack.name for pack in added_packs(tmp_path / "home")] == ["lake-war"]


def test_the_home_may_be_a_pack_itself(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", actors=GUARD)
    assert [pack.folder for pack in added_packs(folder)] == [folder]


def test_only_the_files_of_the_pack_are_copied(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", actors=GUARD)
    (folder / "secret.txt").write_text("mine", encoding="utf-8")
    copy = add_pack(folder, tmp_path / "home").folder
    assert sorted(path.name for path in copy.iterdir()) == ["actors.yaml", "pack.yaml"]


def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", actors=GUARD)
    add_pack(folder, tmp_path / "home")
    with pytest.raises(TallystickError) as caught:
        add_pack(folder, tmp_path / "home")
    assert caught.value.code is Code.E403


def test_the_name_of_a_packaged_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TallystickError) as caught:
        add_pack(make_pack(tmp_path / "p", name="iraq", actors=GUARD), tmp_path / "home", replace=True)
    assert caught.value.code is Code.E403


def test_an_added_pack_can_be_replaced(tmp_path: Path) -> None:
    home = tmp_path / "home"
    before = add_pack(make_pack(tmp_path / "p", actors=GUARD), home)
    after = add_pack(make_pack(tmp_path / "q", actors=GUARD, relations=BACKED), home, replace=True)
    assert added_packs(home) == (after,)
    assert after.digest != before.digest


def test_nothing_else_is_left_in_the_home(tmp_path: Path) -> None:
    add_pack(make_pack(tmp_path / "p", actors=GUARD), tmp_path / "home")
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["lake-war"]


def test_a_home_that_is_a_pack_takes_no_packs(tmp_path: Path) -> None:
    home = make_pack(tmp_path / "home", actors=GUARD)
    with pytest.raises(TallystickError) as caught:
        add_pack(make_pack(tmp_path / "p", name="other", actors=GUARD), home)
    assert caught.value.code is Code.E404


def test_a_home_that_is_a_pack_is_never_removed(tmp_path: Path) -> None:
    home = make_pack(tmp_path / "home", actors=GUARD)
    with pytest.raises(TallystickError):
        remove_pack("lake-war", home)
    assert home.exists()


def test_a_removed_pack_is_gone(tmp_path: Path) -> None:
    add_pack(make_pack(tmp_path / "p", actors=GUARD), tmp_path / "home")
    remove_pack("lake-war", tmp_path / "home")
    assert added_packs(tmp_path / "home") == ()


def test_a_pack_that_was_not_added_cannot_be_removed(tmp_path: Path) -> None:
    with pytest.raises(TallystickError) as caught:
        remove_pack("iraq", tmp_path)
    assert caught.value.code is Code.E405


def test_a_pack_that_another_needs_stays(tmp_path: Path) -> None:
    home = tmp_path / "home"
    add_pack(make_pack(tmp_path / "p", actors=GUARD), home)
    add_pack(make_pack(tmp_path / "q", name="backers", relations=BACKED), home)
    with pytest.raises(TallystickError) as caught:
        remove_pack("lake-war", home)
    assert caught.value.code is Code.E406
    assert len(added_packs(home)) == 2


def test_an_added_pack_is_known_to_the_next(tmp_path: Path) -> None:
    home = tmp_path / "home"
    add_pack(make_pack(tmp_path / "p", actors=GUARD), home)
    assert check_pack(make_pack(tmp_path / "q", name="backers", relations=BACKED), home) == []


def test_a_pack_is_not_held_against_its_older_self(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", actors=GUARD)
    add_pack(folder, tmp_path / "home")
    assert check_pack(folder, tmp_path / "home") == []

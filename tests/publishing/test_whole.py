"""Files that are whole or not there."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.publishing.whole import make_folder, whole_file, whole_folder

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def write_half(out: Path, fault: Exception) -> None:
    """One of two files, and then a fault."""
    with whole_folder(out) as folder:
        (folder / "a").write_text("new")
        raise fault


def write(path: Path) -> None:
    with whole_file(path) as place:
        place.write_text("new")


def write_where_the_folder_goes(out: Path) -> None:
    with whole_folder(out) as folder:
        folder.rmdir()
        out.rmdir()
        (folder / "a").write_text("new")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_come_into_the_folder_beside_what_is_there(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    make_folder(out)
    (out / "notes.txt").write_text("mine")
    with whole_folder(out) as folder:
        (folder / "a").write_text("a")
        (folder / "b").write_text("b")
        assert not (out / "a").exists()
    assert names(out) == ["a", "b", "notes.txt"]


def test_a_full_disk_halfway_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(TallystickError) as caught:
        write_half(tmp_path, FULL)
    assert caught.value.code is Code.E701
    assert caught.value.exit_code == 1
    assert f"{tmp_path}: cannot be written (No space left on device)" in str(caught.value)
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_another_fault_leaves_nothing_either(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_half(tmp_path, KeyError())
    assert names(tmp_path) == []


def test_a_file_comes_into_its_place_when_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    with whole_file(path) as place:
        place.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert names(tmp_path) == ["a"]


def test_a_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("")
    write(tmp_path / "a")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert stat.S_ISREG((tmp_path / "a").stat().st_mode)


def test_what_a_link_names_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "elsewhere" / "file")
    write(link)
    assert link.is_symlink()
    assert (tmp_path / "elsewhere" / "file").read_text() == "new"


def test_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write(pipe)
    reader.join()
    assert read == ["new"]
    assert names(tmp_path) == ["pipe"]


@pytest.mark.parametrize("where", ["missing/a", "file/a", "folder"])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(TallystickError) as caught:
        write(tmp_path / where)
    assert caught.value.code is Code.E701
    assert str(tmp_path / where) in str(caught.value)
    assert names(tmp_path) == ["file", "folder"]


def test_a_folder_that_vanishes_is_said(tmp_path: Path) -> None:
    with pytest.raises(TallystickError) as caught:
        write_where_the_folder_goes(tmp_path / "out")
    assert caught.value.code is Code.E701
    assert names(tmp_path) == []

from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.cluster.inputs import list_inputs, name_in_store, on_disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "README.md", ".hidden.txt", "in/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Two rockets fell on the depot.")
    return tmp_path


def test_files_of_a_folder_come_in_the_order_of_their_paths(folder: Path) -> None:
    found, failures = list_inputs([str(folder)])
    assert [Path(each.address).name for each in found] == ["a.txt", "b.txt", "c.txt"]
    assert [each.number for each in found] == [0, 1, 2]
    assert failures == ()


def test_a_folder_in_a_store_gives_the_same_files(folder: Path) -> None:
    found, failures = list_inputs([f"file://{folder}"])
    assert [each.address for each in found] == [f"file://{folder}/{name}" for name in ("a.txt", "b.txt", "in/c.txt")]
    assert failures == ()


def test_a_file_in_a_store_is_read_from_a_copy_that_is_gone_afterwards(folder: Path) -> None:
    with on_disk(f"file://{folder}/a.txt") as path:
        assert path != folder / "a.txt"
        assert path.name == "a.txt"
        assert path.read_text() == "Two rockets fell on the depot."
    assert not path.exists()


def test_what_is_not_there_is_told_and_stops_nothing(folder: Path) -> None:
    found, failures = list_inputs([f"file://{folder}/none.txt", "gone.txt", str(folder / "a.txt")])
    assert len(found) == 1
    assert sorted(failure.code for failure in failures) == ["E101", "E101"]


def test_a_store_that_nobody_knows_is_told() -> None:
    found, failures = list_inputs(["nowhere://bucket/a.txt"])
    assert found == ()
    assert [failure.code for failure in failures] == ["E903"]


def test_a_name_on_file_holds_no_key() -> None:
    assert name_in_store("s3://key:secret@bucket/a.txt?region=eu-1") == "s3://bucket/a.txt"

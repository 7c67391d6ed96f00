from pathlib import Path

import pytest

from tallystick.model.report import Failure
from tallystick.sources.files import list_files


def listed(*paths: Path) -> list[str]:
    found = list_files(paths, is_known=lambda path: path.suffix == ".txt")
    return [f"{item.code} {Path(item.path).name}" if isinstance(item, Failure) else item.name for item in found]


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text")


def test_a_folder_is_walked_in_the_order_of_paths(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.txt", "sub/z.txt", "sub/deep/y.txt")
    assert listed(tmp_path) == ["a.txt", "b.txt", "y.txt", "z.txt"]


def test_the_order_of_naming_does_not_matter(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    assert listed(tmp_path / "b.txt", tmp_path / "a.txt") == listed(tmp_path / "a.txt", tmp_path / "b.txt")


def test_a_file_named_twice_is_listed_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert listed(tmp_path, tmp_path / "a.txt", tmp_path / "." / "a.txt") == ["a.txt"]


def test_hidden_and_auxiliary_files_are_passed_over_in_folders(tmp_path: Path) -> None:
    write(tmp_path, ".gitkeep", ".git/config.txt", "README.md", "LICENSE", "a.txt")
    assert listed(tmp_path) == ["a.txt"]


def test_an_auxiliary_file_is_read_when_named(tmp_path: Path) -> None:
    write(tmp_path, "readme.txt")
    assert listed(tmp_path / "readme.txt") == ["readme.txt"]


@pytest.mark.parametrize("named", [True, False])
def test_an_unknown_format_is_a_failure(tmp_path: Path, named: bool) -> None:
    write(tmp_path, "map.kmz")
    assert listed(tmp_path / "map.kmz" if named else tmp_path) == ["E111 map.kmz"]


def test_a_missing_path_is_a_failure(tmp_path: Path) -> None:
    assert listed(tmp_path / "none.txt") == ["E101 none.txt"]


def test_a_link_to_nowhere_is_a_failure_and_the_rest_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "b.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert listed(tmp_path) == ["E102 a.txt", "b.txt"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.txt", "added/a.txt", "added/sub/b.txt")
    (tmp_path / "added" / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (tmp_path / "added" / "folder").symlink_to(tmp_path / "outside")
    (tmp_path / "added" / "sub" / "within.txt").symlink_to(tmp_path / "added" / "a.txt")
    assert [each for each in listed(tmp_path / "added") if "secret" in each] == []
    assert [each.partition(" ")[0] for each in listed(tmp_path / "added")].count("E102") == 2


def test_a_link_back_up_does_not_loop(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    assert listed(tmp_path) == ["a.txt"]


def test_a_folder_that_cannot_be_listed_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "locked/a.txt", "b.txt")
    whole = Path.iterdir

    def refuse(folder: Path) -> object:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return whole(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert listed(tmp_path) == ["E102 locked", "b.txt"]


def test_a_file_name_in_bytes_that_are_no_utf8_does_not_stop_the_run(tmp_path: Path) -> None:
    odd = tmp_path / "caf\udce9.kmz"
    odd.write_text("text")
    (failure,) = list_files([tmp_path], is_known=Path.is_dir)
    assert isinstance(failure, Failure)
    assert failure.path.encode("utf-8").endswith(b".kmz")

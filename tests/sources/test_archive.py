from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken

FILES = {
    "day/one.txt": b"Shots were heard near the depot.",
    "day/two.html": b"<p>Rockets fell on the depot.</p>",
    "three.jsonl": b'{"text": "One died."}\n{"text": "Two died."}\n',
    "README.md": b"About these files.",
    ".hidden.txt": b"Hidden.",
    "__MACOSX/._one.txt": b"Hidden.",
}


def zip_of(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tar_of(path: Path, files: dict[str, bytes], *, mode: str) -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def told(archive: Path, *, max_mb: int = 25) -> list[str]:
    """The name of each report inside the archive; of what failed, its code and message."""
    start = f"{archive}/"
    return [
        (item.report.path or "").removeprefix(start) if isinstance(item, Taken) else f"{item.code} {item.message}"
        for item in read_paths([archive], max_mb=max_mb)
    ]


READ = ["day/one.txt", "day/two.html", "three.jsonl", "three.jsonl"]


def test_a_zip_is_read_like_a_folder(tmp_path: Path) -> None:
    assert told(zip_of(tmp_path / "a.zip", FILES)) == READ


@pytest.mark.parametrize(
    ("name", "mode"), [("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"), ("a.tar.xz", "w:xz")]
)
def test_a_tar_is_read_like_a_folder(tmp_path: Path, name: str, mode: str) -> None:
    assert told(tar_of(tmp_path / name, FILES, mode=mode)) == READ


def test_what_is_wrong_with_one_file_is_told_under_its_name_in_the_archive(tmp_path: Path) -> None:
    files = {"a.txt": b"", "b.png": b"\x89PNG", "c.zip": b"PK", "d.txt": b"Shots.", "e.txt": b"Shots."}
    archive = zip_of(tmp_path / "a.zip", files)
    first, second, third, fourth, fifth = told(archive)
    assert first == f"E103 {archive}/a.txt: is empty; nothing to read"
    assert second.startswith(f"E111 {archive}/b.png: files of type .png")
    assert third.startswith(f"E111 {archive}/c.zip: files of type .zip")
    assert (fourth, fifth) == ("d.txt", f"E112 {archive}/e.txt: same text as {archive}/d.txt; taken in once")


def test_a_name_in_an_archive_is_never_a_path(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    names = {"../outside.txt": b"Shots.", str(outside): b"Rockets."}
    assert len(told(tar_of(tmp_path / "in.tar", names, mode="w"))) == 1
    assert not outside.exists()


def test_links_and_devices_in_a_tar_are_left_alone(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            member = tarfile.TarInfo(f"a{kind!r}.txt")
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    assert told(tmp_path / "a.tar") == []


def test_a_file_over_the_limit_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    large = b"".join(b"%d " % number for number in range(200_000))
    first, second = told(zip_of(tmp_path / "a.zip", {"a.txt": large, "b.txt": b"Shots."}), max_mb=1)
    assert first.startswith(f"E104 {tmp_path}/a.zip/a.txt")
    assert second == "b.txt"


def test_an_archive_that_unpacks_to_far_more_than_its_size_is_stopped(tmp_path: Path) -> None:
    bomb = zip_of(tmp_path / "a.zip", {f"{number}.txt": b"a" * 5_000_000 for number in range(20)})
    assert bomb.stat().st_size < 200_000
    *_, last = told(bomb)
    assert "E138" in last
    assert "200 times" in last


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", b"PK\x03\x04 broken"),
        ("a.zip", b""),
        ("a.tar", b"broken"),
        ("a.tar.gz", b"\x1f\x8b broken"),
        ("a.tgz", b"x"),
    ],
)
def test_a_broken_archive_is_told_in_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (failure,) = told(tmp_path / name)
    assert failure.startswith("E138")
    assert "\n" not in failure


def test_an_archive_with_a_password_is_told(tmp_path: Path) -> None:
    data = bytearray(zip_of(tmp_path / "a.zip", {"a.txt": b"Shots."}).read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert "locked by a password" in told(tmp_path / "a.zip")[0]


def test_a_name_that_cannot_be_printed_is_told_in_one_line(tmp_path: Path) -> None:
    assert told(tar_of(tmp_path / "a.tar", {"a\nb\x1b.txt": b"Shots."}, mode="w")) == ["a?b?.txt"]

import json
from datetime import date
from pathlib import Path

import pytest

from tallystick.model.report import Failure
from tallystick.model.terms import DatelineBasis
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken

SEED = Path(__file__).parents[2] / ".." / "shared" / "seed"


def lines(*paths: Path, max_mb: int = 25) -> list[str]:
    """One word an outcome: the code of each failure and each warning, the file name of each report."""
    words: list[str] = []
    for item in read_paths(paths, max_mb=max_mb):
        if isinstance(item, Taken):
            words += [Path(item.report.path or "").name, *(warning.code for warning in item.warnings)]
        else:
            words.append(item.code)
    return words


def test_a_folder_of_all_formats(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2023-11-07 Shots were heard.")
    (tmp_path / "b.html").write_text("<p>Rockets fell on the depot.</p>")
    (tmp_path / "c.jsonl").write_text('{"text": "One died."}\n{"text": "Two died."}\n')
    (tmp_path / "d.json").write_text('{"text": "Three died."}')
    (tmp_path / "README.md").write_text("About these files.")
    assert lines(tmp_path) == ["a.txt", "b.html", "c.jsonl", "c.jsonl", "d.json"]


def test_the_bytes_are_kept(tmp_path: Path) -> None:
    raw = "\ufeffShots\r\nwere heard.".encode()
    (tmp_path / "a.txt").write_bytes(raw)
    (taken,) = read_paths([tmp_path])
    assert isinstance(taken, Taken)
    assert (taken.raw, taken.report.text) == (raw, "Shots\nwere heard.")


def test_a_given_day_is_that_of_all_reports(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2023-11-08 Shots were heard.")
    (taken,) = read_paths([tmp_path], published=date(2023, 11, 7))
    assert isinstance(taken, Taken)
    assert (taken.report.published_on, taken.report.published_basis) == (date(2023, 11, 7), DatelineBasis.GIVEN)


GOOD = "Shots were heard near the depot."
BAD_FILES = [
    ("empty.txt", b"", ["E103"]),
    ("blank.txt", b" \n\t\n", ["E103"]),
    ("large.txt", b"x" * 1_000_001, ["E104"]),
    ("large.html", b"<p>x</p>" * 200_000, ["E104"]),
    ("binary.txt", b"GIF89a\0\0\1", ["E105"]),
    ("binary.html", b"\x89PNG\r\n\x1a\n\0", ["E105"]),
    ("binary.jsonl", b"\0\1\2", ["E105"]),
    ("latin.txt", "Des hommes armés ont attaqué la base près de la frontière".encode("latin-1"), ["latin.txt", "E114"]),
    ("cut.jsonl", b'{"text": "One."}\n{"text": "Tw\n{"text": "Three."}\n', ["cut.jsonl", "E107", "cut.jsonl"]),
    ("bare.jsonl", b"{}\n", ["E108"]),
    ("list.json", b"[1]", ["E107"]),
    ("script.html", b"<html><script>attack()</script></html>", ["E110"]),
    ("paper.pdf", b"%PDF-1.7", ["E144"]),
    ("paper.docx", b"%PDF-1.7", ["E111"]),
    ("february.txt", b"date 2023-02-31 Rockets fell.", ["february.txt", "E109"]),
    ("copy.txt", GOOD.encode(), ["E112"]),
    ("twodays.json", b'{"published": "2023-11-07", "text": "date 2023-11-09 Rockets fell."}', ["twodays.json", "E113"]),
]


@pytest.mark.parametrize(("name", "content", "expected"), BAD_FILES, ids=[row[0] for row in BAD_FILES])
def test_bad_input_gives_one_line_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, expected: list[str]
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text("Calm returned by noon.")
    assert sorted(lines(tmp_path, max_mb=1)) == sorted(["a.txt", *expected, "z.txt"])


def test_every_line_names_its_file_and_stays_one_line(tmp_path: Path) -> None:
    for name, content, _ in BAD_FILES:
        (tmp_path / name).write_bytes(content)
    for item in read_paths([tmp_path], max_mb=1):
        for failure in [item] if isinstance(item, Failure) else item.warnings:
            assert failure.message.startswith(failure.path)
            assert "\n" not in failure.message


def test_a_file_that_cannot_be_opened_is_told_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "locked.txt").write_text("x")
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert lines(tmp_path) == ["a.txt", "E102"]


def test_the_size_is_looked_at_before_a_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    assert lines(tmp_path) == ["E104"]


def test_a_copy_names_the_first_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{GOOD}"}}\n{{"text": "{GOOD}"}}\n')
    (_, failure) = read_paths([tmp_path])
    assert isinstance(failure, Failure)
    assert failure.message == f"{tmp_path}/a.jsonl:2: same text as {tmp_path}/a.jsonl:1; taken in once"


def test_reading_again_starts_anew(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    assert lines(tmp_path) == lines(tmp_path) == ["a.txt"]


if SEED.exists():

    def test_the_quotes_of_the_seed_lie_where_its_gold_says() -> None:
        (taken,) = read_paths([SEED / "report-2023-11-07.txt"])
        assert isinstance(taken, Taken)
        spans = list(spans_in(json.loads((SEED / "gold.json").read_text())))
        assert spans
        assert all(taken.report.text[start:end] == exact for start, end, exact in spans)
        assert taken.report.published_on == date(2023, 11, 7)


def spans_in(value: object) -> list[tuple[int, int, str]]:
    """Every start, end and exact text anywhere in a JSON value."""
    if isinstance(value, dict):
        own = [(value["start"], value["end"], value["exact"])] if {"start", "end", "exact"} <= value.keys() else []
        return own + [span for item in value.values() for span in spans_in(item)]
    if isinstance(value, list):
        return [span for item in value for span in spans_in(item)]
    return []

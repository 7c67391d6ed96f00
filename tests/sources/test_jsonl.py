import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.errors import TallystickError
from tallystick.sources.jsonl import read_json, read_json_lines
from tallystick.sources.taken import Article


def outcomes(path: Path, content: str | bytes, *, max_mb: int = 25) -> list[str]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    reader = read_json if path.suffix == ".json" else read_json_lines
    return [item.text if isinstance(item, Article) else item.code.name for item in reader(path, max_mb)]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    return tmp_path / "feed.jsonl"


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return tmp_path / "feed.json"


def test_every_field_is_read(lines: Path) -> None:
    row = {
        "text": "Shots.",
        "title": "T",
        "url": "https://example.org",
        "publisher": "P",
        "published": "2023-11-07",
        "language": "en",
    }
    lines.write_text(json.dumps(row) + "\n")
    (article,) = read_json_lines(lines, 25)
    assert isinstance(article, Article)
    assert {name: getattr(article, name) for name in row} == row
    assert (article.line, article.raw) == (1, lines.read_bytes())


def test_the_field_names_that_trafilatura_writes_are_read(lines: Path) -> None:
    lines.write_text('{"text": "Shots.", "sitename": "P", "date": "2023-11-07"}')
    (article,) = read_json_lines(lines, 25)
    assert isinstance(article, Article)
    assert (article.publisher, article.published) == ("P", "2023-11-07")


@given(st.lists(st.text(st.characters(codec="utf-8")).filter(str.strip), max_size=5))
def test_lines_are_read_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("lines") / "feed.jsonl"
    content = "\n".join(json.dumps({"text": text}) for text in texts) or "\n"
    assert outcomes(path, content) == texts


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ('{"text": "cut off', "E107"),
        ("[1, 2]", "E107"),
        ("3", "E107"),
        ("[" * 100_000, "E107"),
        ('{"n": ' + "9" * 5000 + "}", "E107"),
        ("{}", "E108"),
        ('{"text": "  "}', "E108"),
        ('{"text": 5}', "E108"),
        ('{"text": null}', "E108"),
    ],
)
def test_a_broken_line_is_told_and_the_others_go_on(lines: Path, broken: str, code: str) -> None:
    assert outcomes(lines, f'{{"text": "One."}}\n{broken}\n\n{{"text": "Two."}}') == ["One.", code, "Two."]


def test_an_error_names_the_line(lines: Path) -> None:
    lines.write_text('{"text": "One."}\n\n{broken}\n')
    errors = [item for item in read_json_lines(lines, 25) if isinstance(item, TallystickError)]
    assert [f"{lines}:3:" in error.message for error in errors] == [True]


def test_only_a_line_over_the_limit_is_refused(lines: Path) -> None:
    long = json.dumps({"text": "x" * 2_500_000})
    content = "\n".join(['{"text": "One."}', long, '{"text": "Two."}', long])
    assert outcomes(lines, content, max_mb=1) == ["One.", "E104", "Two.", "E104"]


def test_a_file_longer_than_the_limit_is_read_line_by_line(lines: Path) -> None:
    row = json.dumps({"text": "x" * 400_000}) + "\n"
    assert len(outcomes(lines, row * 4, max_mb=1)) == 4


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(lines: Path, encoding: str) -> None:
    assert outcomes(lines, '{"text": "Über."}\n{"text": "Two."}\n'.encode(encoding)) == ["Über.", "Two."]


@pytest.mark.parametrize(("content", "code"), [(b"", "E103"), (b"PK\x03\x04\0\0", "E105")])
def test_a_file_of_no_lines_is_refused(lines: Path, content: bytes, code: str) -> None:
    with pytest.raises(TallystickError, match=code):
        outcomes(lines, content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "One."}, ["One."]),
        ([{"text": "One."}, {"text": "Two."}], ["One.", "Two."]),
        ([{"text": "One."}, 5, {}, {"text": "Two."}], ["One.", "E107", "E108", "Two."]),
        ([], []),
    ],
)
def test_one_object_or_a_list(whole: Path, content: Any, expected: list[str]) -> None:
    assert outcomes(whole, json.dumps(content, indent=1)) == expected


def test_json_lines_in_a_json_file_are_read_as_lines(whole: Path) -> None:
    assert outcomes(whole, '{"text": "One."}\n{broken\n{"text": "Two."}\n') == ["One.", "E107", "Two."]


@pytest.mark.parametrize(("content", "code"), [('{\n "text": "cut off', "E107"), ("  \n", "E103")])
def test_a_json_file_that_cannot_be_parsed_is_refused(whole: Path, content: str, code: str) -> None:
    with pytest.raises(TallystickError, match=code):
        outcomes(whole, content)


def test_a_json_file_that_holds_no_object_is_told(whole: Path) -> None:
    assert outcomes(whole, "5") == ["E107"]

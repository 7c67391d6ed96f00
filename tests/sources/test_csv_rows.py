from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken
from tests.sources.outcomes import only, outcomes


def test_the_columns_of_acled_are_known(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        'event_id_cnty,event_date,actor1,source,notes\nIRQ1,7 November 2023,X,Example Wire,"Rockets fell, nobody hurt."\n'
    )
    report = only(path).report
    assert (report.text, report.publisher, report.published_on) == (
        "Rockets fell, nobody hurt.", "Example Wire", date(2023, 11, 7),
    )  # fmt: skip


def test_columns_can_be_mapped_by_option_and_by_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("was;wann\nShots were heard.;2023-11-07\n")
    mapping = tmp_path / "map.yaml"
    mapping.write_text("was: text\nwann: published\n")
    for given in ("was=text,wann=published", str(mapping)):
        (taken,) = read_paths([path], options={"csv": {"map": given}})
        assert isinstance(taken, Taken)
        assert (taken.report.text, taken.report.published_on) == ("Shots were heard.", date(2023, 11, 7))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    (tmp_path / "a.csv").write_text(f"id{delimiter}text\n1{delimiter}Shots were heard.\n")
    assert outcomes(tmp_path / "a.csv") == ["Shots were heard."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_so_are_followed(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes("id,text\n1,Près de Mossoul.\n".encode(encoding))
    assert outcomes(tmp_path / "a.csv") == ["Près de Mossoul."]


def test_an_encoding_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("id,text\n1,Ракеты упали.\n".encode("koi8-r"))
    assert outcomes(tmp_path / "a.csv", options=("csv.encoding=koi8-r",)) == ["Ракеты упали."]


def test_a_cell_may_hold_lines(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,text\n1,"One.\nTwo."\n2,Three.\n')
    assert outcomes(tmp_path / "a.csv") == ["One.\nTwo.", "Three."]


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        pytest.param("2", "E146", id="too few cells"),
        pytest.param("2,Two.,more", "E146", id="too many cells"),
        pytest.param("2, ", "E108", id="no text"),
        pytest.param('2,"Two.', "E146", id="open quotation mark"),
    ],
)
def test_a_bad_row_costs_that_row(tmp_path: Path, bad: str, code: str) -> None:
    (tmp_path / "a.csv").write_text(f"id,text\n1,One.\n{bad}\n3,Three.\n4,Four.\n")
    found = list(read_paths([tmp_path / "a.csv"]))
    assert [item.report.text if isinstance(item, Taken) else item.code for item in found] == [
        "One.", code, "Three.", "Four.",
    ]  # fmt: skip
    assert "a.csv:3" in next(item.message for item in found if not isinstance(item, Taken))


def test_a_line_over_the_limit_costs_that_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,text\n1,{'x' * 1_100_000}\n2,Two.\n")
    assert outcomes(tmp_path / "a.csv", max_mb=1) == ["E104", "Two."]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "E103", id="empty"),
        pytest.param(b"\n\n", "E103", id="blank"),
        pytest.param(b"\0\1", "E105", id="binary"),
        pytest.param(b"a,b\n1,2\n", "E148", id="no text"),
    ],
)
def test_a_file_that_is_no_table_of_reports_is_told_once(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    assert outcomes(tmp_path / "a.csv") == [code]


@pytest.mark.parametrize("given", ["a=text,b=colour", "x=text", "gone.yaml"])
def test_a_mapping_that_does_not_fit_is_told(tmp_path: Path, given: str) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    assert outcomes(tmp_path / "a.csv", options=(f"csv.map={given}",)) == ["E148"]

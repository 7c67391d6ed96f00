from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tallystick.codebook import load_codebook
from tallystick.model.incident import GroupCount, Incident
from tallystick.model.mention import Range
from tallystick.model.record import Record
from tallystick.model.terms import CasualtyGroup, EventKind
from tallystick.publishing.csv import table_lines, write_csv
from tallystick.publishing.csv_columns import COLUMN, COLUMNS, tell


@pytest.fixture
def rows(record: Record, tmp_path: Path) -> dict[str, dict[str, str]]:
    return read_rows(record, tmp_path)


def read_rows(record: Record, folder: Path) -> dict[str, dict[str, str]]:
    write_csv(record, folder / "incidents.csv")
    with (folder / "incidents.csv").open(encoding="utf-8", newline="") as file:
        return {row["incident_id"]: row for row in csv.DictReader(file)}


def test_rejected_incidents_are_left_out(rows: dict[str, dict[str, str]]) -> None:
    assert "i-10" not in rows
    assert len(rows) == 9


def test_site_has_a_point(rows: dict[str, dict[str, str]]) -> None:
    assert (rows["i-01"]["latitude"], rows["i-01"]["area_latitude"]) == ("33.7856", "")


def test_area_never_looks_like_a_point(rows: dict[str, dict[str, str]]) -> None:
    assert (rows["i-03"]["latitude"], rows["i-03"]["area_latitude"], rows["i-03"]["area_radius_km"]) == (
        "",
        "35.4",
        "120.0",
    )


def test_quotes_name_their_report_and_day(rows: dict[str, dict[str, str]]) -> None:
    assert rows["i-02"]["quotes"] == "Meridian Wire, 26 October 2023: “a rocket fell near the Omar oil field in Syria”"


def test_not_told_is_empty_and_nobody_is_zero(rows: dict[str, dict[str, str]]) -> None:
    assert (rows["i-02"]["killed_best"], rows["i-04"]["killed_best"]) == ("", "0")


def test_groups_of_the_killed_have_columns_of_their_own(tmp_path: Path) -> None:
    groups = (GroupCount(group=CasualtyGroup.CHILDREN, killed=Range(low=3, best=3)),)
    incident = Incident(id="i-1", kind=EventKind.SHELLING, casualty_groups=groups)
    row = read_rows(Record(incidents=(incident,)), tmp_path)["i-1"]
    assert (row["killed_children_low"], row["killed_children_high"], row["killed_women_low"]) == ("3", "", "")


def test_report_days_are_the_first_and_the_last(rows: dict[str, dict[str, str]]) -> None:
    row = rows["i-01"]
    assert (row["first_report_published_on"], row["last_report_published_on"]) == ("2023-10-26", "2023-11-01")


def test_formula_in_a_report_stays_text(tmp_path: Path) -> None:
    incident = Incident(id="i-1", kind=EventKind.ARSON, target='=HYPERLINK("http://example.org")')
    assert read_rows(Record(incidents=(incident,)), tmp_path)["i-1"]["target"].startswith("'=")


def test_column_names_are_unique_and_explained() -> None:
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    assert all(column.meaning for column in COLUMNS)


def test_a_column_that_claims_to_need_no_report_is_the_same_without(record: Record) -> None:
    with_reports = list(tell(record.incidents, mentions=record.mentions, reports=record.reports))
    for told, bare in zip(with_reports, tell(record.incidents), strict=True):
        for column in COLUMNS:
            assert column.from_reports or column.cell(told) == column.cell(bare), column.name


def test_only_the_columns_asked_for_in_their_order(record: Record) -> None:
    lines = list(table_lines(tell(record.incidents[:1]), columns=[COLUMN["status"], COLUMN["kind"]]))
    assert lines == ["status,kind\n", f"{record.incidents[0].status},{record.incidents[0].kind}\n"]


def test_the_list_of_a_column_s_codes_is_in_the_codebook() -> None:
    assert {column.codes for column in COLUMNS if column.codes} <= set(load_codebook())

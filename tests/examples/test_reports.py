from __future__ import annotations

import json
from pathlib import Path

import pytest

from tallystick.model.report import Failure, Report
from tallystick.sources.read import read_paths
from tallystick.sources.syndication import find_copies

FOLDER = Path(__file__).parents[2] / "examples" / "reports"
FILES = sorted(FOLDER.iterdir())
NOTE = "sample written for Tallystick from public facts; not a published article"


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    taken = list(read_paths([FOLDER]))
    assert not [t for t in taken if isinstance(t, Failure)]
    return [t.report for t in taken if not isinstance(t, Failure)]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_file_says_that_it_is_a_sample(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    if path.suffix == ".jsonl":
        assert all(json.loads(line)["note"] == NOTE for line in lines)
    else:
        assert NOTE in "\n".join(lines[:3])


def test_every_report_has_a_publication_day_a_publisher_and_its_language(reports: list[Report]) -> None:
    assert len(reports) >= 16
    assert [r.path for r in reports if r.published_on is None or r.publisher is None or r.language != "en"] == []


def test_no_report_has_its_header_in_its_body(reports: list[Report]) -> None:
    assert [r.path for r in reports if NOTE in r.text[r.body_start :]] == []


def test_one_report_is_a_copy_of_another(reports: list[Report]) -> None:
    paths = {r.id: Path(r.path or "").name for r in reports}
    copies = find_copies(reports)
    assert {(paths[a], paths[b.original]) for a, b in copies.items()} in (
        {("2023-11-09-copy-maysulun.txt", "2023-11-09-wire-maysulun.txt")},
        {("2023-11-09-wire-maysulun.txt", "2023-11-09-copy-maysulun.txt")},
    )

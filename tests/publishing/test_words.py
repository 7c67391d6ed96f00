from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import Range
from tallystick.model.report import Report
from tallystick.publishing.words import cite, count, days, listed, report_name


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2023, 10, 27), date(2023, 10, 27), "27 October 2023"),
        (date(2023, 10, 1), date(2023, 10, 10), "1–10 October 2023"),
        (date(2023, 10, 27), date(2023, 11, 2), "27 October – 2 November 2023"),
        (date(2023, 12, 31), date(2024, 1, 1), "31 December 2023 – 1 January 2024"),
        (date(2023, 10, 17), None, "since 17 October 2023"),
        (None, date(2023, 10, 17), "until 17 October 2023"),
        (None, None, "no date"),
    ],
)
def test_days_say_the_shared_part_once(start: date | None, end: date | None, words: str) -> None:
    assert days(start, end) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Range(low=3, best=3, high=3), "3"),
        (Range(low=0, best=0, high=0), "0"),
        (Range(low=3, best=3, high=5), "3–5"),
        (Range(low=24), "at least 24"),
        (Range(low=1), "at least 1"),
        (Range(high=5), "up to 5"),
        (Range(best=40), "about 40"),
        (Range(), "some"),
    ],
)
def test_counts_say_their_bounds(value: Range, words: str) -> None:
    assert count(value) == words


def test_names_in_a_row() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], last="or")] == [
        "", "a", "a and b", "a, b or c",
    ]  # fmt: skip


def test_report_without_a_publisher_is_called_by_title_file_or_hash() -> None:
    bare = Report(id="0123456789abcdef", text="x")
    named = [
        bare,
        bare.model_copy(update={"path": "a/b.txt"}),
        bare.model_copy(update={"path": "a/b.txt", "title": "T"}),
    ]
    assert [report_name(report) for report in named] == ["report 01234567", "b.txt", "T"]


def test_citation_says_when_a_day_is_missing() -> None:
    assert cite(Report(id="x" * 8, text="x", publisher="Wire")) == "Wire, undated"

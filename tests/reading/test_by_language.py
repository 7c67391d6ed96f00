"""Each report goes to the reader of its language."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tallystick.evaluation.bench import make_report
from tallystick.model.report import Report
from tallystick.reading.by_language import ReaderByLanguage
from tallystick.reading.reader import Reading


class Noting:
    def __init__(self, name: str, *languages: str) -> None:
        self.name = name
        self.languages = frozenset(languages)
        self.fingerprint = "k1"
        self.seen: list[str] = []
        self.ahead: list[str] = []

    def read_ahead(self, reports: Sequence[Report]) -> None:
        self.ahead += [r.text for r in reports]

    def read(self, report: Report, *, year: int | None = None) -> Reading:
        self.seen.append(report.text)
        self.year = year
        return Reading(report_id=report.id, mentions=())


@pytest.fixture
def readers() -> tuple[Noting, Noting]:
    return Noting("one-1", "en"), Noting("two-3", "ar", "fa")


def _report(language: str | None) -> Report:
    return make_report(f"in {language}", name="r", language="en").model_copy(update={"language": language})


@pytest.mark.parametrize(("language", "expected"), [("en", 0), ("ar", 1), ("fa", 1), (None, 0)])
def test_a_report_goes_to_the_reader_of_its_language(
    readers: tuple[Noting, Noting], language: str | None, expected: int
) -> None:
    ReaderByLanguage(*readers).read(_report(language))
    assert [len(r.seen) for r in readers] == [int(i == expected) for i in (0, 1)]


def test_reports_are_read_ahead_by_their_own_reader(readers: tuple[Noting, Noting]) -> None:
    ReaderByLanguage(*readers).read_ahead([_report("en"), _report("ar")])
    assert [r.ahead for r in readers] == [["in en"], ["in ar"]]


def test_the_name_tells_all_readers_and_the_languages_are_those_of_all(readers: tuple[Noting, Noting]) -> None:
    both = ReaderByLanguage(*readers)
    assert (both.name, both.languages) == ("one-1+two-3", frozenset({"en", "ar", "fa"}))
    assert both.fingerprint == "k1"

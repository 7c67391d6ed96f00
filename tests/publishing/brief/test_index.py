from __future__ import annotations

from tallystick.publishing.brief.index import Index, source_words
from tests.publishing.example_reports import ARABIC, COPY, WIRE


def test_incidents_are_numbered_by_day_and_background_comes_last(index: Index) -> None:
    assert [i.id for i in index.incidents] == ["i-07", "i-01", "i-02", "i-03", "i-04", "i-05", "i-06", "i-08", "i-09"]
    assert index.number["i-07"] == 1


def test_family_is_an_original_with_its_copies(index: Index) -> None:
    assert (WIRE.id, COPY.id) in [tuple(report.id for report in family) for family in index.families()]


def test_quotes_of_copies_come_last(index: Index) -> None:
    assert [event.id for event in index.events_of(index.by_id["i-01"])] == ["m-01", "m-02", "m-12"]


def test_name_from_right_to_left_is_isolated() -> None:
    assert source_words(ARABIC) == "\u2068قناة الميدان\u2069, 30 October 2023"
    assert source_words(WIRE) == "Meridian Wire, 26 October 2023"

"""Whose copies reports are, found step by step, comes to what finding it over all of them comes to."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallystick.derivation import derive
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.report import Copied, Report
from tallystick.sources.syndication import find_copies
from tests.derivation.world import KNOWLEDGE, PLACES
from tests.sources.syndication.stories import LEAD, MARKET, OWN, STORY, told
from tests.sources.syndication.stories import report as report_of_text

TEXTS = [
    told(*STORY),
    told(LEAD, *STORY[1:]),
    told(LEAD, *STORY[1:4]),
    told(*STORY[:3]),
    told(*STORY, OWN),
    told(*STORY[:4], *MARKET[:4]),
    told(*STORY, *MARKET),
    told(*MARKET, *STORY),
    told(*MARKET),
    told(*MARKET[:4], OWN),
    told(*MARKET[1:]),
    "Shots heard.",
    "Shots heard!",
]
DAYS = st.one_of(st.none(), st.integers(1, 4))
SETS = st.lists(st.tuples(st.sampled_from(TEXTS), DAYS), min_size=2, max_size=10, unique_by=lambda row: row[0])


def take(ledger: Ledger, report: Report) -> None:
    ledger.add_reports([(report, f"{report.published_on} {report.text}".encode())])


def copies_on_file(ledger: Ledger) -> dict[str, Copied]:
    return {r.id: r.copied for r in ledger.reports() if r.copied is not None}


@pytest.fixture(autouse=True)
def always_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is new, only that is derived; but for the first time."""
    monkeypatch.setattr(derive, "MOST_CHANGED", float("inf"))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(SETS, st.data())
def test_copies_found_step_by_step_are_those_found_over_all(
    rows: list[tuple[str, int | None]], data: st.DataObject
) -> None:
    reports = [report_of_text(text, day) for text, day in data.draw(st.permutations(rows))]
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        for report in reports:
            take(ledger, report)
            if data.draw(st.booleans()):
                derive.bring_up_to_date(ledger, knowledge=KNOWLEDGE, gazetteer=PLACES)
                assert copies_on_file(ledger) == find_copies(ledger.reports())


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(SETS, st.data())
def test_a_report_of_which_another_day_is_told_changes_whose_copies_all_are(
    rows: list[tuple[str, int | None]], data: st.DataObject
) -> None:
    reports = [report_of_text(text, day) for text, day in rows]
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        for report in reports:
            take(ledger, report)
        derive.bring_up_to_date(ledger, knowledge=KNOWLEDGE, gazetteer=PLACES)
        for report in data.draw(st.lists(st.sampled_from(reports), min_size=1, max_size=3)):
            again = report_of_text(report.text, data.draw(st.integers(1, 4)), publisher="example.org")
            take(ledger, again.model_copy(update={"path": "again"}))
            derive.bring_up_to_date(ledger, knowledge=KNOWLEDGE, gazetteer=PLACES)
            assert copies_on_file(ledger) == find_copies(ledger.reports())


def test_a_family_that_loses_its_original_to_a_new_report_is_told_anew() -> None:
    kept, lost = report_of_text(told(*STORY[:4]), 2), report_of_text(told(*MARKET[:4], *STORY[:4]), 2)
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        take(ledger, kept)
        take(ledger, lost)
        derive.bring_up_to_date(ledger, knowledge=KNOWLEDGE, gazetteer=PLACES)
        assert copies_on_file(ledger)[kept.id].original == lost.id
        take(ledger, report_of_text(told(*MARKET), 1))
        derive.bring_up_to_date(ledger, knowledge=KNOWLEDGE, gazetteer=PLACES)
        assert copies_on_file(ledger).keys() == {lost.id}

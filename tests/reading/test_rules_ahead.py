from __future__ import annotations

import hashlib

import pytest

from tallystick.model.report import Report
from tallystick.pipeline import default_reader
from tallystick.reading import rules
from tallystick.reading.reader import ReadsAhead

TEXTS = (
    "Gunmen attacked an army camp in Barsalogho, Burkina Faso, on 10 June 2023, killing nine soldiers.",
    "A roadside bomb hit an army convoy near Djibo on 11 June 2023.\n\nNobody was hurt.",
)


def report(text: str) -> Report:
    return Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text, language="en")


def test_a_report_reads_the_same_ahead_and_alone() -> None:
    reader = default_reader()
    assert isinstance(reader, ReadsAhead)
    alone = [reader.read(report(text)) for text in TEXTS]
    reader.read_ahead([report(text) for text in TEXTS])
    assert [reader.read(report(text)) for text in TEXTS] == alone
    assert alone[0].mentions


def test_a_fault_ahead_is_left_to_the_reading_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise MemoryError

    reader = default_reader()
    assert isinstance(reader, ReadsAhead)
    monkeypatch.setattr(rules, "parse_texts", fail)
    reader.read_ahead([report(TEXTS[0])])
    assert reader.read(report(TEXTS[0])).mentions

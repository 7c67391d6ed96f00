"""A text that was changed is told apart from one that newer tools make otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tallystick.ledger import Ledger, open_ledger
from tallystick.model.origin import Origin
from tallystick.proving.extraction import Outcome, extract_again
from tallystick.sources.text import ADAPTER as TEXT
from tallystick.sources.tool import tool
from tests.ledger.making import taken

REPORT, RAW = taken("Shells fell on Gao.", path="a.txt")
NOW = Origin(adapter=TEXT.name, tool=tool())
EARLIER = Origin(adapter=TEXT.name, tool="tallystick 0.0")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


@pytest.mark.parametrize(
    ("raw", "origin", "outcome"),
    [
        pytest.param(RAW, NOW, Outcome.SAME, id="the same"),
        pytest.param(RAW, EARLIER, Outcome.SAME, id="the same by an older tool"),
        pytest.param(b"Shells fell on Kidal.", NOW, Outcome.CHANGED, id="another text"),
        pytest.param(b"Shells fell on Kidal.", EARLIER, Outcome.OTHER_TOOL, id="another text by an older tool"),
        pytest.param(RAW, Origin(adapter="none", tool=tool()), Outcome.CHANGED, id="no such adapter"),
        pytest.param(RAW, None, Outcome.NOT_RECORDED, id="not recorded"),
    ],
)
def test_what_comes_of_making_a_text_again(ledger: Ledger, raw: bytes, origin: Origin | None, outcome: Outcome) -> None:
    ledger.add_reports([(REPORT, raw, origin)])
    (found,) = extract_again(ledger)
    assert (found.outcome, found.fault is None) == (outcome, outcome is not Outcome.CHANGED)


def test_an_original_that_is_gone_is_a_fault_of_its_report(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add_reports([(REPORT, RAW, NOW)])
    for file in (tmp_path / "ledger.db.archive").rglob("*.gz"):
        file.unlink()
    (found,) = extract_again(ledger)
    assert found.outcome is Outcome.CHANGED
    assert REPORT.id in str(found.fault)

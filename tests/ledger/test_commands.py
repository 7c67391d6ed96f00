"""The commands themselves, killed at random moments or run all at once, on a few reports.

``python -m benchmarks.kill`` and ``python -m benchmarks.load`` do more of it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.kill import EXAMPLES, kill
from benchmarks.load import load
from benchmarks.server import Kind
from tests.ledger.server import IS_THERE, MUST_BE_THERE, SERVER

KINDS = list(Kind) if IS_THERE or MUST_BE_THERE else [Kind.SQLITE]


@pytest.fixture
def few_reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in sorted(EXAMPLES.glob("2023-10-*.txt"))[:4]:
        shutil.copy(path, folder)
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_kills_lose_and_double_nothing(kind: Kind, few_reports: Path) -> None:
    came = kill(kind, times=4, seed=4, server=SERVER, reports=few_reports)
    assert came.kills.total() >= 4
    assert came.wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_four_processes_at_once_lose_and_double_nothing(kind: Kind, few_reports: Path) -> None:
    came = load(kind, ingesting=2, reviewing=2, rounds=3, server=SERVER, first=few_reports)
    assert came.wrong == ()
    assert (came.reports, came.decisions) == (4 + 2 * 3 * 2, 6)

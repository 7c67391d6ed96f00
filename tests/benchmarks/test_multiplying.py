import sqlite3
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.adding import save
from benchmarks.made import make_reports
from benchmarks.multiplying import multiply
from tallystick.deciding import take_decision
from tallystick.ledger import open_ledger
from tallystick.ledger.verify import verify
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date

COPIES = 3


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "small.db"
    with open_ledger(path) as ledger:
        save(ledger, islice(make_reports(mentions=200), 30))
        bring_up_to_date(ledger)
        take_decision(ledger, Act.ACCEPT, ledger.incidents()[0].id, by="ana", reason=None)
        bring_up_to_date(ledger)
    return path


@pytest.fixture(scope="module")
def large(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.db"
    multiply(small, path, copies=COPIES, days=40)
    return path


def test_a_multiplied_ledger_is_whole(large: Path) -> None:
    with open_ledger(large) as ledger:
        assert [finding.named for finding in verify(ledger) if finding.wrong] == []


@pytest.mark.parametrize("table", ["report", "mention", "incident", "decision", "tie", "minted_id", "report_search"])
def test_it_holds_so_many_times_the_rows(small: Path, large: Path, table: str) -> None:
    assert _count(large, table) == COPIES * _count(small, table) > 0


def test_each_copy_is_later_than_the_one_before(small: Path, large: Path) -> None:
    (first, last), (_, latest) = _days(small), _days(large)
    assert first < last < latest


def test_a_decision_on_a_copy_finds_its_incident(large: Path) -> None:
    with open_ledger(large) as ledger:
        decided = [decision.incident_id or "" for decision in ledger.journal()]
        assert len({*decided}) == COPIES
        assert {ledger.incident(id_)[0].review_state.value for id_ in decided} == {"accepted"}


def test_no_report_of_a_copy_shares_a_passage_with_another(large: Path) -> None:
    with closing(sqlite3.connect(large)) as database:
        days = database.execute("SELECT key, max(day) - min(day) FROM passage_key GROUP BY key").fetchall()
    assert max(apart for _, apart in days) < 40


def _count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as database:
        found: int = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return found


def _days(path: Path) -> tuple[str, str]:
    with closing(sqlite3.connect(path)) as database:
        first, last = database.execute("SELECT min(first_day), max(last_day) FROM incident").fetchone()
    return first, last

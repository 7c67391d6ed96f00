from __future__ import annotations

from tallystick.ledger import Ledger
from tallystick.model.report import Failure


def failure(path: str, code: str = "E103") -> Failure:
    return Failure(path=path, code=code, message=f"{path}: is empty \x00")


def test_failures_come_back_sorted_and_once(ledger: Ledger) -> None:
    ledger.save_failures([failure("b"), failure("a", "E109"), failure("a"), failure("b")])
    assert ledger.failures() == (failure("a"), failure("a", "E109"), failure("b"))


def test_a_failure_stays_until_its_path_is_tried_again(ledger: Ledger) -> None:
    ledger.save_failures([failure("a"), failure("b")])
    ledger.save_failures([failure("c")], tried=["a", "c"])
    assert ledger.failures() == (failure("b"), failure("c"))


def test_the_same_run_twice_changes_nothing(ledger: Ledger) -> None:
    for _ in range(2):
        ledger.save_failures([failure("a"), failure("b", "E101")], tried=["a", "b"])
    assert ledger.failures() == (failure("a"), failure("b", "E101"))


def test_failures_are_in_the_record(ledger: Ledger) -> None:
    ledger.save_failures([failure("a")])
    assert ledger.record().failures == (failure("a"),)

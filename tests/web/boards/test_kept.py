from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.pipeline import derive
from tallystick.web.boards import kept
from tallystick.web.boards.kept import Kept


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(max_workers=1) as made:
        yield made


def test_it_is_made_once_and_anew_after_a_derivation(ledger: Ledger, worker: ThreadPoolExecutor) -> None:
    numbers = count(1)
    board: Kept[int] = Kept(ledger, lambda *_: next(numbers), worker)
    assert (board.now().made, board.now().made) == (1, 1)
    derive(ledger, whole=True)
    assert board.now().made == 2


def test_what_was_made_before_is_given_to_the_making(ledger: Ledger, worker: ThreadPoolExecutor) -> None:
    board: Kept[list[int]] = Kept(ledger, lambda _, before: [*(before or []), 1], worker)
    assert board.now().made == [1]
    derive(ledger, whole=True)
    assert board.now().made == [1, 1]


def test_while_it_is_being_made_what_was_before_is_shown_and_told_to_be_behind(
    ledger: Ledger, worker: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on, numbers = Event(), count(1)

    def make(*_: object) -> int:
        number = next(numbers)
        if number > 1:
            may_go_on.wait()
        return number

    board: Kept[int] = Kept(ledger, make, worker)
    first = board.now()
    derive(ledger, whole=True)
    monkeypatch.setattr(kept, "PATIENCE", 0.01)
    assert (board.now().made, board.now().is_behind, board.now().turn) == (1, True, first.turn)
    may_go_on.set()
    monkeypatch.setattr(kept, "PATIENCE", 60)
    assert (board.now().made, board.now().is_behind) == (2, False)


def test_where_nothing_was_made_yet_that_is_told(
    ledger: Ledger, worker: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FIRST_PATIENCE", 0.01)
    may_go_on = Event()
    board: Kept[bool] = Kept(ledger, lambda *_: may_go_on.wait(), worker)
    with pytest.raises(TallystickError) as told:
        board.now()
    assert told.value.code is Code.E810
    may_go_on.set()


def test_a_fault_in_making_it_is_told_and_tried_again(ledger: Ledger, worker: ThreadPoolExecutor) -> None:
    numbers = count(1)

    def make(*_: object) -> int:
        if (number := next(numbers)) == 1:
            raise ValueError
        return number

    board: Kept[int] = Kept(ledger, make, worker)
    with pytest.raises(ValueError):  # noqa: PT011
        board.now()
    assert board.now().made == 2

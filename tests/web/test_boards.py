from __future__ import annotations

from itertools import count

from tallystick.ledger import Ledger
from tallystick.pipeline import derive
from tallystick.web.boards import Kept


def test_it_is_made_once_and_anew_after_a_derivation(ledger: Ledger) -> None:
    numbers = count(1)
    kept = Kept(ledger, lambda _: next(numbers))
    assert (kept.now(), kept.now()) == (1, 1)
    derive(ledger, whole=True)
    assert kept.now() == 2

from __future__ import annotations

import pytest

from tallystick.ledger import Ledger
from tests.ledger.making import content, many, minted


def test_ids_given_once_are_kept_and_sorted(ledger: Ledger) -> None:
    ledger.add_reports(many(4))
    ids = [minted(one) for one, _ in many(4)]
    record = ledger.record()
    ledger.save_derived(record, ids[:2])
    ledger.save_derived(record, ids[1:])
    ledger.save_derived(record)
    assert ledger.minted() == tuple(sorted(ids, key=lambda one: one.id))


def test_an_id_is_never_given_for_something_else(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    one = minted(many(1)[0][0])
    ledger.save_derived(ledger.record(), [one])
    before = content(ledger)
    with pytest.raises(ValueError, match="given before"):
        ledger.save_derived(ledger.record(), [one.model_copy(update={"ordinal": 1})])
    assert content(ledger) == before


def test_two_meanings_of_one_id_at_once_are_refused(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    one = minted(many(1)[0][0])
    with pytest.raises(ValueError, match="given before"):
        ledger.save_derived(ledger.record(), [one, one.model_copy(update={"ordinal": 1})])
    assert ledger.minted() == ()

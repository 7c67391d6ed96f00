from __future__ import annotations

from tallystick.ledger import Ledger
from tallystick.pipeline import derive
from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.web.adding.parcel import pack_parcel
from tallystick.web.adding.work import add_reports


def test_what_came_is_told_also_after_derivations_that_changed_nothing(ledger: Ledger) -> None:
    for _ in range(3):
        derive(ledger, whole=True)
    with pack_parcel(published=None) as parcel:
        parcel.add_text("Rockets hit the town of Gao in Mali on 3 March 2024, killing two.", title="", publisher="")
        outcome, failures = add_reports(ledger, parcel, fetcher=Fetcher(), tell=lambda **_: None)
        parcel.discard()
    assert failures == ()
    assert len(outcome.new) == 1
    assert len(outcome.incidents) == 1

"""Tallies are checked against the incidents on file when they are read, not with every report that comes in."""

from __future__ import annotations

from tallystick.derivation.whole import reconcile_all
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.ledger import Ledger, OvertakenError
from tallystick.model.mention import TallyMention


def settle_tallies(ledger: Ledger, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> None:
    """Reconciles those tallies anew that what changed can touch."""
    while True:
        turn = ledger.turn()
        with ledger.standing() as standing:
            waiting = standing.stale_tallies()
            mentions = [m for m in standing.mentions(waiting) if isinstance(m, TallyMention)]
        if not waiting:
            return
        tallies = reconcile_all(mentions, ledger.incidents(), ledger.mentions(), ledger.reports(), knowledge, gazetteer)
        try:
            ledger.save_tallies(tallies, turn=turn)
        except OvertakenError:
            continue

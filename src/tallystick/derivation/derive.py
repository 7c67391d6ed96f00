"""Bringing a ledger up to date: only what is new is derived, or everything where what all rests on has changed."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from tallystick import __version__
from tallystick.derivation.copying import found_anew
from tallystick.derivation.found import with_set_aside
from tallystick.derivation.fresh import look
from tallystick.derivation.known import what_is_known
from tallystick.derivation.part import derive_part
from tallystick.derivation.tallying import settle_tallies
from tallystick.derivation.whole import derive_whole
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.ledger import Ledger, OvertakenError
from tallystick.model.record import Record
from tallystick.resolution.linkage import link, load_model
from tallystick.resolution.resolve import Linking
from tallystick.resolution.uncollected import uncollected

MOST_CHANGED = 0.25
"""From this share of reports that changed on, deriving everything is faster. Our choice; the outcome is the same."""


@dataclass(frozen=True)
class Derived:
    """What bringing a ledger up to date took.

    ``record`` is set where everything was derived. ``looked_at`` and ``rewritten`` count incidents.
    """

    looked_at: int
    rewritten: int
    record: Record | None = None


def bring_up_to_date(
    ledger: Ledger,
    *,
    knowledge: KnowledgeBase,
    gazetteer: Gazetteer,
    whole: bool = False,
    linking: Linking = link,
) -> Derived:
    """Derives what is new since the last time; or everything, with ``whole`` and where that is called for.

    Everything is derived the first time, when the knowledge base, the linkage model or Tallystick itself is another
    one, and when much of what is on file changed. Either way the outcome is the same. If another derivation is saved
    meanwhile, which may rest on more, it begins anew. ``linking`` scores the pairs where everything is derived.
    """
    while True:
        try:
            return _derive_once(ledger, knowledge, gazetteer, whole=whole, linking=linking)
        except OvertakenError:
            continue


def derive(
    ledger: Ledger,
    *,
    knowledge: KnowledgeBase,
    gazetteer: Gazetteer,
    whole: bool = False,
    linking: Linking = link,
) -> Record:
    """Brings the ledger up to date, its tallies too, and gives all that it then says."""
    derived = bring_up_to_date(ledger, knowledge=knowledge, gazetteer=gazetteer, whole=whole, linking=linking)
    return derived.record or read_record(ledger, knowledge=knowledge, gazetteer=gazetteer)


def read_record(ledger: Ledger, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> Record:
    """All that the ledger says, its tallies checked against the incidents now on file."""
    settle_tallies(ledger, knowledge=knowledge, gazetteer=gazetteer)
    record = ledger.record()
    return record.model_copy(update={"reports": with_set_aside(ledger, record.reports)})


def _derive_once(
    ledger: Ledger, knowledge: KnowledgeBase, gazetteer: Gazetteer, *, whole: bool, linking: Linking
) -> Derived:
    turn = ledger.turn()
    inputs = _inputs(knowledge)
    # One search for garbage would go over all knowledge, and take as long as a report does.
    with uncollected(), ledger.standing() as standing:
        dirt, dirty = standing.dirty()
        if not whole and inputs == standing.inputs() and standing.has_reports(ceil(len(dirty) / MOST_CHANGED)):
            knows = what_is_known(knowledge, gazetteer)
            fresh = look(
                standing,
                dirt=dirt,
                dirty=dirty,
                found=found_anew(standing, dirty, knowledge),
                decisions=standing.decisions_in_force(until=turn.decision),
                taken=standing.decisions_since(until=turn.decision),
                knows=knows,
            )
            part = derive_part(standing, fresh, knowledge=knowledge, knows=knows)
            ledger.save_delta(part.delta, turn=turn)
            return Derived(looked_at=part.looked_at, rewritten=len(part.delta.incidents))
    made = derive_whole(
        ledger, knowledge=knowledge, gazetteer=gazetteer, inputs=inputs, dirt=dirt, turn=turn, linking=linking
    )
    ledger.save_derived(made.record, made.minted, filing=made.filing, turn=turn)
    count = len(made.record.incidents)
    return Derived(looked_at=count, rewritten=count, record=made.record)


def _inputs(knowledge: KnowledgeBase) -> str:
    """What beside reports, readings and decisions the derived state rests on."""
    return f"tallystick {__version__}, knowledge {knowledge.fingerprint}, linkage {load_model().version}"

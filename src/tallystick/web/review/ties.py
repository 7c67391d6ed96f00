"""What holds two tellings together, or may: the joins of an incident, and the incidents that it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tallystick.ledger import Ledger
from tallystick.model.incident import Incident, Join, MayBe
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.resolution.anchors import anchors_of
from tallystick.web.review.decided import Decided, subject_of_pair


@dataclass(frozen=True)
class Tie:
    """Two sides, by the ids of mentions that were joined or of incidents left apart; and how likely they are one."""

    left: str
    right: str
    score: float
    found: Join | MayBe

    @property
    def is_joined(self) -> bool:
        """True if both sides are held for one incident now."""
        return isinstance(self.found, Join)

    @property
    def certainty(self) -> float:
        """How sure the machine is of what stands on file: that they are one, or that they are not."""
        return self.score if self.is_joined else round(1 - self.score, 4)


def ties_of(incident: Incident) -> list[Tie]:
    """The ties that the machine made or left open, the least sure first."""
    joins = [Tie(j.left, j.right, j.score, j) for j in incident.joins if j.steps and j.score < 1]
    apart = [Tie(incident.id, each.id, each.score, each) for each in incident.may_be]
    return sorted([*joins, *apart], key=lambda tie: (tie.certainty, tie.left, tie.right))


def least_sure(incident: Incident, decided: Decided, ledger: Ledger) -> Tie | None:
    """The least sure tie that nobody looked at; null where there is none."""
    ties = ties_of(incident)
    if not ties or incident.id not in decided.incidents_with_pairs:
        return ties[0] if ties else None
    with ledger.standing() as standing:
        others = {i.id: i for i in (incident, *standing.incidents({each.id for each in incident.may_be}))}
        told = {m.id: m for m in standing.mentions({m for i in others.values() for m in i.mentions})}
    events = {id_: mention for id_, mention in told.items() if isinstance(mention, EventMention)}
    return next((tie for tie in ties if _subject(tie, others, events) not in decided.latest), None)


def _subject(tie: Tie, incidents: Mapping[str, Incident], events: Mapping[str, EventMention]) -> tuple[object, ...]:
    def words(side: str) -> list[Quote]:
        ids = incidents[side].mentions if side in incidents else (side,)
        return [quote for id_ in ids if id_ in events for quote in anchors_of(events[id_])]

    left, right = words(tie.left), words(tie.right)
    return subject_of_pair(left, right) if left and right else ()

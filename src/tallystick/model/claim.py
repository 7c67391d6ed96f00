"""A claim of responsibility, over incidents."""

from __future__ import annotations

from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import ClaimMode, ClaimStatus, Quantifier


class ClaimCover(Noun):
    """What a claim reaches: the incidents named, or a quantified set of which no single one is marked."""

    incident_ids: tuple[str, ...] = ()
    quantifier: Quantifier


class Claim(Noun):
    """A claim, its ``id`` being that of the mention that tells it."""

    id: str
    report_id: str
    quote: Quote
    claimant: ActorRef
    covers: ClaimCover
    mode: ClaimMode
    status: ClaimStatus

"""A claim of responsibility, over incidents, and what became of it."""

from __future__ import annotations

from pydantic import Field

from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import ClaimMode, ClaimStatus, ClaimStep, Quantifier
from tallystick.model.when import When


class ClaimChannel(Noun):
    """By which outlet, service or platform a claim was made, as the report names it."""

    name: str
    quote: Quote


class ClaimScope(Noun):
    """The set that a quantified claim is over, as far as told: where, when and on whom, and the words that say so."""

    place: str | None = None
    when: When = When()
    target: str | None = None
    quote: Quote


class ClaimCover(Noun):
    """What a claim reaches: the incidents named, or a quantified set of which no single one is marked.

    ``number`` is how many are claimed, ``of`` out of how many ("two of the three"); null where no numeral says so.
    """

    incident_ids: tuple[str, ...] = ()
    quantifier: Quantifier
    number: int | None = Field(default=None, ge=1)
    of: int | None = Field(default=None, ge=1)
    scope: ClaimScope | None = None


class ClaimTurn(Noun):
    """What became of a claim, as a report tells it: ``by`` whom and when, if told."""

    step: ClaimStep
    by: ActorRef | None = None
    when: When = When()
    quote: Quote


class LifeStep(Noun):
    """One step in the life of a claim, as one report tells it.

    ``on`` is the day of the step where the report tells one; ``by`` is who took the step, where that is told: who
    claimed over it, took it down or back, or disputes it. ``claim_id`` is the mention of the claim that tells the step;
    null where only the telling of the incident names the claimant.
    """

    step: ClaimStep
    on: When | None = None
    by: ActorRef | None = None
    report_id: str
    quote: Quote
    claim_id: str | None = None


class Claim(Noun):
    """A claim, its ``id`` being that of the mention that tells it.

    ``status`` is how the claim stands after every report on file, not only after its own; ``ground`` quotes what it
    rests on. ``life`` tells every step that any report gives of this claimant's claim over the same incidents, in
    order. ``made_on`` is the first day on which a report says that it was made. ``superseded_by`` is the id of the
    claim that took its place.
    """

    id: str
    report_id: str
    quote: Quote
    claimant: ActorRef
    covers: ClaimCover
    mode: ClaimMode
    channel: ClaimChannel | None = None
    made_on: When | None = None
    status: ClaimStatus
    ground: tuple[Quote, ...] = ()
    superseded_by: str | None = None
    life: tuple[LifeStep, ...] = ()

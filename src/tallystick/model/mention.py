"""What one report says, in its own words: events, claims, tallies, relations and statements."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from tallystick.model.actor import ActorRef, Participant
from tallystick.model.base import Noun
from tallystick.model.claim import ClaimChannel, ClaimScope, ClaimTurn
from tallystick.model.place import Where
from tallystick.model.quote import Quote
from tallystick.model.terms import (
    CasualtyGroup,
    ClaimMode,
    ClaimStatus,
    Comparator,
    EventKind,
    Grade,
    GroundKind,
    LinkKind,
    Modality,
    Outcome,
    Predicate,
    Quantifier,
    Responsibility,
    StatementKind,
    TallyUnit,
    WeaponKind,
)
from tallystick.model.when import When


class Range(Noun):
    """A count as low, best and high; null where there is no bound."""

    low: int | None = Field(default=None, ge=0)
    best: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        known = [n for n in (self.low, self.best, self.high) if n is not None]
        if known != sorted(known):
            raise ValueError(f"counts out of order: low {self.low}, best {self.best}, high {self.high}")
        return self


class CountedRange(Range):
    """A count and the words that carry it."""

    quote: Quote


class WeaponUse(Noun):
    """A weapon as a report names it."""

    kind: WeaponKind
    quote: Quote


class GroupHarm(Noun):
    """Of one group of people: how many were killed and injured, null where that is not told."""

    group: CasualtyGroup
    killed: CountedRange | None = None
    injured: CountedRange | None = None


class Casualties(Noun):
    """People killed and injured. Null is "not told"; zero only where the report says nobody.

    ``groups`` holds what is told of civilians, combatants, women and children apart, each group once. They are parts
    of the whole and overlap, so they need not add up to it.
    """

    killed: CountedRange | None = None
    injured: CountedRange | None = None
    groups: tuple[GroupHarm, ...] = ()

    def of(self, group: CasualtyGroup) -> GroupHarm | None:
        """What is told of a group; null if nothing."""
        return next((g for g in self.groups if g.group is group), None)


class Reporter(Noun):
    """On whose word the report says it ("according to …")."""

    name: str
    actor_id: str | None = None
    quote: Quote


class OutcomeRead(Noun):
    """An outcome and the words that carry it."""

    value: Outcome
    quote: Quote


class Link(Noun):
    """How one event of a report stands to others. ``mention_ids`` is empty when the other side is only described."""

    kind: LinkKind
    mention_ids: tuple[str, ...] = ()
    description: str
    quote: Quote


class Ground(Noun):
    """What a report says that an attribution rests on, with the words that say so.

    ``actor`` is whom it points to; null where that is whoever the mention names as having done it.
    """

    kind: GroundKind
    actor: ActorRef | None = None
    quote: Quote


class StatePart(Noun):
    """What a report says that a state, or a body of one, had to do with the deed of others, and the words that say so.

    ``by`` is on whose word it is said; null for the report's own.
    """

    state: ActorRef
    part: Responsibility
    by: ActorRef | None = None
    quote: Quote


class MentionBase(Noun):
    """What all mentions share. ``confidence`` is the reader's own, 0 to 1; ``reader`` is its name and version."""

    id: str
    report_id: str
    quote: Quote
    modality: Modality = Modality.ACTUAL
    confidence: float = Field(ge=0, le=1)
    reader: str


class EventMention(MentionBase):
    """One report's telling of one event.

    ``place_doubtful`` and the like do not exist: what is not told is null. ``background`` marks history told to
    explain; ``counted_apart`` gives the ids of mentions that the report itself tells apart from this one.
    ``status_cue`` is ``confirmed`` where an authority confirms it, ``claimed_only`` where only a claimant tells it,
    ``unconfirmed`` where the report doubts it.
    """

    kind: Literal["event"] = "event"
    event_kind: EventKind
    trigger: Quote
    when: When = When()
    where: Where | None = None
    participants: tuple[Participant, ...] = ()
    weapons: tuple[WeaponUse, ...] = ()
    weapon_count: CountedRange | None = None
    casualties: Casualties = Casualties()
    outcome: OutcomeRead | None = None
    reporter: Reporter | None = None
    links: tuple[Link, ...] = ()
    background: bool = False
    plural: bool = False
    status_cue: Literal["confirmed", "reported", "claimed_only", "unconfirmed"] = "reported"
    counted_apart: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    state_parts: tuple[StatePart, ...] = ()


class ClaimMention(MentionBase):
    """A claim of responsibility as a report tells it: over the given event mentions, or over a quantified set.

    ``number`` is how many are claimed, ``of`` out of how many; ``when`` is the day on which it was made. ``turns`` tell
    what became of it, in the order told, and ``status`` what that comes to in this report alone. ``is_shared`` marks
    one of several claimants who claim together, ``takes_over`` a claim that is told to take the place of another.
    """

    kind: Literal["claim"] = "claim"
    claimant: Participant
    covers: tuple[str, ...] = ()
    quantifier: Quantifier = Quantifier.ONE
    number: int | None = Field(default=None, ge=1)
    of: int | None = Field(default=None, ge=1)
    scope: ClaimScope | None = None
    mode: ClaimMode = ClaimMode.UNKNOWN
    channel: ClaimChannel | None = None
    status: ClaimStatus = ClaimStatus.STANDING
    when: When = When()
    turns: tuple[ClaimTurn, ...] = ()
    is_shared: bool = False
    takes_over: bool = False


class TallyScope(Noun):
    """What a tally counts over. ``areas`` are country codes or place ids, empty where none is told."""

    actor: ActorRef | None = None
    target: ActorRef | None = None
    areas: tuple[str, ...] = ()
    weapons: tuple[WeaponKind, ...] = ()


class TallyPart(Noun):
    """One addend of a tally ("14 in Iraq")."""

    scope: str
    value: int = Field(ge=0)


class Revised(Noun):
    """An earlier count that a tally replaces ("raised from 115 to 118").

    ``mention_id`` is the tally of that count, where the report tells as of when it stood ("up from 15 a week ago").
    """

    value: int = Field(ge=0)
    quote: Quote
    mention_id: str | None = None


class TallyMention(MentionBase):
    """A count that somebody quotes. ``until`` null means: up to the day of the report."""

    kind: Literal["tally"] = "tally"
    counter: ActorRef | None = None
    quoted_by: str | None = None
    unit: TallyUnit
    scope: TallyScope = TallyScope()
    since: date | None = None
    until: date | None = None
    comparator: Comparator
    value: int = Field(ge=0)
    value_low: int | None = None
    value_high: int | None = None
    parts: tuple[TallyPart, ...] = ()
    window_quote: Quote | None = None
    revises: Revised | None = None


_COPULAS = (["is"], ["are"], ["was"], ["were"])


class RelationMention(MentionBase):
    """What a report says of how two actors stand to each other.

    ``unnamed`` lists the sides that only describe somebody ("older militias"): such words point to nobody outside their
    report.
    """

    kind: Literal["relation"] = "relation"
    subject: ActorRef
    predicate: Predicate
    object: ActorRef
    since: date | None = None
    until: date | None = None
    grade: Grade = Grade.ASSERTED
    unnamed: tuple[Literal["subject", "object"], ...] = ()

    @property
    def is_in_passing(self) -> bool:
        """True where only what a set without a name is called tells it ("Iran-backed militias"), and no verb does."""
        told = self.quote.exact.removeprefix(self.subject.name).split()
        return "subject" in self.unnamed and self.predicate is Predicate.BACKED_BY and told[:1] not in _COPULAS


class StatementMention(MentionBase):
    """Something said that is no event: an intent, a position, an assessment, a call, a threat, a remark on a site."""

    kind: Literal["statement"] = "statement"
    statement_kind: StatementKind
    by: ActorRef | None = None
    about: str | None = None


Mention = Annotated[
    EventMention | ClaimMention | TallyMention | RelationMention | StatementMention, Field(discriminator="kind")
]

"""The shape of every row that is not simply a noun: what the JSON Schemas are made from."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, RootModel

from tallystick.model.actor import ActorRef, Participant
from tallystick.model.base import Noun
from tallystick.model.change import FieldChange, Subject
from tallystick.model.expression import Timex
from tallystick.model.mention import (
    Casualties,
    ClaimMention,
    CountedRange,
    Ground,
    Link,
    RelationMention,
    StatementMention,
    StatePart,
    TallyMention,
    WeaponUse,
)
from tallystick.model.place import Place, Where
from tallystick.model.quote import Quote
from tallystick.model.relation import BaseSays
from tallystick.model.report import Copied, Credit
from tallystick.model.terms import (
    ActorType,
    DateBasis,
    DatelineBasis,
    DatePrecision,
    EventKind,
    Grade,
    Modality,
    Outcome,
    PlacePrecision,
    Predicate,
    RelationStanding,
    StatementKind,
    ToponymUse,
)
from tallystick.model.when import When


class ReportRow(Noun):
    """A line of ``reports.jsonl``. ``id`` is the SHA-256 of the text; the text itself stays in the ledger."""

    id: str
    path: str | None
    url: str | None
    publisher: str | None
    title: str | None
    published_on: date | None
    published_basis: DatelineBasis
    language: str | None
    syndicated_from: str | None
    copied: Copied | None
    credited_to: Credit | None
    set_aside: bool


class EventRow(Noun):
    """An event in ``mentions.jsonl``. Plain codes stand beside the quotes that carry them."""

    id: str
    report_id: str
    path: str | None
    kind: Literal["event"]
    quote: Quote
    trigger: Quote
    modality: Modality
    confidence: float = Field(ge=0, le=1)
    event_kind: EventKind
    when: When
    where: Where | None
    participants: tuple[Participant, ...]
    weapons: tuple[WeaponUse, ...]
    weapon_count: CountedRange | None
    casualties: Casualties
    outcome: Outcome | None
    outcome_quote: Quote | None
    reporter: str | None
    reporter_id: str | None
    reporter_quote: Quote | None
    links: tuple[Link, ...]
    background: bool
    plural: bool
    status_cue: Literal["confirmed", "reported", "claimed_only", "unconfirmed"]
    counted_apart: tuple[str, ...]
    grounds: tuple[Ground, ...]
    state_parts: tuple[StatePart, ...]
    incident_id: str | None
    reader: str


class ClaimMentionRow(ClaimMention):
    """A claim in ``mentions.jsonl``."""

    path: str | None
    incident_id: None


class TallyMentionRow(TallyMention):
    """A tally in ``mentions.jsonl``."""

    path: str | None
    incident_id: None


class RelationMentionRow(RelationMention):
    """A relation in ``mentions.jsonl``."""

    path: str | None
    incident_id: None


class StatementMentionRow(StatementMention):
    """A statement in ``mentions.jsonl``."""

    path: str | None
    incident_id: None


class MentionRow(
    RootModel[
        Annotated[
            EventRow | ClaimMentionRow | TallyMentionRow | RelationMentionRow | StatementMentionRow,
            Field(discriminator="kind"),
        ]
    ]
):
    """A line of ``mentions.jsonl``, and of ``tallystick extract``."""


class RelationRow(Noun):
    """A line of ``relations.jsonl``."""

    id: str
    report_id: str
    quote: Quote
    subject: ActorRef
    predicate: Predicate
    object: ActorRef
    since: date | None
    until: date | None
    grade: Grade
    unnamed: tuple[Literal["subject", "object"], ...]
    standing: RelationStanding
    decided_by: int | None
    base: BaseSays


class StatementRow(Noun):
    """A line of ``statements.jsonl``."""

    id: str
    report_id: str
    quote: Quote
    kind: StatementKind
    by: ActorRef | None
    about: str | None


class DateRow(Noun):
    """A date expression, from ``tallystick extract --layer dates``."""

    quote: Quote
    start: date | None
    end: date | None
    precision: DatePrecision
    basis: DateBasis
    year_assumed: bool
    timex: Timex


class PlaceRow(Noun):
    """A toponym, from ``tallystick extract --layer places``. All of the place is null where nothing fits."""

    quote: Quote
    use: ToponymUse
    id: str | None
    name: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision | None
    candidates: tuple[Place, ...]
    why: str


class ActorRow(Noun):
    """A name of an actor, from ``tallystick extract --layer actors``."""

    quote: Quote
    actor_id: str | None
    name: str
    type: ActorType
    backer_id: str | None
    acts_for: ActorType | None
    member_ids: tuple[str, ...]
    described: Quote | None
    why: str


class ChangeRow(Noun):
    """A line of ``tallystick diff --format json``, the feed of corrections, and of ``tallystick log --format json``, in
    which a line may also be a decision.

    ``at`` is when the ``derivation`` of that number was saved, in UTC. ``subject`` and ``id`` say what it is of;
    ``incident_id`` is the id again where that is an incident. ``version`` is that of the incident afterwards, null
    where it stands no more; ``points_to`` is the incident that it was merged with. Of an incident added the ``fields``
    give what it is at a glance, of all else added or gone what it tells or told, of all others what changed. Why:
    ``reports`` are the ids of new reports that tell it, ``decisions`` the numbers of decisions on it, ``readers`` those
    who read reports of it anew; of a claim or a tally also those behind the incidents with which it changed.
    ``summary`` and ``why`` say it in words; of a decision, ``why`` is how it stands.
    """

    derivation: int | None
    at: str
    subject: Subject
    id: str | None
    incident_id: str | None
    what: Literal["added", "changed", "merged", "withdrawn", "revived", "decided"]
    version: str | None
    points_to: str | None
    fields: tuple[FieldChange, ...]
    reports: tuple[str, ...]
    decisions: tuple[int, ...]
    readers: tuple[str, ...]
    summary: str
    why: str


class DeletedRow(Noun):
    """An id of an incident that stands no more, and what it was merged into."""

    id: str
    merged_into: str | None
    why: str


class SiteRow(Noun):
    """A site at which incidents are on file, and when they happened: a look back, in no order but that of its id."""

    id: str
    name: str
    country: str | None
    incidents: int
    first_day: date | None
    last_day: date | None

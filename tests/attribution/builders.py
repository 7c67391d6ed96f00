"""A small war of our own, built by hand for the tests of this room."""

from __future__ import annotations

from datetime import date

from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.actor import ActorRef, Participant
from tallystick.model.incident import Incident
from tallystick.model.mention import ClaimMention, EventMention, RelationMention, Reporter
from tallystick.model.quote import Quote
from tallystick.model.relation import KnownRelation
from tallystick.model.report import Report
from tallystick.model.terms import (
    ActorType,
    EventKind,
    Grade,
    ParticipantType,
    Predicate,
    Quantifier,
    Role,
)

STATE = ActorRef(id="ru", name="Ruritania")
ARMY = ActorRef(id="ru-armed-forces", name="Ruritanian army")
BANNER = ActorRef(id="banner", name="Banner of the Hills")
FRONT = ActorRef(id="red-front", name="Red Front")
WING = ActorRef(id="red-wing", name="Red Wing")
SYLVANIA = ActorRef(id="sy", name="Sylvania")
GUARD = ActorRef(id="sylvanian-guard", name="Sylvanian Guard")
PACT = ActorRef(id="pact", name="The Pact")
STRANGERS = ActorRef(name="Sons of the Storm")


def known(ref: ActorRef, actor_type: ActorType, *, country: str | None = None) -> KnownActor:
    return KnownActor(id=ref.id or "", name=ref.name, type=actor_type, country=country, citation="made up")


def relation(
    subject: ActorRef,
    predicate: Predicate,
    object_: ActorRef,
    grade: Grade = Grade.PREPONDERANCE,
    *,
    until: date | None = None,
) -> KnownRelation:
    return KnownRelation(
        subject=subject.id or "",
        predicate=predicate,
        object=object_.id or "",
        grade=grade,
        until=until,
        citation="A study",
    )


ACTORS = (
    known(STATE, ActorType.STATE),
    known(ARMY, ActorType.ARMED_FORCES, country="ru"),
    known(SYLVANIA, ActorType.STATE),
    known(GUARD, ActorType.CORPS, country="sy"),
    known(BANNER, ActorType.BRAND),
    known(FRONT, ActorType.MILITIA),
    known(WING, ActorType.MILITIA),
    known(PACT, ActorType.COALITION),
)
RELATIONS = (
    relation(BANNER, Predicate.BRAND_OF, FRONT),
    relation(BANNER, Predicate.BRAND_OF, WING),
    relation(FRONT, Predicate.BACKED_BY, GUARD, Grade.OFFICIAL_FINDING),
    relation(WING, Predicate.BACKED_BY, GUARD, Grade.OFFICIAL_FINDING),
)


def knowledge(*relations: KnownRelation) -> KnowledgeBase:
    return KnowledgeBase(actors=ACTORS, relations=relations or RELATIONS)


def quote(exact: str = "an attack on the fort", *, report_id: str = "r1", start: int = 0) -> Quote:
    return Quote(report_id=report_id, start=start, end=start + len(exact), exact=exact)


def report(report_id: str = "r1", *, day: int = 10, syndicated_from: str | None = None) -> Report:
    return Report(id=report_id, text="…", published_on=date(2021, 6, day), syndicated_from=syndicated_from)


def participant(
    ref: ActorRef, role: Role, *, report_id: str = "r1", start: int = 0, alleged: bool = False
) -> Participant:
    return Participant(
        role=role,
        type=ParticipantType.ORGANISATION,
        name=ref.name,
        actor_id=ref.id,
        quote=quote(ref.name, report_id=report_id, start=start),
        alleged=alleged,
    )


def event(
    mention_id: str = "m1", *roles: tuple[ActorRef, Role], report_id: str = "r1", **fields: object
) -> EventMention:
    base: dict[str, object] = {
        "id": mention_id,
        "report_id": report_id,
        "quote": quote(report_id=report_id),
        "trigger": quote("attack", report_id=report_id),
        "event_kind": EventKind.ATTACK_UNSPECIFIED,
        "confidence": 0.9,
        "reader": "test",
        "participants": tuple(participant(ref, role, report_id=report_id) for ref, role in roles),
    }
    return EventMention.model_validate(base | fields)


def blamed(mention_id: str, ref: ActorRef, *, reporter: Reporter | None = None) -> EventMention:
    """An event for which an actor is blamed by nobody who is named."""
    doer = participant(ref, Role.PERPETRATOR, alleged=True)
    return event(mention_id, participants=(doer,), reporter=reporter)


def reporter(ref: ActorRef) -> Reporter:
    return Reporter(name=ref.name, actor_id=ref.id, quote=quote(ref.name))


def claim(
    claimant: ActorRef = BANNER,
    covers: tuple[str, ...] = ("m1",),
    *,
    mention_id: str = "c1",
    report_id: str = "r1",
    **fields: object,
) -> ClaimMention:
    base: dict[str, object] = {
        "id": mention_id,
        "report_id": report_id,
        "quote": quote("claimed responsibility", report_id=report_id),
        "claimant": participant(claimant, Role.CLAIMANT, report_id=report_id),
        "covers": covers,
        "quantifier": Quantifier.ONE,
        "confidence": 0.9,
        "reader": "test",
    }
    return ClaimMention.model_validate(base | fields)


def told_relation(subject: ActorRef, predicate: Predicate, object_: ActorRef) -> RelationMention:
    return RelationMention(
        id="rel1",
        report_id="r1",
        quote=quote("acts under the name of"),
        subject=subject,
        predicate=predicate,
        object=object_,
        confidence=0.9,
        reader="test",
    )


def incident(incident_id: str = "i1", mentions: tuple[str, ...] = ("m1",), **fields: object) -> Incident:
    day = date(2021, 6, 9)
    base: dict[str, object] = {
        "id": incident_id,
        "kind": "attack_unspecified",
        "start": day,
        "end": day,
        "mentions": mentions,
    }
    return Incident.model_validate(base | fields)

"""Random reports of a small world, and random decisions on what they come to."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from tallystick.knowledge.names import fold_name
from tallystick.ledger import Ledger
from tallystick.model.actor import ActorRef, Participant
from tallystick.model.claim import ClaimTurn
from tallystick.model.decision import Act
from tallystick.model.incident import Incident
from tallystick.model.mention import (
    ClaimMention,
    EventMention,
    Link,
    Mention,
    RelationMention,
    TallyMention,
    TallyScope,
)
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.relation import RelationEnds
from tallystick.model.terms import (
    ClaimStep,
    Comparator,
    DatePrecision,
    EventKind,
    LinkKind,
    Modality,
    ParticipantType,
    Predicate,
    Quantifier,
    Role,
    TallyUnit,
)
from tallystick.model.when import When
from tests.derivation.world import Told, report_of
from tests.resolution.build import BATH, BRAND, EAST, FORT, HAMLET, LAND, MEMBER, MONDAY, POWER, TOWN, event, on, quote

STRANGER = ActorRef(name="Marsh Wolves")
DAYS: list[date | None] = [MONDAY, MONDAY, MONDAY + timedelta(days=1), None]
WEEK = on(MONDAY - timedelta(days=1), until=MONDAY + timedelta(days=5), precision=DatePrecision.WEEK)
WHENS: list[When | None] = [None] * 5 + [WEEK, When(timex="XXXX-WXX-1"), When(timex="XXXX-WXX-2")]
PLACES: list[Place | None] = [BATH, BATH, TOWN, FORT, EAST, LAND, HAMLET, None]
KINDS = [EventKind.DRONE_ATTACK, EventKind.DRONE_ATTACK, EventKind.ROCKET_ATTACK, EventKind.ATTACK_UNSPECIFIED]
PUBLISHED: list[date | None] = [*(MONDAY + timedelta(days=n) for n in range(4)), None]
KILLED: list[tuple[int | None, int | None, int | None] | None] = [None, (1, 1, 1), (2, 3, None), (0, 0, 0)]
QUANTIFIERS = [Quantifier.ONE, Quantifier.ONE, Quantifier.SEVERAL, Quantifier.ALL, Quantifier.MOST]
TURNS = [ClaimStep.SUPERSEDED, ClaimStep.WITHDRAWN, ClaimStep.DENIED, ClaimStep.DISPUTED]
MODALITIES = [Modality.ACTUAL] * 6 + [Modality.DENIED, Modality.PLANNED]


@st.composite
def reports(draw: st.DrawFn, *, least: int = 2, most: int = 5) -> list[Told]:
    """Some reports, each with what was read in it."""
    return [draw(_told(f"r{n}")) for n in range(draw(st.integers(least, most)))]


@st.composite
def _told(draw: st.DrawFn, name: str) -> Told:
    report = report_of(name, draw(st.sampled_from(PUBLISHED)))
    size = draw(st.integers(1, 4))
    mentions: list[Mention] = [draw(_event(report.id, name, at, size)) for at in range(size)]
    said = quote(report.id, 500, "said")
    mentions += [draw(_claim(f"{name}-{n}", name, said, size)) for n in range(draw(st.sampled_from([0, 1, 1, 2])))]
    if draw(st.integers(0, 3)) == 0:
        one, other = draw(st.permutations([BRAND, MEMBER, POWER]))[:2]
        predicate = draw(st.sampled_from([Predicate.BRAND_OF, Predicate.BACKED_BY, Predicate.MEMBER_OF]))
        mentions.append(
            RelationMention(id=f"r-{name}", report_id=report.id, quote=said, confidence=1, reader="hand", subject=one,
                            predicate=predicate, object=other)
        )  # fmt: skip
    if draw(st.integers(0, 2)) == 0:
        scope = TallyScope(areas=draw(st.sampled_from([(), ("XA",)])), actor=draw(st.sampled_from([None, BRAND])))
        mentions.append(
            TallyMention(id=f"t-{name}", report_id=report.id, quote=said, confidence=1, reader="hand",
                         unit=TallyUnit.ATTACKS, scope=scope, since=draw(st.sampled_from([None, MONDAY])),
                         until=draw(st.sampled_from([None, MONDAY + timedelta(days=2)])),
                         comparator=Comparator.AT_LEAST, value=5)
        )  # fmt: skip
    return Told(report, tuple(mentions))


@st.composite
def _event(draw: st.DrawFn, report_id: str, name: str, at: int, size: int) -> EventMention:
    links = []
    if at and draw(st.integers(0, 4)) == 0:
        cause = f"m-{name}-{draw(st.integers(0, at - 1))}"
        links = [Link(kind=LinkKind.RESPONDS_TO, mention_ids=(cause,), description="", quote=quote(report_id, 10 * at))]
    told_at = draw(st.sampled_from([at, at, at, max(at - 1, 0)]))  # now and then in one breath with the one before
    return event(
        report_id,
        10 * told_at,
        name=f"m-{name}-{at}",
        kind=draw(st.sampled_from(KINDS)),
        day=draw(st.sampled_from(DAYS)),
        when=draw(st.sampled_from(WHENS)),
        place=draw(st.sampled_from(PLACES)),
        by=draw(st.sampled_from([None, None, POWER, MEMBER, BRAND])),
        claimed_by=draw(st.sampled_from([None, None, None, BRAND])),
        modality=draw(st.sampled_from(MODALITIES)),
        killed=draw(st.sampled_from(KILLED)),
        apart=[f"m-{name}-{n}" for n in draw(st.sets(st.integers(0, size - 1), max_size=1)) if n != at],
        links=links,
        background=draw(st.integers(0, 7)) == 0,
    )


@st.composite
def _claim(draw: st.DrawFn, claim: str, name: str, said: Quote, size: int) -> ClaimMention:
    who = draw(st.sampled_from([BRAND, BRAND, MEMBER, POWER]))
    covers = draw(st.sets(st.integers(0, size - 1)))
    turns = [
        ClaimTurn(step=step, by=draw(st.sampled_from([None, BRAND, POWER])), quote=said)
        for step in draw(st.lists(st.sampled_from(TURNS), max_size=1))
    ]
    claimant = Participant(
        role=Role.CLAIMANT, type=ParticipantType.ORGANISATION, name=who.name, actor_id=who.id, quote=said,
        described=draw(st.sampled_from([None, said])),
    )  # fmt: skip
    return ClaimMention(
        id=f"c-{claim}", report_id=said.report_id, quote=said, confidence=1, reader="hand", claimant=claimant,
        covers=tuple(f"m-{name}-{n}" for n in sorted(covers)), quantifier=draw(st.sampled_from(QUANTIFIERS)),
        turns=tuple(turns), takes_over=draw(st.integers(0, 4)) == 0, is_shared=draw(st.integers(0, 4)) == 0,
    )  # fmt: skip


def decide(ledger: Ledger, data: st.DataObject) -> None:
    """Takes some decision on some incidents or on a relation, or takes one back."""
    record = ledger.record()
    if not record.incidents:
        return
    if record.relations and data.draw(st.integers(0, 2)) == 0:
        _decide_on_a_relation(ledger, record, data)
        return
    if data.draw(st.integers(0, 5)) == 0:
        _decide_on_the_name(ledger, data)
        return
    act = data.draw(st.sampled_from([Act.REJECT, Act.ACCEPT, Act.EDIT, Act.MERGE, Act.SPLIT, Act.UNDO]))
    if act is Act.UNDO:
        if active := ledger.active_decisions():
            ledger.append_decision(act, by="ann", undoes=data.draw(st.sampled_from(active)).id)
        return
    ours = data.draw(st.sampled_from(record.incidents))
    anchors = _anchors(record, ours)
    if act is Act.MERGE:
        theirs = data.draw(st.sampled_from(record.incidents))
        others = _anchors(record, theirs)
        ledger.append_decision(act, by="ann", incident_id=ours.id, anchors=anchors, other_anchors=others)
    elif act is Act.SPLIT:
        out = data.draw(st.sampled_from(record.events_of(ours)))
        ledger.append_decision(act, by="ann", incident_id=ours.id, anchors=anchors, other_anchors=[out.trigger])
    elif act is Act.ACCEPT or (act is Act.REJECT and data.draw(st.booleans())):
        told = data.draw(st.sampled_from(record.events_of(ours)))
        words = [told.trigger] if told.where is None else [told.trigger, told.where.quote]
        ledger.append_decision(act, by="ann", incident_id=ours.id, anchors=words, mention_id=told.id)
    elif act is Act.EDIT:
        killed = '{"low": 1, "best": 1, "high": 1}'
        ledger.append_decision(act, by="ann", incident_id=ours.id, anchors=anchors, field="killed", value=killed)
    else:
        ledger.append_decision(act, by="ann", incident_id=ours.id, anchors=anchors)


def _decide_on_a_relation(ledger: Ledger, record: Record, data: st.DataObject) -> None:
    told = data.draw(st.sampled_from(record.relations))
    ends = RelationEnds(subject=told.subject, predicate=told.predicate, object=told.object)
    act = data.draw(st.sampled_from([Act.REJECT, Act.REJECT, Act.ACCEPT]))
    ledger.append_decision(act, by="ann", anchors=[told.quote], relation=ends)


def _decide_on_the_name(ledger: Ledger, data: st.DataObject) -> None:
    name = fold_name(STRANGER.name)
    if data.draw(st.booleans()):
        actor = data.draw(st.sampled_from([BRAND, MEMBER]))
        ledger.append_decision(Act.SAME, by="ann", name=name, actor=actor)
    else:
        ledger.append_decision(data.draw(st.sampled_from([Act.ACCEPT, Act.REJECT])), by="ann", name=name)


def _anchors(record: Record, incident: Incident) -> list[Quote]:
    return [
        q for m in record.events_of(incident) for q in ([m.trigger] if m.where is None else [m.trigger, m.where.quote])
    ]

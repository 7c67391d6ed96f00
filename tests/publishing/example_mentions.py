"""What the example's reports say: events, claims, tallies, relations and statements."""

from __future__ import annotations

from datetime import date

from tallystick.model.actor import ActorRef, Participant
from tallystick.model.mention import (
    Casualties,
    ClaimMention,
    CountedRange,
    EventMention,
    Link,
    Mention,
    OutcomeRead,
    RelationMention,
    Reporter,
    StatementMention,
    TallyMention,
    TallyPart,
    TallyScope,
    WeaponUse,
)
from tallystick.model.place import Place, Where
from tallystick.model.quote import Quote
from tallystick.model.report import Report
from tallystick.model.terms import (
    ClaimMode,
    ClaimStatus,
    Comparator,
    DateBasis,
    DatePrecision,
    EventKind,
    Grade,
    LinkKind,
    Modality,
    Outcome,
    ParticipantType,
    Predicate,
    Quantifier,
    Role,
    StatementKind,
    TallyUnit,
    WeaponKind,
)
from tallystick.model.when import When
from tests.publishing.example_reports import (
    ASAD,
    COPY,
    EASTERN_SYRIA,
    ERBIL,
    FAYLAQ,
    HAMAS,
    IRGC,
    IRI,
    KH,
    KSS,
    LOCAL,
    MINISTRY,
    NINEVEH,
    NUJABA,
    OMAR,
    REPORTS,
    SHADDADI,
    SOUTHERN_ISRAEL,
    THINK_TANK,
    US,
    WIRE,
    quote,
)

READER = "rules 1"


def whose(role: Role, ref: ActorRef, words: Quote) -> Participant:
    return Participant(role=role, type=ParticipantType.ORGANISATION, name=ref.name, actor_id=ref.id, quote=words)


def event(
    key: str,
    report: Report,
    exact: str,
    trigger: str,
    kind: EventKind,
    *,
    day: tuple[str, date, date, DatePrecision, DateBasis] | None = None,
    place: tuple[Place, str] | None = None,
    **fields: object,
) -> EventMention:
    words = quote(report, exact)
    when = When()
    if day:
        when = When(start=day[1], end=day[2], precision=day[3], basis=day[4], quote=quote(report, day[0]))
    where = Where(**place[0].model_dump(), quote=quote(report, place[1])) if place else None
    return EventMention.model_validate(
        {
            "id": key,
            "report_id": report.id,
            "quote": words,
            "confidence": 0.8,
            "reader": READER,
            "event_kind": kind,
            "trigger": quote(report, trigger),
            "when": when,
            "where": where,
            **fields,
        }
    )


def on(words: str, day: int, basis: DateBasis = DateBasis.EXPLICIT) -> tuple[str, date, date, DatePrecision, DateBasis]:
    return words, date(2023, 10, day), date(2023, 10, day), DatePrecision.DAY, basis


EVENTS = (
    event(
        "m-01", WIRE, "Two one-way drones were launched at Ain al-Asad Air Base in western Iraq on Wednesday", "launched",
        EventKind.DRONE_ATTACK, day=on("on Wednesday", 25, DateBasis.WEEKDAY), place=(ASAD, "Ain al-Asad Air Base"),
        weapons=(WeaponUse(kind=WeaponKind.DRONE, quote=quote(WIRE, "drones")),),
        weapon_count=CountedRange(low=2, best=2, high=2, quote=quote(WIRE, "Two")),
        casualties=Casualties(injured=CountedRange(low=3, best=3, high=3, quote=quote(WIRE, "three soldiers"))),
        outcome=OutcomeRead(value=Outcome.INTERCEPTED, quote=quote(WIRE, "both were shot down")),
        reporter=Reporter(name="a defence official", quote=quote(WIRE, "a defence official said")),
        participants=(
            Participant(role=Role.TARGET, type=ParticipantType.FACILITY, name="Ain al-Asad Air Base", quote=quote(WIRE, "Ain al-Asad Air Base")),
        ),
    ),
    event(
        "m-02", LOCAL, "Five soldiers were injured at Ain al-Asad on 25 October", "injured", EventKind.ATTACK_UNSPECIFIED,
        day=on("on 25 October", 25), place=(ASAD, "Ain al-Asad"),
        casualties=Casualties(injured=CountedRange(low=5, best=5, high=5, quote=quote(LOCAL, "Five soldiers"))),
        reporter=Reporter(name="a medic", quote=quote(LOCAL, "a medic said")),
    ),
    event(
        "m-03", WIRE, "a rocket fell near the Omar oil field in Syria", "fell", EventKind.ROCKET_ATTACK,
        day=on("Hours later", 25, DateBasis.RELATIVE_TO_DATELINE), place=(OMAR, "Omar oil field"),
        weapons=(WeaponUse(kind=WeaponKind.ROCKET, quote=quote(WIRE, "rocket")),),
        outcome=OutcomeRead(value=Outcome.MISSED, quote=quote(WIRE, "fell near")),
    ),
    event(
        "m-04", MINISTRY, "U.S. aircraft struck two ammunition stores in eastern Syria on 27 October", "struck",
        EventKind.AIRSTRIKE, day=on("on 27 October", 27), place=(EASTERN_SYRIA, "eastern Syria"),
        participants=(whose(Role.PERPETRATOR, US, quote(MINISTRY, "U.S. aircraft")),),
        status_cue="confirmed",
        links=(
            Link(kind=LinkKind.RESPONDS_TO, mention_ids=("m-01", "m-03"), description="the attacks on American troops",
                 quote=quote(MINISTRY, "in answer to the attacks on American troops")),
        ),
    ),
    event(
        "m-05", MINISTRY, "On Friday evening drones were again sent against the Ain al-Asad base", "sent",
        EventKind.DRONE_ATTACK, day=on("On Friday evening", 27, DateBasis.WEEKDAY), place=(ASAD, "Ain al-Asad base"),
        weapons=(WeaponUse(kind=WeaponKind.DRONE, quote=quote(MINISTRY, "drones")),),
        casualties=Casualties(
            killed=CountedRange(low=0, best=0, high=0, quote=quote(MINISTRY, "nobody was hurt")),
            injured=CountedRange(low=0, best=0, high=0, quote=quote(MINISTRY, "nobody was hurt")),
        ),
        status_cue="confirmed",
    ),
    event(
        "m-06", LOCAL, "Rockets hit the Green Village base at the Omar field", "hit", EventKind.ROCKET_ATTACK,
        day=on("on October 29", 29), place=(OMAR, "the Omar field"),
        weapons=(WeaponUse(kind=WeaponKind.ROCKET, quote=quote(LOCAL, "Rockets")),),
        outcome=OutcomeRead(value=Outcome.HIT, quote=quote(LOCAL, "hit")), counted_apart=("m-07",),
    ),
    event(
        "m-07", LOCAL, "Rockets hit the Green Village base at the Omar field and the Shaddadi base in Hasakah on October 29",
        "hit", EventKind.ROCKET_ATTACK, day=on("on October 29", 29), place=(SHADDADI, "the Shaddadi base"),
        weapons=(WeaponUse(kind=WeaponKind.ROCKET, quote=quote(LOCAL, "Rockets")),),
        outcome=OutcomeRead(value=Outcome.HIT, quote=quote(LOCAL, "hit")), counted_apart=("m-06",),
    ),
    event(
        "m-08", LOCAL, "Residents of Nineveh province spoke of a blast in the last days of the month", "blast",
        EventKind.BOMBING, place=(NINEVEH, "Nineveh province"), status_cue="unconfirmed", modality=Modality.ALLEGED,
        day=("in the last days of the month", date(2023, 10, 21), date(2023, 10, 31), DatePrecision.PART_OF_MONTH,
             DateBasis.RELATIVE_TO_DATELINE),
    ),
    event(
        "m-09", LOCAL, "The Faylaq al-Shamal, a name not heard before, says it shelled a convoy near Erbil", "shelled",
        EventKind.SHELLING, place=(ERBIL, "Erbil"), status_cue="claimed_only", modality=Modality.ALLEGED,
        participants=(whose(Role.CLAIMANT, FAYLAQ, quote(LOCAL, "Faylaq al-Shamal")),),
    ),
    event(
        "m-10", THINK_TANK, "the Hamas attack on southern Israel in early October", "attack", EventKind.ATTACK_UNSPECIFIED,
        place=(SOUTHERN_ISRAEL, "southern Israel"), background=True,
        day=("in early October", date(2023, 10, 1), date(2023, 10, 10), DatePrecision.PART_OF_MONTH,
             DateBasis.RELATIVE_TO_DATELINE),
        participants=(whose(Role.PERPETRATOR, HAMAS, quote(THINK_TANK, "Hamas")),),
    ),
    event(
        "m-11", LOCAL, "the outposts could be overrun", "overrun", EventKind.RAID, modality=Modality.HYPOTHETICAL,
    ),
    event(
        "m-12", COPY, "Two one-way drones were launched at Ain al-Asad Air Base in western Iraq on Wednesday", "launched",
        EventKind.DRONE_ATTACK, day=on("on Wednesday", 25, DateBasis.WEEKDAY), place=(ASAD, "Ain al-Asad Air Base"),
    ),
)  # fmt: skip


def relation(key: str, exact: str, subject: ActorRef, how: Predicate, obj: ActorRef) -> RelationMention:
    report = next(report for report in REPORTS if exact in report.text)
    return RelationMention(
        id=key, report_id=report.id, quote=quote(report, exact), confidence=0.8, reader=READER, subject=subject,
        predicate=how, object=obj, grade=Grade.ASSERTED,
    )  # fmt: skip


FRONT = "The brand is a front for Kata'ib Hezbollah, Harakat Hezbollah al-Nujaba and Kata'ib Sayyid al-Shuhada"
BACKS = "Iran's Revolutionary Guard backs each of them"
RELATIONS = (
    relation("m-30", FRONT, IRI, Predicate.FRONT_FOR, KH),
    relation("m-31", FRONT, IRI, Predicate.FRONT_FOR, NUJABA),
    relation("m-32", FRONT, IRI, Predicate.FRONT_FOR, KSS),
    relation("m-33", BACKS, KH, Predicate.BACKED_BY, IRGC),
    relation("m-34", BACKS, NUJABA, Predicate.BACKED_BY, IRGC),
    relation("m-35", BACKS, KSS, Predicate.BACKED_BY, IRGC),
    relation("m-36", "a banner used by Kata'ib Hezbollah and other groups", IRI, Predicate.BRAND_OF, KH),
)

STATEMENTS = (
    StatementMention(
        id="m-40", report_id=MINISTRY.id, quote=quote(MINISTRY, "The strikes were meant to keep further attacks from happening"),
        confidence=0.8, reader=READER, statement_kind=StatementKind.INTENT, by=US, about="the strikes",
    ),
    StatementMention(
        id="m-41", report_id=MINISTRY.id, quote=quote(MINISTRY, "We do not want a wider war"), confidence=0.8,
        reader=READER, statement_kind=StatementKind.POSITION, by=US, about=None,
    ),
    StatementMention(
        id="m-42", report_id=LOCAL.id, quote=quote(LOCAL, "If the fighting spreads, the outposts could be overrun"),
        confidence=0.7, reader=READER, statement_kind=StatementKind.ASSESSMENT, by=None, about="the outposts",
    ),
)  # fmt: skip

CLAIM_MENTIONS = (
    ClaimMention(
        id="m-20", report_id=WIRE.id, quote=quote(WIRE, "said on Telegram that it fired the drones"), confidence=0.9,
        reader=READER, claimant=whose(Role.CLAIMANT, IRI, quote(WIRE, "The Islamic Resistance in Iraq")), covers=("m-01",),
        mode=ClaimMode.TELEGRAM,
    ),
    ClaimMention(
        id="m-21", report_id=THINK_TANK.id, quote=quote(THINK_TANK, "has claimed most of the attacks since then"),
        confidence=0.9, reader=READER, quantifier=Quantifier.MOST,
        claimant=whose(Role.CLAIMANT, IRI, quote(THINK_TANK, "The Islamic Resistance in Iraq")),
    ),
    ClaimMention(
        id="m-22", report_id=LOCAL.id, quote=quote(LOCAL, "says it shelled a convoy near Erbil"), confidence=0.9,
        reader=READER, claimant=whose(Role.CLAIMANT, FAYLAQ, quote(LOCAL, "Faylaq al-Shamal")), covers=("m-09",),
        status=ClaimStatus.DISPUTED,
    ),
)  # fmt: skip

SCOPE = TallyScope(target=US, areas=("IQ", "SY"))
TALLY_MENTIONS = (
    TallyMention(
        id="m-50", report_id=WIRE.id, quote=quote(WIRE, "The department counts at least 12 attacks on U.S. forces since October 17, eight in Iraq and four in Syria"),
        confidence=0.9, reader=READER, unit=TallyUnit.ATTACKS, scope=SCOPE, since=date(2023, 10, 17),
        comparator=Comparator.AT_LEAST, value=12, value_low=12, window_quote=quote(WIRE, "since October 17"),
        counter=ActorRef(name="the department"), parts=(TallyPart(scope="IQ", value=8), TallyPart(scope="SY", value=4)),
    ),
    TallyMention(
        id="m-51", report_id=THINK_TANK.id, quote=quote(THINK_TANK, "There were 14 attacks from October 17 to October 31"),
        confidence=0.9, reader=READER, unit=TallyUnit.ATTACKS, scope=SCOPE, since=date(2023, 10, 17),
        until=date(2023, 10, 31), comparator=Comparator.EXACT, value=14, value_low=14, value_high=14,
    ),
)  # fmt: skip

MENTIONS: tuple[Mention, ...] = (
    *EVENTS, *CLAIM_MENTIONS, *RELATIONS, *STATEMENTS, *TALLY_MENTIONS,
)  # fmt: skip

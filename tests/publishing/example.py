"""A record made by hand, as the road would make it from five short reports of our own."""

from __future__ import annotations

import hashlib
from datetime import date

from tallystick.model.actor import Actor, ActorRef, Participant
from tallystick.model.attribution import Attribution, ChainStep
from tallystick.model.claim import Claim, ClaimCover
from tallystick.model.disagreement import Disagreement
from tallystick.model.exchange import Exchange
from tallystick.model.incident import Conflict, ConflictValue, Incident, Join, Tombstone
from tallystick.model.mention import (
    Casualties,
    ClaimMention,
    CountedRange,
    EventMention,
    Link,
    Mention,
    OutcomeRead,
    Range,
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
from tallystick.model.record import Record
from tallystick.model.relation import KnownRelation
from tallystick.model.report import Failure, Report
from tallystick.model.tally import Outside, Reconciliation, Tally
from tallystick.model.terms import (
    ActorType,
    AttributionBasis,
    AttributionMode,
    AttributionRole,
    ClaimMode,
    ClaimStatus,
    Comparator,
    Confidence,
    DateBasis,
    DatelineBasis,
    DatePrecision,
    EventKind,
    Grade,
    Likelihood,
    LinkKind,
    Modality,
    Outcome,
    ParticipantType,
    PlacePrecision,
    Predicate,
    Quantifier,
    ReviewState,
    Role,
    StatementKind,
    Status,
    TallyUnit,
    Verdict,
    WeaponKind,
)
from tallystick.model.when import When

READER = "rules 1"


def make_report(name: str, text: str, day: date | None, **fields: str | None) -> Report:
    return Report(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        path=f"reports/{name}.txt",
        published_on=day,
        published_basis=DatelineBasis.HEADER if day else DatelineBasis.NONE,
        **{"language": "en", **fields},
    )


WIRE = make_report(
    "wire",
    "Two one-way drones were launched at Ain al-Asad Air Base in western Iraq on Wednesday; both were shot down and "
    "three soldiers were slightly hurt, a defence official said. The Islamic Resistance in Iraq, a banner used by "
    "Kata'ib Hezbollah and other groups that Iran supports, said on Telegram that it fired the drones. Hours later "
    "a rocket fell near the Omar oil field in Syria. The department counts at least 12 attacks on U.S. forces since "
    "October 17, eight in Iraq and four in Syria.",
    date(2023, 10, 26),
    publisher="Meridian Wire",
    title="Drones at Ain al-Asad",
)
COPY = make_report(
    "harbour-post",
    WIRE.text + " (Meridian)",
    date(2023, 10, 26),
    publisher="The Harbour Post",
    syndicated_from=WIRE.id,
)
MINISTRY = make_report(
    "ministry",
    "U.S. aircraft struck two ammunition stores in eastern Syria on 27 October in answer to the attacks on American "
    "troops. The strikes were meant to keep further attacks from happening. We do not want a wider war. On Friday "
    "evening drones were again sent against the Ain al-Asad base; nobody was hurt.",
    date(2023, 10, 28),
    publisher="Press office, Department of Defense",
)
LOCAL = make_report(
    "local",
    "Rockets hit the Green Village base at the Omar field and the Shaddadi base in Hasakah on October 29. "
    "Residents of Nineveh province spoke of a blast in the last days of the month. Five soldiers were injured at "
    "Ain al-Asad on 25 October, a medic said. If the fighting spreads, the outposts could be overrun. The Faylaq "
    "al-Shamal, a name not heard before, says it shelled a convoy near Erbil; officials in Erbil deny it.",
    date(2023, 11, 1),
    publisher="Furat Local",
    title=None,
)
THINK_TANK = make_report(
    "think-tank",
    "After the Hamas attack on southern Israel in early October, militias in Iraq and Syria went back to the rocket "
    "war. The Islamic Resistance in Iraq has claimed most of the attacks since then. The brand is a front for "
    "Kata'ib Hezbollah, Harakat Hezbollah al-Nujaba and Kata'ib Sayyid al-Shuhada, and Iran's Revolutionary Guard "
    "backs each of them. There were 14 attacks from October 17 to October 31.",
    date(2023, 11, 2),
    publisher="Institute for the Study of Quiet",
    title="Behind the banner",
)
ARABIC = make_report("arabic", "بيان صادر عن المقاومة", date(2023, 10, 30), publisher="قناة الميدان", language="ar")
REPORTS = (WIRE, COPY, MINISTRY, LOCAL, THINK_TANK, ARABIC)


def quote(report: Report, exact: str) -> Quote:
    start = report.text.index(exact)
    return Quote(report_id=report.id, start=start, end=start + len(exact), exact=exact)


ASAD = Place(
    id="site:ain-al-asad", name="Ain al-Asad Air Base", admin1="Anbar", country="IQ", latitude=33.7856,
    longitude=42.4412, precision=PlacePrecision.SITE, radius_km=3,
)  # fmt: skip
OMAR = Place(
    id="site:omar-field", name="Omar oil field", admin1="Deir ez-Zor", country="SY", latitude=35.0833,
    longitude=40.5667, precision=PlacePrecision.SITE, radius_km=5,
)  # fmt: skip
SHADDADI = Place(
    id="site:shaddadi", name="Al-Shaddadi base", admin1="Hasakah", country="SY", latitude=36.0233,
    longitude=40.7311, precision=PlacePrecision.SITE, radius_km=3,
)  # fmt: skip
EASTERN_SYRIA = Place(
    id="region:eastern-syria", name="eastern Syria", country="SY", latitude=35.4, longitude=40.4,
    precision=PlacePrecision.REGION, radius_km=120,
)  # fmt: skip
NINEVEH = Place(
    id="iso:IQ-NI", name="Nineveh", admin1="Nineveh", country="IQ", latitude=36.0, longitude=42.3,
    precision=PlacePrecision.PROVINCE, radius_km=110,
)  # fmt: skip
ERBIL = Place(
    id="geonames:95446", name="Erbil", admin1="Erbil", country="IQ", latitude=36.19, longitude=44.01,
    precision=PlacePrecision.TOWN, radius_km=8,
)  # fmt: skip
SOUTHERN_ISRAEL = Place(
    id="region:southern-israel", name="southern Israel", country="IL", latitude=31.2, longitude=34.7,
    precision=PlacePrecision.REGION, radius_km=70,
)  # fmt: skip

IRI = ActorRef(id="islamic-resistance-in-iraq", name="Islamic Resistance in Iraq")
KH = ActorRef(id="kataib-hezbollah", name="Kata'ib Hezbollah")
NUJABA = ActorRef(id="harakat-hezbollah-al-nujaba", name="Harakat Hezbollah al-Nujaba")
KSS = ActorRef(id="kataib-sayyid-al-shuhada", name="Kata'ib Sayyid al-Shuhada")
IRGC = ActorRef(id="irgc", name="Islamic Revolutionary Guard Corps")
IRAN = ActorRef(id="iran", name="Iran")
US = ActorRef(id="us-forces", name="United States Armed Forces")
HAMAS = ActorRef(id="hamas", name="Hamas")
FAYLAQ = ActorRef(id=None, name="Faylaq al-Shamal")


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
CLAIMS = (
    Claim(id="m-20", report_id=WIRE.id, quote=CLAIM_MENTIONS[0].quote, claimant=IRI, mode=ClaimMode.TELEGRAM,
          covers=ClaimCover(incident_ids=("i-01",), quantifier=Quantifier.ONE), status=ClaimStatus.STANDING),
    Claim(id="m-21", report_id=THINK_TANK.id, quote=CLAIM_MENTIONS[1].quote, claimant=IRI, mode=ClaimMode.UNKNOWN,
          covers=ClaimCover(quantifier=Quantifier.MOST), status=ClaimStatus.STANDING),
    Claim(id="m-22", report_id=LOCAL.id, quote=CLAIM_MENTIONS[2].quote, claimant=FAYLAQ, mode=ClaimMode.STATEMENT,
          covers=ClaimCover(incident_ids=("i-08",), quantifier=Quantifier.ONE), status=ClaimStatus.DISPUTED),
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
TALLIES = (
    Tally(
        id="m-50", report_id=WIRE.id, quote=TALLY_MENTIONS[0].quote, counter=ActorRef(name="the department"),
        unit=TallyUnit.ATTACKS, scope=SCOPE, since=date(2023, 10, 17), until=date(2023, 10, 26),
        comparator=Comparator.AT_LEAST, value=12, value_low=12, parts=TALLY_MENTIONS[0].parts,
        reconciliation=Reconciliation(
            inside=("i-01", "i-02"), missing=10, verdict=Verdict.INCOMPLETE,
            outside=(Outside(incident_id="i-03", why="an attack by U.S. forces, not on them"),
                     Outside(incident_id="i-04", why="after the report")),
            note="This report says at least 12 attacks; 2 are told one by one on file; 10 or more are not.",
        ),
    ),
    Tally(
        id="m-51", report_id=THINK_TANK.id, quote=TALLY_MENTIONS[1].quote, quoted_by="Institute for the Study of Quiet",
        unit=TallyUnit.ATTACKS, scope=SCOPE, since=date(2023, 10, 17), until=date(2023, 10, 31),
        comparator=Comparator.EXACT, value=14, value_low=14, value_high=14,
        reconciliation=Reconciliation(
            inside=("i-01", "i-02", "i-04", "i-05", "i-06"), missing=9, verdict=Verdict.INCOMPLETE,
            outside=(Outside(incident_id="i-07", why="nothing says that U.S. forces were the target"),),
            note="This report says 14 attacks; 5 are told one by one on file; 9 are not.",
        ),
    ),
)  # fmt: skip

ATTRIBUTION = Attribution(
    actors=(KH, NUJABA, KSS), mode=AttributionMode.ONE_OR_MORE_OF, attributor=None, role=AttributionRole.EXECUTOR,
    basis=AttributionBasis.NETWORK, likelihood=Likelihood.LIKELY, confidence=Confidence.LOW,
    confidence_why="one report asserts the link and nobody confirms it",
    chain=(
        ChainStep(text="The Islamic Resistance in Iraq claims the attack.", quotes=(CLAIM_MENTIONS[0].quote,)),
        ChainStep(text="A report calls the brand a front for three militias.", quotes=(RELATIONS[0].quote,)),
        ChainStep(text="The knowledge base lists Kata'ib Hezbollah as a user of the brand.", citation="Example Institute, Militia profiles, 2023"),
    ),
    sentences=(
        "It is likely that one or more of Kata'ib Hezbollah, Harakat Hezbollah al-Nujaba and Kata'ib Sayyid al-Shuhada carried it out.",
        "Confidence is low: one report asserts the link and nobody confirms it.",
    ),
)  # fmt: skip

INCIDENTS = (
    Incident(
        id="i-01", kind=EventKind.DRONE_ATTACK, weapons=(WeaponKind.DRONE,), weapon_count=Range(low=2, best=2, high=2),
        start=date(2023, 10, 25), end=date(2023, 10, 25), date_precision=DatePrecision.DAY, date_basis=DateBasis.EXPLICIT,
        place=ASAD, target="Ain al-Asad Air Base", target_actor=US, claimed_by=(IRI,), attributed_to=(ATTRIBUTION,),
        injured=Range(low=3, best=3, high=5), outcome=Outcome.INTERCEPTED, status=Status.CONFIRMED,
        mentions=("m-01", "m-02", "m-12"), sources=2,
        conflicts=(
            Conflict(field="injured", rule="the widest bounds are kept, the best count is that of the earliest report",
                     values=(ConflictValue(value="3", mention_ids=("m-01",)), ConflictValue(value="5", mention_ids=("m-02",)))),
        ),
        joins=(
            Join(left="m-01", right="m-02", score=0.91, reasons=("same site", "same day", "one tells the weapon, the other does not")),
            Join(left="m-01", right="m-12", score=1.0, reasons=("the same words, syndicated",)),
        ),
    ),
    Incident(
        id="i-02", kind=EventKind.ROCKET_ATTACK, weapons=(WeaponKind.ROCKET,), start=date(2023, 10, 25),
        end=date(2023, 10, 26), date_precision=DatePrecision.DAY, date_basis=DateBasis.RELATIVE_TO_DATELINE, place=OMAR,
        target_actor=US, outcome=Outcome.MISSED, mentions=("m-03",),
    ),
    Incident(
        id="i-03", kind=EventKind.AIRSTRIKE, start=date(2023, 10, 27), end=date(2023, 10, 27),
        date_precision=DatePrecision.DAY, date_basis=DateBasis.EXPLICIT, place=EASTERN_SYRIA,
        target="two ammunition stores", target_actor=IRGC, perpetrator=US, status=Status.CONFIRMED, mentions=("m-04",),
        responds_to=("i-01", "i-02"), review_state=ReviewState.ACCEPTED,
    ),
    Incident(
        id="i-04", kind=EventKind.DRONE_ATTACK, weapons=(WeaponKind.DRONE,), start=date(2023, 10, 27),
        end=date(2023, 10, 27), date_precision=DatePrecision.DAY, date_basis=DateBasis.WEEKDAY, place=ASAD, target_actor=US,
        killed=Range(low=0, best=0, high=0), injured=Range(low=0, best=0, high=0), status=Status.CONFIRMED, mentions=("m-05",),
    ),
    Incident(
        id="i-05", kind=EventKind.ROCKET_ATTACK, weapons=(WeaponKind.ROCKET,), start=date(2023, 10, 29),
        end=date(2023, 10, 29), date_precision=DatePrecision.DAY, date_basis=DateBasis.EXPLICIT, place=OMAR,
        target="the Green Village base", target_actor=US, outcome=Outcome.HIT, mentions=("m-06",),
    ),
    Incident(
        id="i-06", kind=EventKind.ROCKET_ATTACK, weapons=(WeaponKind.ROCKET,), start=date(2023, 10, 29),
        end=date(2023, 10, 29), date_precision=DatePrecision.DAY, date_basis=DateBasis.EXPLICIT, place=SHADDADI,
        target="the Shaddadi base", target_actor=US, outcome=Outcome.HIT, mentions=("m-07",),
    ),
    Incident(
        id="i-07", kind=EventKind.BOMBING, start=date(2023, 10, 21), end=date(2023, 10, 31),
        date_precision=DatePrecision.PART_OF_MONTH, date_basis=DateBasis.RELATIVE_TO_DATELINE, place=NINEVEH,
        mentions=("m-08",),
    ),
    Incident(
        id="i-08", kind=EventKind.SHELLING, place=ERBIL, target="a convoy", claimed_by=(FAYLAQ,),
        status=Status.CLAIMED_ONLY, mentions=("m-09",),
        conflicts=(
            Conflict(field="status", rule="a claim alone is not a report", values=(
                ConflictValue(value="claimed by Faylaq al-Shamal", mention_ids=("m-09",)),
                ConflictValue(value="denied by officials in Erbil", mention_ids=("m-09",)),
            )),
        ),
    ),
    Incident(
        id="i-09", kind=EventKind.ATTACK_UNSPECIFIED, start=date(2023, 10, 1), end=date(2023, 10, 10),
        date_precision=DatePrecision.PART_OF_MONTH, date_basis=DateBasis.RELATIVE_TO_DATELINE, place=SOUTHERN_ISRAEL,
        perpetrator=HAMAS, background=True, mentions=("m-10",),
    ),
    Incident(
        id="i-10", kind=EventKind.RAID, place=OMAR, review_state=ReviewState.REJECTED, status=Status.DISCOUNTED,
    ),
)  # fmt: skip

ACTORS = (
    Actor(id="unknown:faylaq-al-shamal", name="Faylaq al-Shamal", type=ActorType.UNKNOWN, known=False),
    Actor(id="hamas", name="Hamas", type=ActorType.ARMED_GROUP, known=True),
    Actor(id="harakat-hezbollah-al-nujaba", name="Harakat Hezbollah al-Nujaba", type=ActorType.MILITIA, known=True),
    Actor(id="irgc", name="Islamic Revolutionary Guard Corps", type=ActorType.CORPS, aliases=("Iran's Revolutionary Guard",), known=True),
    Actor(id="islamic-resistance-in-iraq", name="Islamic Resistance in Iraq", type=ActorType.BRAND, known=True),
    Actor(id="kataib-hezbollah", name="Kata'ib Hezbollah", type=ActorType.MILITIA, known=True),
    Actor(id="kataib-sayyid-al-shuhada", name="Kata'ib Sayyid al-Shuhada", type=ActorType.MILITIA, known=True),
    Actor(id="us-forces", name="United States Armed Forces", type=ActorType.ARMED_FORCES, aliases=("U.S. forces",), known=True),
)  # fmt: skip

MENTIONS: tuple[Mention, ...] = (
    *EVENTS, *CLAIM_MENTIONS, *RELATIONS, *STATEMENTS, *TALLY_MENTIONS,
)  # fmt: skip

RECORD = Record(
    reports=tuple(sorted(REPORTS, key=lambda r: r.id)),
    mentions=tuple(sorted(MENTIONS, key=lambda m: m.id)),
    incidents=INCIDENTS,
    tallies=TALLIES,
    claims=CLAIMS,
    relations=RELATIONS,
    statements=STATEMENTS,
    actors=tuple(sorted(ACTORS, key=lambda a: a.id)),
    tombstones=(Tombstone(id="i-00", points_to="i-01", why="merged by a reviewer"),),
    failures=(
        Failure(path="reports/scan.bin", code="E105", message="reports/scan.bin: is binary, not text; convert it to text first"),
        Failure(path="reports/arabic.txt", code="E201", message="reports/arabic.txt: no reader for language 'ar'; stored, listed and counted, not read"),
    ),
)  # fmt: skip

KNOWN_RELATIONS = (
    KnownRelation(subject="kataib-hezbollah", predicate=Predicate.BACKED_BY, object="irgc", since=date(2007, 1, 1), grade=Grade.OFFICIAL_FINDING, citation="Example Treasury, designation notice, 2009"),
    KnownRelation(subject="irgc", predicate=Predicate.SUBORDINATE_TO, object="iran", since=date(1979, 5, 5), grade=Grade.SELF_ACKNOWLEDGED, citation="Example Encyclopaedia, entry on the Guard"),
    KnownRelation(subject="harakat-hezbollah-al-nujaba", predicate=Predicate.MEMBER_OF, object="popular-mobilisation-forces", since=date(2014, 6, 1), grade=Grade.SELF_ACKNOWLEDGED, citation="Example Institute, Militia profiles, 2023"),
)  # fmt: skip
ACTOR_NAMES = {"iran": "Iran", "popular-mobilisation-forces": "Popular Mobilisation Forces"}
EXCHANGES = (
    Exchange(steps=("i-01", "i-03"), stated=True, text="The air strikes in eastern Syria answer the attacks on American troops.",
             quotes=(quote(MINISTRY, "in answer to the attacks on American troops"),)),
    Exchange(steps=("i-03", "i-04"), stated=False, text="The drones at Ain al-Asad came after the air strikes; no report says that one caused the other."),
)  # fmt: skip
DISAGREEMENTS = (
    Disagreement(
        tally_ids=("m-50", "m-51"), why="The windows differ: one ends on 26 October 2023, the other on 31 October 2023."
    ),
)

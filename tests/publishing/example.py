"""The record made from the example's mentions, as the road would make it."""

from __future__ import annotations

from datetime import date

from tallystick.model.actor import Actor, ActorRef, Candidate
from tallystick.model.attribution import Attribution, ChainStep
from tallystick.model.claim import Claim, ClaimCover
from tallystick.model.disagreement import Disagreement
from tallystick.model.exchange import Exchange
from tallystick.model.incident import Conflict, ConflictValue, Incident, Join, MayBe, Sourced, Step, Tombstone
from tallystick.model.mention import (
    Range,
)
from tallystick.model.outlet import Origin
from tallystick.model.record import Record
from tallystick.model.relation import KnownRelation, Relation
from tallystick.model.report import Failure
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
    DatePrecision,
    EventKind,
    Grade,
    Likelihood,
    Outcome,
    Predicate,
    Quantifier,
    ReviewState,
    Status,
    TallyUnit,
    Verdict,
    WeaponKind,
)
from tests.publishing.example_mentions import (
    CLAIM_MENTIONS,
    MENTIONS,
    RELATIONS,
    SCOPE,
    STATEMENTS,
    TALLY_MENTIONS,
)
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

CLAIMS = (
    Claim(id="m-20", report_id=WIRE.id, quote=CLAIM_MENTIONS[0].quote, claimant=IRI, mode=ClaimMode.TELEGRAM,
          covers=ClaimCover(incident_ids=("i-01",), quantifier=Quantifier.ONE), status=ClaimStatus.STANDING),
    Claim(id="m-21", report_id=THINK_TANK.id, quote=CLAIM_MENTIONS[1].quote, claimant=IRI, mode=ClaimMode.UNKNOWN,
          covers=ClaimCover(quantifier=Quantifier.MOST), status=ClaimStatus.STANDING),
    Claim(id="m-22", report_id=LOCAL.id, quote=CLAIM_MENTIONS[2].quote, claimant=FAYLAQ, mode=ClaimMode.STATEMENT,
          covers=ClaimCover(incident_ids=("i-08",), quantifier=Quantifier.ONE), status=ClaimStatus.DISPUTED),
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

STEPS = (
    Step(feature="prior", level="all", weight=-6.5, words="where all pairs begin"),
    Step(feature="report", level="two", weight=0.0, words="told in two reports"),
    Step(feature="day", level="same", weight=3.2, words="same day: 25 October 2023"),
    Step(feature="place", level="same_site", weight=7.93, words="same site: Ain al-Asad Air Base"),
    Step(feature="kind", level="same", weight=2.1, words="same kind: drone attack"),
    Step(feature="weapon", level="untold", weight=0.0, words="one tells the weapon, the other does not"),
    Step(feature="counts", level="differ", weight=-1.0, words="different numbers of injured: 3 and 5"),
)

INCIDENTS = (
    Incident(
        id="i-01", kind=EventKind.DRONE_ATTACK, weapons=(WeaponKind.DRONE,), weapon_count=Range(low=2, best=2, high=2),
        start=date(2023, 10, 25), end=date(2023, 10, 25), date_precision=DatePrecision.DAY, date_basis=DateBasis.EXPLICIT,
        place=ASAD, target="Ain al-Asad Air Base", target_actor=US, claimed_by=(IRI,), attributed_to=(ATTRIBUTION,),
        injured=Range(low=3, best=3, high=5), outcome=Outcome.INTERCEPTED, status=Status.CONFIRMED,
        mentions=("m-01", "m-02", "m-12"), sources=2,
        origins=(
            Origin(id="name:furat local", name="Furat Local", reports=(LOCAL.id,)),
            Origin(id="meridian.example", name="Meridian Wire", reports=tuple(sorted((WIRE.id, COPY.id)))),
        ),
        informants=(ActorRef(name="a defence official"), ActorRef(name="a medic")),
        conflicts=(
            Conflict(field="injured", rule="the widest bounds are kept, the best count is that of the earliest report",
                     values=(ConflictValue(value="3", mention_ids=("m-01",)), ConflictValue(value="5", mention_ids=("m-02",)))),
        ),
        sourced=(Sourced(field="kind", mention_ids=("m-01", "m-02", "m-12")), Sourced(field="outcome", mention_ids=("m-01", "m-12"))),
        joins=(
            Join(left="m-01", right="m-02", score=0.9815, weight=5.73, steps=STEPS, reasons=("same site: Ain al-Asad Air Base", "same day: 25 October 2023", "same kind: drone attack", "but different numbers of injured: 3 and 5")),
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
        may_be=(MayBe(id="i-08", score=0.42, reasons=("kinds that can be one: bombing and shelling", "40 km apart")),),
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
    Actor(id="unknown:faylaq-al-shamal", name="Faylaq al-Shamal", type=ActorType.UNKNOWN, known=False,
          candidate=Candidate(reports=1, contexts=(CLAIM_MENTIONS[2].quote,))),
    Actor(id="hamas", name="Hamas", type=ActorType.ARMED_GROUP, known=True),
    Actor(id="harakat-hezbollah-al-nujaba", name="Harakat Hezbollah al-Nujaba", type=ActorType.MILITIA, known=True),
    Actor(id="irgc", name="Islamic Revolutionary Guard Corps", type=ActorType.CORPS, aliases=("Iran's Revolutionary Guard",), known=True),
    Actor(id="islamic-resistance-in-iraq", name="Islamic Resistance in Iraq", type=ActorType.BRAND, known=True),
    Actor(id="kataib-hezbollah", name="Kata'ib Hezbollah", type=ActorType.MILITIA, known=True),
    Actor(id="kataib-sayyid-al-shuhada", name="Kata'ib Sayyid al-Shuhada", type=ActorType.MILITIA, known=True),
    Actor(id="us-forces", name="United States Armed Forces", type=ActorType.ARMED_FORCES, aliases=("U.S. forces",), known=True),
)  # fmt: skip

RECORD = Record(
    reports=tuple(sorted(REPORTS, key=lambda r: r.id)),
    mentions=tuple(sorted(MENTIONS, key=lambda m: m.id)),
    incidents=INCIDENTS,
    tallies=TALLIES,
    claims=CLAIMS,
    relations=tuple(Relation(**dict(told)) for told in RELATIONS),
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

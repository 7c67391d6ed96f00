"""Whole cases, told in our own words: what an analyst would sign."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tallystick.attribution.attribute import Attributed, attribute
from tallystick.knowledge.actors import KnownActor, Organ
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.actor import ActorRef
from tallystick.model.attribution import Attribution
from tallystick.model.incident import Incident, Settled, Sourced
from tallystick.model.mention import EventMention, Ground, Mention, Reporter, StatePart
from tallystick.model.report import Report
from tallystick.model.terms import (
    ActorType,
    AttributionBasis,
    AttributionMode,
    AttributionRole,
    AttributionStatus,
    Bearing,
    ClaimStatus,
    Confidence,
    EvidenceKind,
    GroundKind,
    Likelihood,
    Predicate,
    Quantifier,
    Responsibility,
    Role,
)
from tests.attribution import builders as b

FACADE = ActorRef(id="blood-guardians", name="Guardians of Blood")
PARENT = ActorRef(id="martyrs", name="Battalions of the Martyrs")
ELDER = ActorRef(id="elder", name="Elder Battalions")
SERVICE = ActorRef(name="the region's intelligence service")
KNOWN = (
    *b.ACTORS,
    b.known(FACADE, ActorType.FACADE),
    b.known(PARENT, ActorType.MILITIA),
    b.known(ELDER, ActorType.MILITIA),
)


def run(
    *mentions: Mention,
    incident: Incident | None = None,
    reports: Sequence[Report] = (b.report(),),
    knowledge: KnowledgeBase | None = None,
) -> Attributed:
    return attribute([incident or b.incident()], mentions, reports, knowledge=knowledge or b.knowledge())


def executors(done: Attributed) -> list[Attribution]:
    return [a for a in done.incidents[0].attributed_to if a.role is AttributionRole.EXECUTOR]


def facade_case() -> Attributed:
    """A facade claims; confessions name one group; a state believes two; a later article names the facade's parent."""
    confessed = Ground(kind=GroundKind.CONFESSION, quote=b.quote("confessed", report_id="r2"))
    mentions = (
        b.event("m1"),
        b.claim(FACADE),
        b.event("m2", (PARENT, Role.PERPETRATOR), (SERVICE, Role.ATTRIBUTOR), report_id="r2", grounds=(confessed,)),
        b.event(
            "m3", (PARENT, Role.PERPETRATOR), (ELDER, Role.PERPETRATOR), (b.STATE, Role.ATTRIBUTOR), report_id="r3"
        ),
        b.told_relation(FACADE, Predicate.FRONT_FOR, PARENT),
    )
    return run(
        *mentions,
        incident=b.incident(mentions=("m1", "m2", "m3")),
        reports=[b.report("r1", day=10), b.report("r2", day=12), b.report("r3", day=14)],
        knowledge=KnowledgeBase(actors=KNOWN, relations=b.RELATIONS),
    )


def test_three_attributors_stay_three_with_a_ground_and_a_day_each() -> None:
    found = {(a.attributor, a.actors): a for a in executors(facade_case()) if a.attributor}
    assert set(found) == {(FACADE, (FACADE,)), (SERVICE, (PARENT,)), (b.STATE, (PARENT, ELDER))}
    days = {who[0].name: str(a.date_made) for who, a in found.items()}
    assert days == {FACADE.name: "2021-06-10", SERVICE.name: "2021-06-12", b.STATE.name: "2021-06-14"}
    kinds = {e.kind for e in found[SERVICE, (PARENT,)].evidence}
    assert kinds >= {EvidenceKind.CONFESSION, EvidenceKind.AUTHORITY, EvidenceKind.BRAND_CLAIM, EvidenceKind.RELATION}


def test_what_agrees_on_the_parent_makes_it_likelier_than_the_pair() -> None:
    found = executors(facade_case())
    chance = {a.actors: a.opinion.projected for a in found if a.opinion}
    assert chance[PARENT,] > chance[PARENT, ELDER]
    (network,) = [a for a in found if a.basis is AttributionBasis.NETWORK]
    assert network.actors == (PARENT,)


def test_answers_come_with_the_most_probable_first() -> None:
    chances = [a.opinion.projected for a in executors(facade_case()) if a.opinion]
    assert chances == sorted(chances, reverse=True)


def test_a_claim_over_most_of_a_set_marks_no_incident() -> None:
    done = run(b.event(), b.claim(quantifier=Quantifier.MOST))
    assert done.incidents[0].attributed_to == ()
    assert "which incidents that covers is not told" in done.sentences["i1"][-1]


def test_a_claim_over_an_event_told_elsewhere_is_no_claim_over_a_set() -> None:
    done = run(b.event(), b.claim(covers=("m-of-another-incident",)))
    assert not any("which incidents that covers is not told" in said for said in done.sentences["i1"])


def test_a_brand_points_to_its_members_and_gives_their_backer_no_part() -> None:
    done = run(b.event(), b.claim())
    (members,) = [a for a in executors(done) if a.basis is AttributionBasis.NETWORK]
    assert (members.actors, members.mode) == ((b.FRONT, b.WING), AttributionMode.ONE_OR_MORE_OF)
    (backer,) = [a for a in done.incidents[0].attributed_to if a.role is AttributionRole.SPONSOR]
    assert (backer.actors, backer.responsibility) == ((b.GUARD,), None)
    assert any("ordered this incident" in s for s in backer.sentences)
    assert not any(b.SYLVANIA in a.actors for a in done.incidents[0].attributed_to)


def test_rival_claims_stay_both_and_speak_against_each_other() -> None:
    found = executors(run(b.event(), b.claim(b.FRONT), b.claim(b.STRANGERS, mention_id="c2")))
    assert {a.actors for a in found} == {(b.FRONT,), (b.STRANGERS,)}
    assert all([e.bears for e in a.evidence] == [Bearing.FOR, Bearing.AGAINST] for a in found)


def test_a_claim_that_its_claimant_denies_names_nobody() -> None:
    done = run(b.event(), b.claim(b.FRONT, status=ClaimStatus.DENIED))
    assert executors(done) == []
    assert done.sentences["i1"][0] == "Red Front denied a claim made under that name."


def test_a_disputed_claim_is_less_likely_than_one_that_is_not() -> None:
    (plain,) = executors(run(b.event(), b.claim(b.FRONT)))
    (disputed,) = executors(run(b.event(), b.claim(b.FRONT, status=ClaimStatus.DISPUTED)))
    assert (plain.likelihood, disputed.likelihood) == (Likelihood.LIKELY, Likelihood.ROUGHLY_EVEN)
    assert disputed.status is AttributionStatus.DISPUTED


def test_a_claim_taken_back_counts_for_nothing() -> None:
    (gone,) = executors(run(b.event(), b.claim(b.FRONT, status=ClaimStatus.WITHDRAWN)))
    assert (gone.status, gone.evidence[0].discount) == (AttributionStatus.WITHDRAWN, 0)
    assert any("does not tell how likely" in s for s in gone.sentences)


def test_copies_of_one_wire_make_nothing_surer() -> None:
    told = [b.event(f"m{n}", (b.FRONT, Role.PERPETRATOR), report_id=f"r{n}") for n in (1, 2, 3)]
    whole = b.incident(mentions=("m1", "m2", "m3"))
    copies = [b.report("r1"), *(b.report(f"r{n}", syndicated_from="r1") for n in (2, 3))]
    (one,) = executors(run(told[0]))
    (copied,) = executors(run(*told, incident=whole, reports=copies))
    (apart,) = executors(run(*told, incident=whole, reports=[b.report(f"r{n}") for n in (1, 2, 3)]))
    assert (copied.opinion, copied.confidence) == (one.opinion, one.confidence)
    assert (one.confidence, apart.confidence) == (Confidence.LOW, Confidence.MODERATE)


def test_a_state_blamed_by_the_state_that_was_hit_is_doubted() -> None:
    blame = b.event("m1", (b.ARMY, Role.PERPETRATOR), (b.SYLVANIA, Role.ATTRIBUTOR))
    (neutral,) = executors(run(blame))
    (party,) = executors(run(blame, incident=b.incident(target_actor=b.SYLVANIA)))
    assert neutral.opinion
    assert party.opinion
    assert party.opinion.belief < neutral.opinion.belief
    assert "Sylvania is a party to the matter" in party.confidence_why


def test_a_denial_by_the_accused_speaks_against_it() -> None:
    roles = ((b.FRONT, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR))
    (accused,) = executors(run(b.event("m1", *roles)))
    (denied,) = executors(run(b.event("m1", *roles, (b.FRONT, Role.DENIER))))
    assert accused.opinion
    assert denied.opinion
    assert denied.opinion.projected < accused.opinion.projected
    assert [e.kind for e in denied.evidence if e.bears is Bearing.AGAINST] == [EvidenceKind.DENIAL]


def test_a_denial_is_said_and_points_nowhere_else() -> None:
    roles = ((b.ARMY, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR), (b.ARMY, Role.DENIER))
    (one,) = executors(run(b.event("m1", *roles)))
    assert one.confidence is Confidence.LOW
    assert "According to The Pact, Ruritanian army did it. Ruritanian army denies it." in one.sentences
    assert one.confidence_why.endswith("and Ruritanian army denies it")
    assert "Without the word of The Pact, nothing on file would point to anybody." in one.sentences


def test_who_else_is_named_is_said_beside_every_answer() -> None:
    found = executors(
        run(
            b.event("m1", (b.FRONT, Role.PERPETRATOR), (b.STATE, Role.ATTRIBUTOR)),
            b.event("m2", (b.STRANGERS, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR)),
            incident=b.incident(mentions=("m1", "m2")),
        )
    )
    for one in found:
        assert "According to Ruritania, Red Front did it." in one.sentences[1]
        assert "According to The Pact, Sons of the Storm did it." in one.sentences[1]
    assert {a.actors[0]: a.confidence_why.rsplit(" and ", 1)[1] for a in found} == {
        b.FRONT: "The Pact names somebody else",
        b.STRANGERS: "Ruritania names somebody else",
    }


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The Ruritanian defence ministry", EvidenceKind.OWN_WORD),
        ("a senior official", EvidenceKind.OWN_OFFICIAL),
        ("two officers", EvidenceKind.OWN_OFFICIAL),
        ("an unnamed minister", EvidenceKind.OWN_OFFICIAL),
    ],
)
def test_an_official_who_is_not_named_weighs_less_than_his_government(words: str, kind: EvidenceKind) -> None:
    reporter = Reporter(name=b.STATE.name, actor_id=b.STATE.id, quote=b.quote(words))
    (one,) = executors(run(b.event("m1", (b.STATE, Role.PERPETRATOR), reporter=reporter)))
    assert one.evidence[0].kind is kind
    assert one.confidence is (Confidence.MODERATE if kind is EvidenceKind.OWN_WORD else Confidence.LOW)


def test_only_a_states_own_bodies_make_it_its_deed() -> None:
    (army,) = executors(run(b.event("m1", (b.ARMY, Role.PERPETRATOR))))
    (militia,) = executors(run(b.event("m1", (b.FRONT, Role.PERPETRATOR))))
    assert (army.responsibility, militia.responsibility) == (Responsibility.EXECUTED, None)


def test_who_says_otherwise_later_has_replaced_his_word() -> None:
    mentions = (
        b.event("m1", (b.FRONT, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR)),
        b.event("m2", (b.STRANGERS, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR), report_id="r2"),
    )
    reports = [b.report("r1", day=10), b.report("r2", day=15)]
    found = executors(run(*mentions, incident=b.incident(mentions=("m1", "m2")), reports=reports))
    status = {a.actors: a.status for a in found}
    assert status == {(b.STRANGERS,): AttributionStatus.CURRENT, (b.FRONT,): AttributionStatus.SUPERSEDED}


def test_the_piece_on_which_most_hangs_is_named() -> None:
    (one, _) = executors(run(b.event("m1", (b.FRONT, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR)), b.claim(b.FRONT)))
    assert one.likelihood is Likelihood.VERY_LIKELY
    assert {one.evidence[s.evidence].kind for s in one.sensitivity} == {EvidenceKind.OWN_CLAIM, EvidenceKind.AUTHORITY}
    assert all(s.likelihood is Likelihood.LIKELY for s in one.sensitivity)
    assert any(s.startswith("Without the ") and s.endswith("it would be likely.") for s in one.sentences)


def test_the_numbers_of_an_answer_hold_together() -> None:
    for answer in executors(facade_case()):
        held = answer.opinion
        assert held is not None
        assert abs(held.belief + held.disbelief + held.uncertainty - 1) < 1e-6
        assert abs(held.belief + held.base_rate * held.uncertainty - held.projected) < 1e-3
        assert all(e.quotes or e.citation for e in answer.evidence)


def test_a_word_that_names_a_brand_is_followed_to_its_members() -> None:
    done = run(b.event("m1", (b.BANNER, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR)))
    found = {a.basis: a for a in executors(done)}
    network = found[AttributionBasis.NETWORK]
    assert (network.actors, network.mode) == ((b.FRONT, b.WING), AttributionMode.ONE_OR_MORE_OF)
    assert network.chain[0].text == "Banner of the Hills is named for the incident."
    assert network.chain[0].quotes
    assert {e.kind for e in network.evidence} == {EvidenceKind.AUTHORITY, EvidenceKind.RELATION}
    assert "It is likely that Banner of the Hills, or somebody who acts under that name, did it." in (
        found[AttributionBasis.STATED].sentences
    )
    (backer,) = [a for a in done.incidents[0].attributed_to if a.role is AttributionRole.SPONSOR]
    assert (backer.actors, backer.responsibility) == ((b.GUARD,), None)


def test_a_claim_and_a_word_for_one_brand_go_to_its_members_once() -> None:
    brand = run(b.event("m1", (b.BANNER, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR)), b.claim())
    networks = [a for a in executors(brand) if a.basis is AttributionBasis.NETWORK]
    assert len(networks) == 1
    assert sum(e.kind is EvidenceKind.RELATION for e in networks[0].evidence) == 2
    alone = [a for a in executors(run(b.event(), b.claim())) if a.basis is AttributionBasis.NETWORK]
    assert networks[0].opinion
    assert alone[0].opinion
    assert networks[0].opinion.belief > alone[0].opinion.belief


def ordered(by: ActorRef | None, doer: ActorRef, state: ActorRef = b.SYLVANIA) -> Attributed:
    part = StatePart(state=state, part=Responsibility.ORDERED, by=by, quote=b.quote("ordered by them"))
    return run(b.event("m1", (doer, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR), state_parts=(part,)))


def test_a_state_behind_a_group_has_the_part_that_a_report_gives_it_on_whose_word() -> None:
    (one,) = executors(ordered(b.STATE, b.FRONT))
    assert (one.actors, one.responsibility) == ((b.FRONT,), Responsibility.ORDERED)
    assert (
        "What Sylvania had to do with it, according to Ruritania: “ordered by them” (state-ordered)."
        in one.sentences[1]
    )
    (unsigned,) = executors(ordered(None, b.FRONT))
    assert "What Sylvania had to do with it, according to The Pact:" in unsigned.sentences[1]


def test_a_part_is_told_only_behind_a_group() -> None:
    (one,) = executors(ordered(b.STATE, b.ARMY))
    assert one.responsibility is Responsibility.EXECUTED
    assert not any("had to do with it" in s for s in one.sentences)


def test_a_part_told_of_one_group_is_not_anothers() -> None:
    part = StatePart(state=b.SYLVANIA, part=Responsibility.ORDERED, quote=b.quote("ordered by them"))
    found = executors(
        run(
            b.event("m1", (b.FRONT, Role.PERPETRATOR), state_parts=(part,)),
            b.event("m2", (b.STRANGERS, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR)),
            incident=b.incident(mentions=("m1", "m2")),
        )
    )
    assert {a.actors: a.responsibility for a in found} == {(b.FRONT,): Responsibility.ORDERED, (b.STRANGERS,): None}


def test_a_backer_that_is_said_to_have_ordered_it_is_not_said_to_have_no_part() -> None:
    done = ordered(b.STATE, b.BANNER, b.GUARD)
    (backer,) = [a for a in done.incidents[0].attributed_to if a.role is AttributionRole.SPONSOR]
    assert not any("No report was read to say that" in s for s in backer.sentences)


def named_for_it(*mentions: EventMention, settled: tuple[Settled, ...] = ()) -> tuple[str, ...]:
    """The sentences on an incident that the Red Front is named for by these mentions."""
    ids = tuple(m.id for m in mentions)
    told = b.incident(mentions=ids, perpetrator=b.FRONT, settled=settled)
    told = told.model_copy(update={"sourced": (Sourced(field="perpetrator", mention_ids=ids),)})
    return run(*mentions, incident=told).sentences["i1"]


def test_a_doer_whom_a_report_names_on_somebodys_word_is_not_told_as_a_fact() -> None:
    said = named_for_it(b.event("m1", (b.FRONT, Role.PERPETRATOR), reporter=b.reporter(b.ARMY)))
    assert not any("as fact" in sentence for sentence in said)
    assert any("According to Ruritanian army, Red Front did it." in sentence for sentence in said)


def test_a_doer_whom_a_report_names_itself_is_told_as_a_fact() -> None:
    said = named_for_it(b.event("m1", (b.FRONT, Role.PERPETRATOR)))
    assert said[0] == "The reports state as fact that Red Front did it."


def test_a_doer_whom_a_person_settled_is_told_as_settled() -> None:
    settled = Settled(field="perpetrator", pinned=False, by="ana", decision=4)
    assert named_for_it(b.event("m1"), settled=(settled,))[0] == "A person settled that Red Front did it."


def test_whom_only_the_reader_puts_to_it_is_evidence_of_nothing() -> None:
    doer = b.participant(b.FRONT, Role.PERPETRATOR).model_copy(update={"inferred": True})
    done = run(b.event("m1", participants=(doer,)))
    assert done.incidents[0].attributed_to == ()
    assert done.sentences["i1"][-2:] == (
        "Who did it is not known: no report on file says so.",
        "Told near it: Red Front. No words say that they did it.",
    )


def test_an_air_force_is_no_rival_of_the_armed_forces_that_it_is_part_of() -> None:
    wings = KnownActor(
        id="ru-air-force", name="Ruritanian air force", type=ActorType.ARMED_FORCES, country="ru",
        organ=Organ.AIR_FORCE, citation="made up",
    )  # fmt: skip
    base = KnowledgeBase(actors=(*b.ACTORS, wings), relations=())
    raid = b.event("m1", (ActorRef(id=wings.id, name=wings.name), Role.PERPETRATOR), report_id="r1")
    done = run(
        raid,
        b.event("m2", (b.ARMY, Role.PERPETRATOR), report_id="r2"),
        incident=b.incident(mentions=("m1", "m2")),
        reports=(b.report("r1"), b.report("r2")),
        knowledge=base,
    )
    army = next(a for a in executors(done) if a.actors == (b.ARMY,))
    assert all(e.bears is Bearing.FOR for e in army.evidence)

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from tallystick.attribution.attribute import attribute
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.actor import ActorRef
from tallystick.model.attribution import Attribution
from tallystick.model.incident import Incident
from tallystick.model.mention import Mention
from tallystick.model.outlet import Origin
from tallystick.model.relation import Relation
from tallystick.model.report import Report
from tallystick.model.terms import (
    AttributionBasis,
    AttributionMode,
    AttributionRole,
    Bearing,
    Confidence,
    EvidenceKind,
    Grade,
    Likelihood,
    Predicate,
    RelationStanding,
    Role,
)
from tests.attribution import builders as b

INCIDENT = b.incident()
LIKELY_WORDS = tuple(likelihood.value for likelihood in Likelihood)


def answers(
    *mentions: Mention,
    incident: Incident = INCIDENT,
    reports: Sequence[Report] = (b.report(),),
    knowledge: KnowledgeBase | None = None,
) -> tuple[Attribution, ...]:
    done = attribute([incident], mentions, reports, knowledge=knowledge or b.knowledge())
    return done.incidents[0].attributed_to


def by_role(found: Sequence[Attribution], basis: AttributionBasis, role: AttributionRole) -> list[Attribution]:
    return [a for a in found if a.basis is basis and a.role is role]


def test_nothing_known_is_said_to_be_not_known() -> None:
    done = attribute([b.incident()], [b.event()], [b.report()], knowledge=b.knowledge())
    assert done.incidents[0].attributed_to == ()
    assert done.sentences["i1"] == ("Nobody on file claims it.", "Who did it is not known: no report on file says so.")


def test_a_perpetrator_blamed_by_somebody_is_a_stated_attribution() -> None:
    (one,) = answers(b.event("m1", (b.FRONT, Role.PERPETRATOR), (b.STATE, Role.ATTRIBUTOR)))
    assert (one.actors, one.attributor, one.basis) == ((b.FRONT,), b.STATE, AttributionBasis.STATED)
    assert (one.likelihood, one.confidence) == (Likelihood.LIKELY, Confidence.LOW)
    assert one.chain[0].quotes == (b.quote(),)


def test_whoever_reports_it_is_the_attributor() -> None:
    (one,) = answers(b.event("m1", (b.FRONT, Role.PERPETRATOR), reporter=b.reporter(b.ARMY)))
    assert one.attributor == b.ARMY


def test_a_blame_by_nobody_who_is_named_is_an_attribution_without_attributor() -> None:
    (one,) = answers(b.blamed("m1", b.FRONT))
    assert (one.actors, one.attributor, one.basis) == ((b.FRONT,), None, AttributionBasis.STATED)
    assert (one.likelihood, one.confidence) == (Likelihood.ROUGHLY_EVEN, Confidence.LOW)
    assert "It is blamed on Red Front, and nobody is named who says so." in one.sentences


def test_a_blame_on_the_reporters_word_is_the_reporters() -> None:
    (one,) = answers(b.blamed("m1", b.FRONT, reporter=b.reporter(b.ARMY)))
    assert one.attributor == b.ARMY


def test_a_blame_by_nobody_adds_nothing_to_one_by_somebody() -> None:
    (one,) = answers(
        b.event("m1", (b.FRONT, Role.PERPETRATOR), (b.STATE, Role.ATTRIBUTOR)),
        b.blamed("m2", b.FRONT),
        incident=b.incident(mentions=("m1", "m2")),
    )
    assert (one.attributor, one.likelihood) == (b.STATE, Likelihood.LIKELY)


def test_a_perpetrator_stated_as_fact_is_the_reports_word() -> None:
    (one,) = answers(b.event("m1", (b.FRONT, Role.PERPETRATOR)))
    assert (one.basis, one.attributor, one.likelihood) == (AttributionBasis.REPORTED, None, Likelihood.LIKELY)
    assert "One source states as fact that Red Front did it." in one.sentences


def test_a_perpetrator_without_a_name_is_no_answer() -> None:
    gunmen = ActorRef(name="gunmen")
    assert answers(b.event("m1", (gunmen, Role.PERPETRATOR))) == ()


def test_who_tells_his_own_act_is_no_attributor_of_it() -> None:
    (one,) = answers(b.event("m1", (b.ARMY, Role.PERPETRATOR), reporter=b.reporter(b.ARMY)))
    assert (one.basis, one.evidence[0].kind) == (AttributionBasis.REPORTED, EvidenceKind.OWN_WORD)
    assert "Ruritanian army tells it as its own deed." in one.sentences


def test_two_attributors_who_agree_make_it_likelier() -> None:
    found = answers(
        b.event("m1", (b.FRONT, Role.PERPETRATOR), (b.STATE, Role.ATTRIBUTOR)),
        b.event("m2", (b.FRONT, Role.PERPETRATOR), (b.SYLVANIA, Role.ATTRIBUTOR)),
        incident=b.incident(mentions=("m1", "m2")),
    )
    assert [a.likelihood for a in found] == [Likelihood.VERY_LIKELY] * 2


def test_two_attributors_who_differ_leave_it_even() -> None:
    found = answers(
        b.event("m1", (b.FRONT, Role.PERPETRATOR), (b.STATE, Role.ATTRIBUTOR)),
        b.event("m2", (b.STRANGERS, Role.PERPETRATOR), (b.PACT, Role.ATTRIBUTOR)),
        incident=b.incident(mentions=("m1", "m2")),
    )
    assert {a.likelihood for a in found} == {Likelihood.ROUGHLY_EVEN}
    assert all([e.bears for e in a.evidence] == [Bearing.FOR, Bearing.AGAINST] for a in found)


def test_a_plain_militia_that_claims_gets_no_sponsor() -> None:
    (one,) = answers(b.event(), b.claim(b.FRONT))
    assert (one.actors, one.basis, one.role) == ((b.FRONT,), AttributionBasis.CLAIM, AttributionRole.EXECUTOR)


def test_behind_a_brand_stand_its_members_as_a_set() -> None:
    (one,) = by_role(answers(b.event(), b.claim()), AttributionBasis.NETWORK, AttributionRole.EXECUTOR)
    assert (one.actors, one.mode) == ((b.FRONT, b.WING), AttributionMode.ONE_OR_MORE_OF)
    assert [s.citation for s in one.chain] == [None, "A study", "A study"]
    assert one.chain[0].quotes


def test_the_backer_is_a_sponsor_and_its_state_is_not_named() -> None:
    (one,) = by_role(answers(b.event(), b.claim()), AttributionBasis.NETWORK, AttributionRole.SPONSOR)
    assert one.actors == (b.GUARD,)
    assert any("ordered this incident" in s for s in one.sentences)


def test_a_body_is_named_before_its_state() -> None:
    both = b.knowledge(*b.RELATIONS, b.relation(b.BANNER, Predicate.BACKED_BY, b.SYLVANIA))
    sponsors = by_role(answers(b.event(), b.claim(), knowledge=both), AttributionBasis.NETWORK, AttributionRole.SPONSOR)
    assert [a.actors for a in sponsors] == [(b.GUARD,)]


def test_a_backer_of_some_members_only_is_no_sponsor() -> None:
    some = b.knowledge(*b.RELATIONS[:3])
    assert not by_role(answers(b.event(), b.claim(), knowledge=some), AttributionBasis.NETWORK, AttributionRole.SPONSOR)


@pytest.mark.parametrize(
    ("grade", "bears"),
    [
        (Grade.DIRECT, Likelihood.LIKELY),
        (Grade.PREPONDERANCE, Likelihood.LIKELY),
        (Grade.ASSERTED, Likelihood.ROUGHLY_EVEN),
    ],
)
def test_the_set_is_no_likelier_than_the_claim_and_the_relation(grade: Grade, bears: Likelihood) -> None:
    base = b.knowledge(b.relation(b.BANNER, Predicate.BRAND_OF, b.FRONT, grade))
    (one,) = by_role(answers(b.event(), b.claim(), knowledge=base), AttributionBasis.NETWORK, AttributionRole.EXECUTOR)
    assert one.likelihood is bears


def test_a_statement_singles_out_one_member() -> None:
    found = answers(b.event("m1", (b.WING, Role.PERPETRATOR), (b.STATE, Role.ATTRIBUTOR)), b.claim())
    (one,) = by_role(found, AttributionBasis.NETWORK, AttributionRole.EXECUTOR)
    assert (one.actors, one.mode) == ((b.WING,), AttributionMode.ALL_OF)
    assert "singled out" in one.chain[-1].text


def test_a_relation_that_a_report_asserts_is_followed_with_its_quote() -> None:
    told = b.told_relation(b.STRANGERS, Predicate.FRONT_FOR, b.FRONT)
    (one,) = by_role(answers(b.event(), b.claim(b.STRANGERS), told), AttributionBasis.NETWORK, AttributionRole.EXECUTOR)
    assert one.actors == (b.FRONT,)
    assert one.likelihood is Likelihood.ROUGHLY_EVEN
    assert one.chain[-1].quotes == (told.quote,)


@pytest.mark.parametrize(
    ("standing", "decided_by", "words"),
    [
        (RelationStanding.PROPOSED, None, ", as one report says (graded asserted)."),
        (RelationStanding.ACCEPTED, 7, ", as one report says and decision 7 accepts (graded asserted)."),
    ],
)
def test_a_relation_is_told_as_it_stands(standing: RelationStanding, decided_by: int | None, words: str) -> None:
    told = b.told_relation(b.STRANGERS, Predicate.FRONT_FOR, b.FRONT)
    as_it_stands = Relation(**dict(told), standing=standing, decided_by=decided_by)
    found = answers(b.event(), b.claim(b.STRANGERS), as_it_stands)
    (one,) = by_role(found, AttributionBasis.NETWORK, AttributionRole.EXECUTOR)
    assert one.chain[-1].text.endswith(words)


def test_a_relation_that_had_ended_is_not_followed() -> None:
    ended = b.knowledge(b.relation(b.BANNER, Predicate.BRAND_OF, b.FRONT, until=date(2020, 1, 1)))
    assert len(answers(b.event(), b.claim(), knowledge=ended)) == 1


def test_rival_claims_leave_each_even() -> None:
    found = answers(b.event(), b.claim(b.FRONT), b.claim(b.STRANGERS, mention_id="c2"))
    assert [a.likelihood for a in found] == [Likelihood.ROUGHLY_EVEN] * 2


def test_a_member_who_claims_as_well_is_no_rival_of_the_brand() -> None:
    found = answers(b.event(), b.claim(b.BANNER), b.claim(b.FRONT, mention_id="c2"))
    claims = {a.actors: a.likelihood for a in found if a.basis is AttributionBasis.CLAIM}
    assert claims == {(b.BANNER,): Likelihood.VERY_LIKELY, (b.FRONT,): Likelihood.VERY_LIKELY}


def test_a_syndicated_copy_is_no_second_source() -> None:
    mentions = (
        b.event("m1"),
        b.event("m2", report_id="r2"),
        b.claim(b.FRONT),
        b.claim(b.FRONT, ("m2",), mention_id="c2", report_id="r2"),
    )
    twice = b.incident(mentions=("m1", "m2"))
    (copy,) = answers(*mentions, incident=twice, reports=[b.report("r1"), b.report("r2", syndicated_from="r1")])
    (apart,) = answers(*mentions, incident=twice, reports=[b.report("r1"), b.report("r2")])
    assert copy.opinion
    assert apart.opinion
    assert copy.opinion.uncertainty > apart.opinion.uncertainty
    assert "whose word one source relays" in copy.confidence_why
    assert "whose word 2 independent sources relay" in apart.confidence_why


def test_a_claim_relayed_from_one_outlet_has_one_source() -> None:
    mentions = (
        b.event("m1"),
        b.event("m2", report_id="r2"),
        b.claim(b.FRONT),
        b.claim(b.FRONT, ("m2",), mention_id="c2", report_id="r2"),
    )
    wire = Origin(id="wire.example", name="Example Wire", reports=("r1", "r2"))
    twice = b.incident(mentions=("m1", "m2")).model_copy(update={"origins": (wire,)})
    (found,) = answers(*mentions, incident=twice, reports=[b.report("r1"), b.report("r2")])
    assert found.confidence is Confidence.LOW


def test_likelihood_and_confidence_never_share_a_sentence() -> None:
    found = answers(b.event("m1", (b.WING, Role.PERPETRATOR), (b.STATE, Role.ATTRIBUTOR)), b.claim())
    assert len(found) == 4
    for sentence in (s for a in found for s in a.sentences):
        assert not ("Confidence is" in sentence and any(f" {word} " in sentence for word in LIKELY_WORDS))

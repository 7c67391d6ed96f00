"""What becomes of a claim over all reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations

import pytest

from tallystick.attribution.attribute import Attributed, attribute
from tallystick.model.actor import ActorRef
from tallystick.model.claim import Claim, ClaimTurn
from tallystick.model.mention import ClaimMention, EventMention, Mention
from tallystick.model.terms import ClaimStatus, ClaimStep, Quantifier, Role
from tallystick.model.when import When
from tests.attribution import builders as b

FACADE, BRAND = b.STRANGERS, b.PACT
REPORTS = tuple(b.report(f"r{n}", day=9 + n) for n in range(1, 4))


def told(number: int, who: ActorRef = FACADE, *steps: ClaimStep, **fields: object) -> list[EventMention | ClaimMention]:
    """A report that tells the incident and a claim over it."""
    report_id = f"r{number}"
    turns = tuple(
        ClaimTurn(step=step, quote=b.quote(step.value, report_id=report_id, start=100 + n))
        for n, step in enumerate(steps)
    )
    event = b.event(f"m{number}", report_id=report_id)
    return [event, b.claim(who, (f"m{number}",), mention_id=f"c{number}", report_id=report_id, turns=turns, **fields)]


def run(*reports: Sequence[Mention]) -> Attributed:
    mentions = [m for told_in in reports for m in told_in]
    ids = tuple(sorted(m.id for m in mentions if isinstance(m, EventMention)))
    return attribute([b.incident(mentions=ids)], mentions, REPORTS, knowledge=b.knowledge())


def claim(result: Attributed, claim_id: str) -> Claim:
    return next(c for c in result.claims if c.id == claim_id)


def steps(result: Attributed, claim_id: str) -> list[ClaimStep]:
    return [s.step for s in claim(result, claim_id).life]


def claimants(result: Attributed) -> list[str]:
    return [a.name for a in result.incidents[0].claimed_by]


def test_a_claim_is_made_once_and_repeated() -> None:
    result = run(told(1), told(2), told(3))
    assert steps(result, "c2") == [ClaimStep.MADE, ClaimStep.REPEATED, ClaimStep.REPEATED]
    assert [s.report_id for s in claim(result, "c2").life] == ["r1", "r2", "r3"]


def test_every_telling_of_a_claim_has_the_same_life() -> None:
    result = run(told(1), told(2, FACADE, ClaimStep.WITHDRAWN))
    assert claim(result, "c1").life == claim(result, "c2").life
    assert claim(result, "c1").status is ClaimStatus.WITHDRAWN


def test_taken_down_while_another_stands_is_superseded() -> None:
    result = run(told(1), told(2, BRAND), told(3, FACADE, ClaimStep.WITHDRAWN))
    assert claim(result, "c1").status is ClaimStatus.SUPERSEDED
    assert claim(result, "c1").superseded_by == "c2"
    assert claimants(result) == [BRAND.name]
    assert ClaimStep.SUPERSEDED in steps(result, "c1")


def test_a_claim_told_to_take_over_supersedes_those_before() -> None:
    result = run(told(1), told(2, BRAND, takes_over=True))
    assert (claim(result, "c1").status, claim(result, "c1").superseded_by) == (ClaimStatus.SUPERSEDED, "c2")
    assert claim(result, "c2").status is ClaimStatus.STANDING
    assert claimants(result) == [BRAND.name]


def test_the_end_that_a_later_report_tells_is_the_end() -> None:
    result = run(told(1), told(2, BRAND), told(3, FACADE, ClaimStep.SUPERSEDED))
    assert (claim(result, "c1").status, claim(result, "c1").superseded_by) == (ClaimStatus.SUPERSEDED, "c2")
    assert steps(result, "c1") == [ClaimStep.MADE, ClaimStep.REPEATED, ClaimStep.SUPERSEDED]


def test_the_order_of_arrival_changes_nothing() -> None:
    reports = (told(1), told(2, BRAND, takes_over=True), told(3, FACADE, ClaimStep.WITHDRAWN))
    first, *others = (run(*order) for order in permutations(reports))
    assert all(other == first for other in others)


def test_rivals_stay_both_and_dispute_each_other() -> None:
    result = run(told(1), told(2, BRAND))
    assert set(claimants(result)) == {FACADE.name, BRAND.name}
    assert [c.status for c in result.claims] == [ClaimStatus.DISPUTED, ClaimStatus.DISPUTED]
    assert claim(result, "c1").life[-1].by == BRAND


def test_a_brand_and_its_member_are_no_rivals() -> None:
    result = run(told(1, b.FRONT), told(2, b.BANNER))
    assert [c.status for c in result.claims] == [ClaimStatus.STANDING, ClaimStatus.STANDING]


def test_who_claims_together_are_no_rivals() -> None:
    quote = b.quote("X and Y claimed it", report_id="r1")
    event, one = told(1, FACADE, is_shared=True, quote=quote)
    other = b.claim(BRAND, ("m1",), mention_id="c2", is_shared=True, quote=quote)
    assert [c.status for c in run([event, one, other]).claims] == [ClaimStatus.STANDING, ClaimStatus.STANDING]


def test_a_dispute_outlives_a_later_relay() -> None:
    result = run(told(1, FACADE, ClaimStep.DISPUTED), told(2))
    assert claim(result, "c2").status is ClaimStatus.DISPUTED
    assert claimants(result) == [FACADE.name]
    assert [q.exact for q in claim(result, "c2").ground] == ["disputed"]


def test_who_is_named_as_claimant_only_in_passing_repeats_the_claim() -> None:
    event = b.event("m2", (FACADE, Role.CLAIMANT), report_id="r2")
    life = claim(run(told(1), [event]), "c1").life
    assert [(s.step, s.claim_id) for s in life] == [(ClaimStep.MADE, "c1"), (ClaimStep.REPEATED, None)]


def test_a_claim_over_a_set_has_the_life_that_its_own_report_tells() -> None:
    result = run(told(1), told(2, FACADE, ClaimStep.DENIED, quantifier=Quantifier.MOST))
    assert steps(result, "c1") == [ClaimStep.MADE]
    assert steps(result, "c2") == [ClaimStep.MADE, ClaimStep.DENIED]


def on_day(day: int) -> When:
    return When(start=date(2021, 6, day), end=date(2021, 6, day))


def test_a_claim_of_a_later_day_stands_though_another_of_the_same_actor_was_withdrawn() -> None:
    withdrawn = told(1, FACADE, ClaimStep.WITHDRAWN)
    anew = run(withdrawn, told(2, FACADE, when=on_day(11)))
    assert claimants(anew) == [FACADE.name]
    assert anew.sentences["i1"][0] == f"{FACADE.name} claim it."
    assert claimants(run(withdrawn, told(2))) == []


PLATFORM = ActorRef(name="Telegram")


def ended(step: ClaimStep, by: ActorRef | None, *, number: int = 1) -> list[Mention]:
    """A report that tells a claim and its end."""
    quote = b.quote(step.value, report_id=f"r{number}", start=100)
    event, made = told(number)
    return [event, made.model_copy(update={"turns": (ClaimTurn(step=step, quote=quote, by=by),)})]


@pytest.mark.parametrize(
    ("step", "by", "words"),
    [
        (ClaimStep.WITHDRAWN, None, "claimed it and took that back."),
        (ClaimStep.WITHDRAWN, FACADE, "claimed it and took that back."),
        (ClaimStep.TAKEN_DOWN, FACADE, "claimed it and took its claim down."),
        (ClaimStep.TAKEN_DOWN, None, "claimed it, and its claim was taken down."),
        (ClaimStep.TAKEN_DOWN, PLATFORM, "claim it."),
    ],
)
def test_taken_back_and_taken_down_are_two_things(step: ClaimStep, by: ActorRef | None, words: str) -> None:
    assert run(ended(step, by)).sentences["i1"][0] == f"{FACADE.name} {words}"


@pytest.mark.parametrize("order", list(permutations([None, PLATFORM])))
def test_a_claim_that_only_a_platform_took_down_stands_though_another_report_says_it_is_gone(
    order: tuple[ActorRef | None, ...],
) -> None:
    result = run(*(ended(ClaimStep.TAKEN_DOWN, by, number=n) for n, by in enumerate(order, start=1)))
    assert claim(result, "c1").status is ClaimStatus.STANDING
    assert ClaimStep.TAKEN_DOWN in steps(result, "c1")


def test_what_its_claimant_took_down_stands_no_more_whoever_else_did_so_too() -> None:
    result = run(ended(ClaimStep.TAKEN_DOWN, PLATFORM), ended(ClaimStep.TAKEN_DOWN, FACADE, number=2))
    assert claim(result, "c1").status is ClaimStatus.WITHDRAWN

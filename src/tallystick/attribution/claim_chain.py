"""From a claim to the claimant, and behind a brand or a facade to its members and whoever backs them."""

from __future__ import annotations

from tallystick.attribution.case import Case, four_sentences
from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.likelihood import Judgement, judge_claim, judge_network, weakest
from tallystick.attribution.names import key, names
from tallystick.attribution.network import Behind
from tallystick.model.attribution import Attribution, ChainStep
from tallystick.model.terms import (
    AttributionBasis,
    AttributionMode,
    AttributionRole,
    ClaimStatus,
    Grade,
    Likelihood,
    Status,
)


def from_claims(case: Case) -> tuple[Attribution, ...]:
    """For each standing claim the claimant, and behind a brand or a facade its members and their backer."""
    answers: list[Attribution] = []
    for claim in case.standing:
        judged = _judge(case, claim)
        step = ChainStep(text=f"{claim.claimant.name} claims the incident.", quotes=claim.quotes)
        answers.append(_by_claimant(case, claim, judged, step))
        if case.network.is_cover(claim.claimant):
            answers.extend(_behind(case, claim, judged.likelihood, step))
    return tuple(answers)


def _judge(case: Case, claim: Claimed) -> Judgement:
    return judge_claim(
        reports=case.origins[key(claim.claimant)],
        told_by_others=case.incident.status is not Status.CLAIMED_ONLY,
        disputed=claim.status is ClaimStatus.DISPUTED,
        rivals=sum(
            1
            for c in case.standing
            if c is not claim and not case.network.are_akin(c.claimant, claim.claimant, case.incident.start)
        ),
        agreeing=len({key(s.attributor) for s in case.stated if s.attributor and key(claim.claimant) in s.actor_keys}),
    )


def _by_claimant(case: Case, claim: Claimed, judged: Judgement, step: ChainStep) -> Attribution:
    name = claim.claimant.name
    return Attribution(
        actors=(claim.claimant,),
        mode=AttributionMode.ALL_OF,
        attributor=claim.claimant,
        role=AttributionRole.EXECUTOR,
        basis=AttributionBasis.CLAIM,
        likelihood=judged.likelihood,
        confidence=judged.confidence,
        confidence_why=judged.why,
        chain=(step,),
        sentences=four_sentences(
            case,
            f"{name} names itself.",
            f"{name}, or somebody who acts under that name, did it",
            judged,
            "A claim is the claimant's own word.",
        ),
    )


def _behind(case: Case, claim: Claimed, base: Likelihood, first: ChainStep) -> tuple[Attribution, ...]:
    """The members of a brand as a set of which one or more did it, and whoever backs them as sponsor."""
    members = case.network.members_of(claim.claimant, case.incident.start)
    if not members:
        return ()
    singled, why = _single_out(case, members)
    members = singled or members
    mode = AttributionMode.ALL_OF if len(members) == 1 else AttributionMode.ONE_OR_MORE_OF
    judged = judge_network(base, weakest(tuple(m.grade for m in members)))
    chain = (first, *(s for m in members for s in m.steps), *why)
    actors = tuple(m.actor for m in members)
    who = actors[0].name if len(actors) == 1 else f"one or more of {names(actors)}"
    executor = Attribution(
        actors=actors,
        mode=mode,
        role=AttributionRole.EXECUTOR,
        basis=AttributionBasis.NETWORK,
        likelihood=judged.likelihood,
        confidence=judged.confidence,
        confidence_why=judged.why,
        chain=chain,
        sentences=four_sentences(
            case,
            f"Nobody is said to have named {'it' if len(actors) == 1 else 'any one of them'}; "
            f"it follows from who stands behind the name {claim.claimant.name}.",
            f"{who} did it",
            judged,
            "Which of them did it is not known." if len(actors) > 1 else "No report shows the operator itself.",
        ),
    )
    return (executor, *_sponsors(case, claim, members, judged.likelihood, chain))


def _sponsors(
    case: Case, claim: Claimed, members: tuple[Behind, ...], base: Likelihood, chain: tuple[ChainStep, ...]
) -> tuple[Attribution, ...]:
    """Whoever backs the name itself or every one of the members; a state only where none of its bodies is named."""
    direct = case.network.backers_of(claim.claimant, case.incident.start)
    by_member = [case.network.backers_of(m.actor, case.incident.start) for m in members]
    shared = set.intersection(*({key(b.actor) for b in backers} for backers in by_member))
    found: dict[str, list[Behind]] = {}
    for backer in (*direct, *(b for backers in by_member for b in backers if key(b.actor) in shared)):
        found.setdefault(key(backer.actor), []).append(backer)
    states = {k: case.network.state_of(grounds[0].actor) for k, grounds in found.items()}
    named_by_body = {state for k, state in states.items() if state != k}
    return tuple(
        _sponsor(case, found[k], base, chain, weakest(tuple(m.grade for m in members)))
        for k in sorted(found)
        if k not in named_by_body
    )


def _sponsor(
    case: Case, grounds: list[Behind], base: Likelihood, chain: tuple[ChainStep, ...], members: Grade
) -> Attribution:
    backer = grounds[0].actor
    judged = judge_network(base, weakest((members, *(g.grade for g in grounds))))
    return Attribution(
        actors=(backer,),
        mode=AttributionMode.ALL_OF,
        role=AttributionRole.SPONSOR,
        basis=AttributionBasis.NETWORK,
        likelihood=judged.likelihood,
        confidence=judged.confidence,
        confidence_why=judged.why,
        chain=(*chain, *(s for g in grounds for s in g.steps)),
        sentences=four_sentences(
            case,
            f"Nobody is said to have named {backer.name} for this incident; it follows from whom it backs.",
            f"{backer.name} backs whoever did it",
            judged,
            f"That {backer.name} ordered this incident or knew of it, no report says.",
        ),
    )


def _single_out(case: Case, members: tuple[Behind, ...]) -> tuple[tuple[Behind, ...], tuple[ChainStep, ...]]:
    """The one member that a claim or a statement of its own points to, if it is just one, and the step that says so."""
    claims = {key(c.claimant): c.quotes for c in case.standing}
    stated = {k: s.quotes for s in case.stated if len(s.actor_keys) == 1 for k in s.actor_keys}
    pointed = [m for m in members if key(m.actor) in claims or key(m.actor) in stated]
    if len(pointed) != 1:
        return (), ()
    one = pointed[0]
    quotes = claims.get(key(one.actor)) or stated[key(one.actor)]
    return (one,), (ChainStep(text=f"Of these, {one.actor.name} is singled out.", quotes=quotes),)

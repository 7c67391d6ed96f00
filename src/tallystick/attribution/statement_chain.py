"""From what somebody states to an attribution."""

from __future__ import annotations

from tallystick.attribution.case import Case, four_sentences
from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.likelihood import judge_statement
from tallystick.attribution.names import key, names
from tallystick.attribution.stated import Stated
from tallystick.model.attribution import Attribution, ChainStep
from tallystick.model.terms import AttributionBasis, AttributionMode, AttributionRole


def from_statements(case: Case) -> tuple[Attribution, ...]:
    """One attribution for each attributor and set of actors."""
    claimants = {key(c.claimant) for c in case.standing}
    answers = []
    for one in (s for s in case.stated if not _is_superseded(case, s)):
        agreeing = {key(s.attributor) for s in case.stated if s.attributor and s.actor_keys == one.actor_keys}
        rivals = any(not s.actor_keys & one.actor_keys for s in case.stated) or any(
            not _speaks_for(case, c, one) for c in case.standing
        )
        judged = judge_statement(
            attributors=len(agreeing), contradicted=rivals, claimed_too=bool(claimants & one.actor_keys)
        )
        who = names(one.actors, last=_joint(one.mode))
        if one.attributor is None:
            said = told = f"It is blamed on {who}, and nobody is named who says so."
        else:
            told, said = f"{one.attributor.name} names {who}.", f"{one.attributor.name} names {who} as having done it."
        step = ChainStep(text=told, quotes=one.quotes)
        answers.append(
            Attribution(
                actors=one.actors,
                mode=one.mode,
                attributor=one.attributor,
                role=AttributionRole.EXECUTOR,
                basis=AttributionBasis.STATED,
                likelihood=judged.likelihood,
                confidence=judged.confidence,
                confidence_why=judged.why,
                chain=(step,),
                sentences=four_sentences(case, said, f"{who} did it", judged, "What the evidence is, no report tells."),
            )
        )
    return tuple(answers)


def _is_superseded(case: Case, one: Stated) -> bool:
    """True for a blame by nobody who is named, where somebody named or the actors themselves say the same."""
    if one.attributor is not None:
        return False
    others = [s.actor_keys for s in case.stated if s.attributor is not None]
    return any(keys & one.actor_keys for keys in (*others, {key(c.claimant) for c in case.standing}))


def _speaks_for(case: Case, claim: Claimed, stated: Stated) -> bool:
    """True if a statement names the claimant or somebody who acts under its name."""
    behind = {key(m.actor) for m in case.network.members_of(claim.claimant, case.incident.start)}
    return bool(stated.actor_keys & (behind | {key(claim.claimant)}))


def _joint(mode: AttributionMode) -> str:
    return "and" if mode is AttributionMode.ALL_OF else "or"

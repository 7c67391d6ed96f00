"""An answer in plain sentences: who claims it, who is said to have done it and by whom, how likely, how sure and why,
and what hangs on a single piece of evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.attribution.agreement import agree
from tallystick.attribution.answers import Answer
from tallystick.attribution.case import Case
from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.contrary import say_conflict, say_contrary
from tallystick.attribution.likelihood import conflict_of, say_likelihood
from tallystick.attribution.names import called, key, names, start
from tallystick.attribution.responsibility import say_state_parts
from tallystick.attribution.weighing import Judged
from tallystick.model.attribution import Evidence, Sensitivity
from tallystick.model.terms import (
    AttributionBasis,
    AttributionStatus,
    Bearing,
    ClaimStatus,
    EvidenceKind,
    Likelihood,
    Status,
)

_SCALE = tuple(Likelihood)
_CONFLICTING = 0.1
_UP = (AttributionStatus.CURRENT, AttributionStatus.DISPUTED)
_CLAIMS = (EvidenceKind.OWN_CLAIM, EvidenceKind.BRAND_CLAIM)
_BECAME = {
    ClaimStatus.SUPERSEDED: "{} claimed it, and another claim took the place of that.",
    ClaimStatus.WITHDRAWN: "{} claimed it, and its claim was taken down.",
    ClaimStatus.DENIED: "{} denied a claim made under that name.",
}


def say_answer(
    case: Case,
    same: Sequence[Answer],
    judged: Judged,
    why: str,
    evidence: Sequence[Evidence],
    sensitivity: Sequence[Sensitivity],
) -> tuple[str, ...]:
    """The sentences for one answer, given on one ground or on several (``same``). A likelihood and a confidence never
    share a sentence.
    """
    answer = same[0]
    under = "If it took place" if case.incident.status is Status.CLAIMED_ONLY else ""
    said = " ".join(
        filter(None, (_said(case, same), *say_state_parts(case, answer), *say_contrary(case, answer, evidence)))
    )
    return (
        say_claims(case),
        *((said,) if said else ()),
        say_likelihood(judged.likelihood, answer.that, under=under)
        if judged.support.sources
        else f"What still counts on file does not tell how likely it is that {answer.that}.",
        f"Confidence is {judged.confidence.value}: {why}. {answer.not_known}".rstrip(),
        *_hangs_on(answer, judged, evidence, sensitivity),
    )


def say_claims(case: Case) -> str:
    """Who claims it, and what became of claims that no longer stand."""
    standing = tuple(c.claimant for c in case.standing)
    if not case.claimed:
        return "Nobody on file claims it."
    said = [start(f"{names(standing)} {agree('claims', *standing)} it.")] if standing else []
    for claim in (c for c in case.standing if c.status is ClaimStatus.DISPUTED):
        by = f" by {called(claim.disputed_by)}" if claim.disputed_by else ""
        said.append(f"The claim of {called(claim.claimant)} is disputed{by}.")
    known = {name.casefold() for c in case.standing for name in (c.claimant.name, key(c.claimant))}
    fallen = (c for c in case.claimed if c.status in _BECAME)
    said += [_became(c) for c in fallen if known.isdisjoint({c.claimant.name.casefold(), key(c.claimant)})]
    return " ".join(said)


def _became(claim: Claimed) -> str:
    """What became of a claim that no longer stands; that its claimant ended it only where a report says so."""
    if claim.status is ClaimStatus.WITHDRAWN and (claim.is_taken_back or claim.is_own_removal):
        became = "took that back" if claim.is_taken_back else "took its claim down"
        return f"{claim.claimant.name} claimed it and {became}."
    return _BECAME[claim.status].format(claim.claimant.name)


def why_confident(judged: Judged, evidence: Sequence[Evidence]) -> str:
    """Why the confidence is what it is, as a clause."""
    speaking = [e for e in evidence if e.bears is Bearing.FOR and e.strength * e.discount > 0]
    reasons = [_rests_on(judged, speaking)]
    if any(e.kind is EvidenceKind.RELATION for e in speaking):
        reasons.append("the rest is what is known of who stands behind the name")
    parties = [e.by for e in speaking if e.by and "party" in e.discount_why]
    reasons += [f"{called(by)} {agree('is', by)} a party to the matter" for by in dict.fromkeys(parties)]
    if conflict_of(judged.opinion) > _CONFLICTING:
        reasons.append(say_conflict(evidence))
    return ", and ".join(reasons) if len(reasons) < 3 else "; ".join(reasons)


def _rests_on(judged: Judged, speaking: Sequence[Evidence]) -> str:
    support = judged.support
    relayed = "one source relays" if support.sources == 1 else f"{support.sources} independent sources relay"
    if not speaking:
        return "no evidence on file that still counts speaks for it"
    if support.voices == 0:
        return f"nobody is named who says so, and {relayed} it"
    if all(e.kind is EvidenceKind.REPORTED_FACT for e in speaking):
        number = "one report says so" if support.voices == 1 else f"{support.voices} independent reports say so"
        return f"{number} and show{'s' if support.voices == 1 else ''} no ground"
    if support.voices == 1:
        own = all(e.kind in (*_CLAIMS, EvidenceKind.RELATION) for e in speaking)
        return f"it rests on {'the claimant' if own else 'one voice'} alone, whose word {relayed}"
    return f"{support.voices} voices that do not depend on each other agree, and {relayed} them"


def _said(case: Case, same: Sequence[Answer]) -> str:
    """Who says so, on every ground on which it is said; that nobody else does, where nobody does."""
    said = list(dict.fromkeys(a.said for a in same if a.said))
    named = {key(a) for s in case.stated if not (s.is_denied or s.is_own) for a in s.actors}
    if {key(a) for a in same[0].actors} & named:
        return " ".join(said)
    if same[0].basis is AttributionBasis.NETWORK:
        whom = "any of them" if len(same[0].actors) > 1 else "it"
        return f"{' '.join(said)} Nobody on file names {whom} for it."
    if all(a.basis is AttributionBasis.CLAIM and a.status in _UP for a in same):
        return f"Nobody but {names(same[0].actors)} says so."
    return " ".join(said)


def _hangs_on(
    answer: Answer, judged: Judged, evidence: Sequence[Evidence], changes: Sequence[Sensitivity]
) -> tuple[str, ...]:
    """What would be if the piece on which most hangs were not there; that there is none, if there is none."""
    if not judged.support.sources:
        return ()
    if not changes:
        return ("No single piece of evidence, taken away, would change that.",)
    most = max(changes, key=lambda c: (abs(_SCALE.index(c.likelihood) - _SCALE.index(judged.likelihood)), -c.evidence))
    without = f"Without {call(evidence[most.evidence])}"
    left = [e for n, e in enumerate(evidence) if n != most.evidence and e.kind is not EvidenceKind.RELATION]
    if not most.leading:
        said = f"{without}, nothing on file would point to anybody."
    elif not any(e.bears is Bearing.FOR and e.strength * e.discount > 0 for e in left):
        said = f"{without}, nothing on file would point to {names(answer.actors, last='or')}."
    elif most.likelihood is not judged.likelihood:
        said = f"{without}, {_would_be(most.likelihood)}."
    elif most.confidence is not judged.confidence:
        said = f"{without}, confidence would be {most.confidence.value}."
    else:
        said = f"{without}, the evidence would point most to {names(most.leading, last='or')}."
    return (said,)


def call(evidence: Evidence) -> str:
    """A piece of evidence, called in a few words."""
    whose = f" of {called(evidence.by)}" if evidence.by else ""
    match evidence.kind:
        case EvidenceKind.OWN_CLAIM | EvidenceKind.BRAND_CLAIM:
            return f"the claim{whose}"
        case EvidenceKind.DENIAL:
            return f"the denial{whose}"
        case EvidenceKind.DISPUTE:
            return "the dispute of the claim"
        case EvidenceKind.RELATION:
            return f"what is known of the two actors (“{evidence.text.removesuffix('.')}”)"
        case EvidenceKind.REPORTED_FACT:
            return f"the report of {evidence.text.split(' states as fact')[0]}"
        case EvidenceKind.NOBODY_NAMED:
            return "the blame by nobody named"
        case (
            EvidenceKind.CONFESSION
            | EvidenceKind.PHYSICAL_EVIDENCE
            | EvidenceKind.INTELLIGENCE
            | EvidenceKind.CAPABILITY
            | EvidenceKind.PATTERN
        ):
            return (
                f"the {evidence.kind.value.replace('_', ' ')} told{f' by {called(evidence.by)}' if evidence.by else ''}"
            )
        case _:
            return f"the word{whose}"


def _would_be(likelihood: Likelihood) -> str:
    match likelihood:
        case Likelihood.ROUGHLY_EVEN:
            return "there would be a roughly even chance of it"
        case Likelihood.ALMOST_NO_CHANCE:
            return "there would be almost no chance of it"
        case _:
            return f"it would be {likelihood.value}"

"""What a claim is evidence of: whoever claims, and behind a brand or a facade its members."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.attribution.agreement import agree
from tallystick.attribution.candidates import Cover, members_behind
from tallystick.attribution.case import Case
from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.frame import Frame
from tallystick.attribution.names import key
from tallystick.attribution.piece import Piece, Share, evidence, own_cause, relayed_by
from tallystick.attribution.strengths import load_strengths
from tallystick.model.attribution import Evidence
from tallystick.model.terms import Bearing, ClaimStatus, EvidenceKind, Grade, Status


def from_claim(case: Case, frame: Frame, claim: Claimed) -> Iterator[Piece]:
    """The claim, and what stands against it."""
    who = key(claim.claimant)
    own = frame.by_all_of([who])
    members = members_behind(case, claim)
    origins = case.origins_of(claim.report_ids)
    kind = EvidenceKind.BRAND_CLAIM if case.network.is_cover(claim.claimant) else EvidenceKind.OWN_CLAIM
    yield Piece(
        own | (frame.by_any_of(key(m.actor) for m in members) if members else 0),
        evidence(
            kind,
            f"{claim.claimant.name} {agree('claims', claim.claimant)} the incident.",
            [relayed_by(len(origins)), *_taken_off(case, claim)],
            claim.quotes,
            by=claim.claimant,
        ),
        voice=case.voices.institution(claim.claimant),
        group=f"claim {who}",
        origins=frozenset(origins),
        name=who,
        own=own,
    )
    yield from _against(case, frame, claim)


def from_cover(frame: Frame, cover: Cover) -> Iterator[Piece]:
    """The relations that lead behind a name, each a piece."""
    who = key(cover.actor)
    own = frame.by_all_of([who])
    for member in cover.members:
        for grade, step in zip(member.grades, member.steps, strict=True):
            at = frame.by_all_of([key(member.actor)])
            told = relation(step.text, grade).model_copy(
                update={
                    "quotes": step.quotes,
                    "citation": step.citation,
                    "report_ids": tuple(sorted({q.report_id for q in step.quotes})),
                }
            )
            yield Piece(at, told, voice="network", group=f"network {who}", behind=who, own=own)


def relation(text: str, grade: Grade) -> Evidence:
    """A relation as evidence: as strong as its grade is trusted."""
    strength = load_strengths().grades[grade]
    return Evidence(kind=EvidenceKind.RELATION, bears=Bearing.FOR, text=text, strength=strength, discount=1)


def _taken_off(case: Case, claim: Claimed) -> list[Share]:
    if not claim.stands:
        return [(load_strengths().share("taken_back"), f"the claim is {claim.status.value}")]
    if case.incident.status is Status.CLAIMED_ONLY:
        return [(load_strengths().share("claimed_only"), "nobody but the claimant tells the incident")]
    return []


def _against(case: Case, frame: Frame, claim: Claimed) -> Iterator[Piece]:
    """A dispute of the claim, or the claimant's own denial."""
    name, who = claim.claimant.name, key(claim.claimant)
    match claim.status:
        case ClaimStatus.DISPUTED:
            by = claim.disputed_by
            kind, text = EvidenceKind.DISPUTE, f"The claim of {name} is disputed{f' by {by.name}' if by else ''}."
        case ClaimStatus.DENIED:
            kind, text, by = (
                EvidenceKind.DENIAL,
                f"{name} {agree('denies', claim.claimant)} the claim made under that name.",
                claim.claimant,
            )
        case _:
            return
    shares = [relayed_by(1), *(own_cause(case, by, ()) if by and kind is EvidenceKind.DISPUTE else [])]
    told = evidence(kind, text, shares, claim.ground or claim.quotes, by=by, bears=Bearing.AGAINST)
    at = frame.others(frame.by_all_of([who]))
    origins = frozenset(case.origins_of(claim.report_ids))
    yield Piece(at, told, voice=f"{kind.value} {who}", group=f"{kind.value} {who}", origins=origins)

"""What stands against an answer, in words: denials, and who else is named for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallystick.attribution.agreement import agree
from tallystick.attribution.answers import Answer
from tallystick.attribution.case import Case
from tallystick.attribution.names import called, key, names, start
from tallystick.model.attribution import Evidence
from tallystick.model.terms import Bearing, EvidenceKind

# Told where it is said who claims the incident, and what became of each claim.
_TOLD_WITH_CLAIMS = (EvidenceKind.OWN_CLAIM, EvidenceKind.BRAND_CLAIM, EvidenceKind.DISPUTE, EvidenceKind.RELATION)
_CLAIMS = (EvidenceKind.OWN_CLAIM, EvidenceKind.BRAND_CLAIM)


def say_contrary(case: Case, answer: Answer, evidence: Sequence[Evidence]) -> Iterator[str]:
    """A sentence for every denial by the actors of an answer, and for every word that names somebody else for it."""
    mine = {key(a) for a in answer.actors}
    denials = [s.actors for s in case.stated if s.is_denied and mine & s.actor_keys]
    yield from dict.fromkeys(start(f"{names(who)} {'denies' if len(who) == 1 else 'deny'} it.") for who in denials)
    others = (e for e in _opposed(evidence) if e.kind not in (*_TOLD_WITH_CLAIMS, EvidenceKind.DENIAL))
    yield from dict.fromkeys(e.text for e in others)


def say_conflict(evidence: Sequence[Evidence]) -> str:
    """Of what sort the evidence against an answer is, as a clause."""
    said = [_in_a_clause(e) for e in _opposed(evidence)]
    return " and ".join(dict.fromkeys(said))


def _opposed(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    return (e for e in evidence if e.bears is Bearing.AGAINST and e.strength * e.discount > 0)


def _in_a_clause(evidence: Evidence) -> str:
    whose = called(evidence.by) if evidence.by else "a report"

    def verb(one: str) -> str:
        return agree(one, evidence.by) if evidence.by else one

    match evidence.kind:
        case EvidenceKind.DENIAL:
            return f"{whose} {verb('denies')} it"
        case EvidenceKind.DISPUTE:
            return "the claim is disputed"
        case kind if kind in _CLAIMS:
            return f"{whose} {verb('claims')} it"
        case EvidenceKind.NOBODY_NAMED:
            return "it is blamed on somebody else too"
        case _:
            return f"{whose} {verb('names')} somebody else"

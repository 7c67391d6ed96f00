"""One piece of evidence on who did an incident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from tallystick.attribution.agreement import agree
from tallystick.attribution.case import Case
from tallystick.attribution.strengths import load_strengths
from tallystick.model.actor import ActorRef
from tallystick.model.attribution import Evidence
from tallystick.model.quote import Quote
from tallystick.model.terms import Bearing, EvidenceKind

Share = tuple[float, str]
"""What is left of a mass, 0 to 1, and why."""


@dataclass(frozen=True)
class Piece:
    """One piece of evidence: the parties that it points to as a mask of the frame, and how it is told.

    ``voice`` is who speaks; pieces of one ``group`` depend on each other. ``origins`` are who originally wrote the
    reports that carry it. ``name`` is set for a claim: the key of the claimant; ``behind`` for a relation: the key of
    the name whose members it gives. ``own`` is that name itself, as a mask.
    """

    points_to: int
    told: Evidence
    voice: str
    group: str
    origins: frozenset[str] = frozenset()
    behind: str | None = None
    name: str | None = None
    own: int = 0

    @property
    def weight(self) -> float:
        """The belief mass that it carries, 0 to below 1."""
        return self.told.strength * self.told.discount

    @property
    def is_against(self) -> bool:
        """True for a denial and a dispute: they point to all but whom they are about."""
        return self.told.bears is Bearing.AGAINST

    def told_as(self, bears: Bearing) -> Evidence:
        """How it is told beside an answer on which it bears so."""
        return self.told if self.told.bears is bears else self.told.model_copy(update={"bears": bears})


def evidence(
    kind: EvidenceKind,
    text: str,
    shares: Sequence[Share],
    quotes: tuple[Quote, ...],
    *,
    by: ActorRef | None = None,
    bears: Bearing = Bearing.FOR,
) -> Evidence:
    """Evidence of a kind with its strength, discounted by each of the shares."""
    return Evidence(
        kind=kind,
        bears=bears,
        text=text,
        by=by,
        strength=load_strengths().mass(kind),
        discount=round(prod(share for share, _ in shares), 4),
        discount_why="; ".join(why for _, why in shares),
        quotes=quotes,
        report_ids=tuple(sorted({q.report_id for q in quotes})),
    )


def relayed_by(origins: int) -> Share:
    """How far it is trusted that something was said, by how many independent sources relay it."""
    why = "one source relays it" if origins <= 1 else f"{origins} independent sources relay it"
    return round(load_strengths().relayed(origins), 4), why


def own_cause(case: Case, voice: ActorRef, named: Sequence[ActorRef]) -> list[Share]:
    """What is left of a word in the speaker's own cause: its side was hit, or somebody says that its side did it."""
    told = [a for s in case.stated if not s.is_denied for a in s.actors]
    accused = [a for a in (*told, *(c.claimant for c in case.standing)) if a not in named]
    if not case.voices.is_party(voice, hit=case.incident.target_actor, accused=accused):
        return []
    return [(load_strengths().share("party"), f"{voice.name} {agree('is', voice)} a party to the matter")]

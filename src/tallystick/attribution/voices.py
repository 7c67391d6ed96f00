"""Whose word something is: what sort of voice, of which institution, and whether it is a party to the matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tallystick.attribution.names import key
from tallystick.knowledge.actors import OF_A_STATE, Organ
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.publishers import PublisherKind
from tallystick.model.actor import ActorRef
from tallystick.model.terms import ActorType, EvidenceKind

_KINDS = {
    **dict.fromkeys((*OF_A_STATE, ActorType.COALITION), EvidenceKind.AUTHORITY),
    **dict.fromkeys(
        (ActorType.MILITIA, ActorType.ARMED_GROUP, ActorType.FACADE, ActorType.BRAND, ActorType.PARTY),
        EvidenceKind.ARMED_PARTY,
    ),
    ActorType.MEDIA: EvidenceKind.MEDIUM,
    ActorType.ORGANISATION: EvidenceKind.ANALYST,
}
_BRANCHES = (Organ.ARMY, Organ.NAVY, Organ.AIR_FORCE)
_FORCES = "armed-forces"
_STUDIES = (PublisherKind.THINK_TANK, PublisherKind.MONITOR)
_AUTHORITIES = re.compile(
    r"\b(police|officials?|authorit\w+|ministr\w+|ministers?|government|army|military|intelligence|governors?|"
    r"prosecutors?|presiden\w+|court|counter-?terrorism)\b|الشرطة|مسؤول|وزارة|الجيش|الحكومة|محافظ|استخبارات",
    re.IGNORECASE,
)

SameSide = Callable[[ActorRef, ActorRef], bool | None]


class Voices:
    """What the knowledge base tells of those who say who did it."""

    def __init__(self, knowledge: KnowledgeBase, same_side: SameSide) -> None:
        self._knowledge = knowledge
        self._same_side = same_side

    def kind_of(self, voice: ActorRef) -> EvidenceKind:
        """What sort of voice it is; of a name that is on no list, by what the name says it is."""
        if voice.id is not None and self._knowledge.has(voice.id):
            return _KINDS.get(self._knowledge.actor(voice.id).type, EvidenceKind.OTHER_VOICE)
        if outlet := self._knowledge.outlet(voice.name):
            known = self._knowledge.publisher(outlet.id)
            return EvidenceKind.ANALYST if known and known.kind in _STUDIES else EvidenceKind.MEDIUM
        return EvidenceKind.AUTHORITY if _AUTHORITIES.search(voice.name) else EvidenceKind.OTHER_VOICE

    def institution(self, voice: ActorRef) -> str:
        """What speaks with one voice: a state with all its bodies, else the actor itself."""
        return self.state_of(voice) or key(voice)

    def state_of(self, actor: ActorRef) -> str | None:
        """The state that the actor is, or is a body of; null for one that is only backed by a state or on its list."""
        if actor.id is None or not self._knowledge.has(actor.id):
            return None
        return self._knowledge.state_of(actor.id) if self._knowledge.actor(actor.id).type in OF_A_STATE else None

    def wholes_of(self, actor: ActorRef) -> tuple[str, ...]:
        """What the actor is a body of: its state, and for a branch its armed forces ("sy-armed-forces") too."""
        state = self.state_of(actor)
        if state is None or actor.id is None:
            return ()
        is_branch = self._knowledge.actor(actor.id).organ in _BRANCHES
        return (state, f"{state}-{_FORCES}") if is_branch else (state,)

    def is_party(self, voice: ActorRef, *, hit: ActorRef | None, accused: Iterable[ActorRef]) -> bool:
        """True if a voice speaks in its own cause: its side was hit, or somebody says that its side did it."""
        others = [*([hit] if hit is not None else []), *accused]
        return any(
            self.institution(voice) == self.institution(other) or self._same_side(voice, other) is True
            for other in others
        )

    def is_partisan(self, origin_id: str) -> bool:
        """True for an outlet that an actor owns or speaks through, and for an official body."""
        known = self._knowledge.publisher(origin_id)
        return known is not None and (known.partisan_of is not None or known.kind is PublisherKind.OFFICIAL)

    def is_listed(self, origin_id: str) -> bool:
        """True for an outlet that the knowledge base holds."""
        return self._knowledge.publisher(origin_id) is not None

"""Who is said to have done it, by whom, on what ground and how surely."""

from __future__ import annotations

from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import (
    AttributionBasis,
    AttributionMode,
    AttributionRole,
    Confidence,
    Likelihood,
)


class ChainStep(Noun):
    """One step of the reasoning, in words, with the quotes or the citation that it stands on."""

    text: str
    quotes: tuple[Quote, ...] = ()
    citation: str | None = None


class Attribution(Noun):
    """One answer to "who did it". ``sentences`` says it in words: likelihood and confidence in separate sentences.

    ``attributor`` is null where the answer follows from the network, and where the reports name nobody who says so.
    """

    actors: tuple[ActorRef, ...]
    mode: AttributionMode
    attributor: ActorRef | None = None
    role: AttributionRole
    basis: AttributionBasis
    likelihood: Likelihood
    confidence: Confidence
    confidence_why: str
    chain: tuple[ChainStep, ...] = ()
    sentences: tuple[str, ...] = ()

    @property
    def is_nobodys_word(self) -> bool:
        """True if reports blame the actors and name nobody who blames them."""
        return self.basis is AttributionBasis.STATED and self.attributor is None

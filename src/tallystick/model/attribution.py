"""Who is said to have done it, by whom, on what ground and how surely."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import (
    AttributionBasis,
    AttributionMode,
    AttributionRole,
    AttributionStatus,
    Bearing,
    Confidence,
    EvidenceKind,
    Likelihood,
    Responsibility,
)


class ChainStep(Noun):
    """One step of the reasoning, in words, with the quotes or the citation that it stands on."""

    text: str
    quotes: tuple[Quote, ...] = ()
    citation: str | None = None


class AnswerOpinion(Noun):
    """The opinion on an answer (subjective logic): belief, disbelief and uncertainty add up to 1.

    ``projected`` is the probability that the likelihood word stands for: belief + base rate x uncertainty.
    """

    belief: float = Field(ge=0, le=1)
    disbelief: float = Field(ge=0, le=1)
    uncertainty: float = Field(ge=0, le=1)
    base_rate: float = Field(ge=0, le=1)
    projected: float = Field(ge=0, le=1)


class Evidence(Noun):
    """One piece of evidence on an answer, in words, with the quotes or the citation that it stands on.

    ``strength`` is the belief mass of its kind, 0 to 1, ``discount`` what is left of it for its source, 0 to 1, and
    ``discount_why`` the reason. ``by`` is whose word it is; null for a report's own, and where nobody is named.
    """

    kind: EvidenceKind
    bears: Bearing
    text: str
    by: ActorRef | None = None
    strength: float = Field(ge=0, le=1)
    discount: float = Field(ge=0, le=1)
    discount_why: str = ""
    quotes: tuple[Quote, ...] = ()
    citation: str | None = None
    report_ids: tuple[str, ...] = ()


class Sensitivity(Noun):
    """A piece of evidence without which the answer would be another: what would then be likely, how sure, and who would
    lead.

    ``evidence`` is its place in the list of evidence, from 0. ``leading`` is whom the evidence would then point to
    most; empty if nobody.
    """

    evidence: int = Field(ge=0)
    likelihood: Likelihood
    confidence: Confidence
    leading: tuple[ActorRef, ...] = ()


class Attribution(Noun):
    """One answer to "who did it". ``sentences`` says it in words: likelihood and confidence in separate sentences.

    ``attributor`` is null where the answer follows from the network, where a report states it in its own words, and
    where the reports name nobody who says so. ``opinion`` is what all evidence on file comes to for this answer, and
    the likelihood word is that of its projected probability. Of a sponsor the opinion is on whether it backs those who
    act, and says nothing of this incident. ``responsibility`` is what a state had to do with it, null unless a report
    or a cited relation tells. ``date_made`` is the day of the first report on file that tells it.
    """

    actors: tuple[ActorRef, ...]
    mode: AttributionMode
    attributor: ActorRef | None = None
    role: AttributionRole
    basis: AttributionBasis
    likelihood: Likelihood
    confidence: Confidence
    confidence_why: str
    status: AttributionStatus = AttributionStatus.CURRENT
    date_made: date | None = None
    opinion: AnswerOpinion | None = None
    evidence: tuple[Evidence, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    responsibility: Responsibility | None = None
    chain: tuple[ChainStep, ...] = ()
    sentences: tuple[str, ...] = ()

    @property
    def is_nobodys_word(self) -> bool:
        """True if reports blame the actors and name nobody who blames them."""
        return self.basis is AttributionBasis.STATED and self.attributor is None

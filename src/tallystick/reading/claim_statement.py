"""A report that is itself a group's statement: every deed that it tells as its own, it claims."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ClaimMode, Modality, Role
from tallystick.reading.claim_makers import signatory_of
from tallystick.reading.claim_making import make_claim
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.publisher_worth import speaks_as_doers
from tallystick.reading.told import Told


def claims_of_statement(document: Document, told: Told, known: tuple[ClaimMention, ...]) -> list[ClaimMention]:
    """The claims of a group in its own statement ("our brothers detonated a bomb"), one an event told as its deed.

    None is claimed where the head of the statement does not name whose it is.
    """
    if not speaks_as_doers(document) or (claimant := signatory_of(document)) is None:
        return []
    claimed = {i for c in known for i in c.covers}
    made = (_own_claim(document, claimant, f, told) for f in told.events if _is_own(f))
    return [c for c in made if not claimed & set(c.covers)]


def _is_own(frame: Frame) -> bool:
    """True for what the statement tells in nobody else's words and as nobody else's deed."""
    told = frame.reporter is None and frame.status_cue == "claimed_only" and frame.modality is Modality.ACTUAL
    return told and not frame.background and not any(p.role is Role.PERPETRATOR for p in frame.participants)


def _own_claim(document: Document, claimant: Token, frame: Frame, told: Told) -> ClaimMention:
    quote = document.quote_span(frame.sentence)
    claim = make_claim(document, claimant, frame.sentence, told, frame.head, quote, over=(frame,))
    return claim if claim.mode is not ClaimMode.UNKNOWN else claim.model_copy(update={"mode": ClaimMode.STATEMENT})

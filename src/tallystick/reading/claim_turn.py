"""A step in the life of a claim, as words tell it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tallystick.model.terms import ClaimStep


@dataclass(frozen=True)
class Turn:
    """A step as the words tell it: of the claim for which ``thing`` stands or that ``of`` makes, taken by ``by``."""

    step: ClaimStep
    verb: Token
    thing: Token | None
    by: Token | None = None
    of: Token | None = None

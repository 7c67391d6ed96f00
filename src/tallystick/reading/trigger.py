"""A word that tells an armed event."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tallystick.model.terms import EventKind


@dataclass(frozen=True)
class Trigger:
    """A word that tells an event.

    ``strength`` is noun, verb, use (needs a weapon), weapon (stands alone), effect or weak.
    """

    token: Token
    kind: EventKind
    strength: str

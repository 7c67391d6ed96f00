"""How far each kind of evidence carries: the numbers of ``strengths.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import Field

from tallystick.model.base import Noun
from tallystick.model.terms import Confidence, EvidenceKind, Grade


class Strength(Noun):
    """The belief mass of a kind of evidence, from 0 to below 1, and why."""

    mass: float = Field(ge=0, lt=1)
    why: str


class Discount(Noun):
    """What is left of a mass, as a share from 0 to 1, and why."""

    share: float = Field(ge=0, le=1)
    why: str


class Demand(Noun):
    """What a level of confidence asks for: at most so much uncertainty and conflict, at least so many voices and
    sources, whether something must be shown, and whether a ground or an own word makes up for the voices that lack.
    """

    uncertainty: float
    conflict: float
    voices: int
    sources: int
    shown: bool
    ground: bool


class Strengths(Noun):
    """All numbers that an attribution rests on."""

    evidence: Mapping[EvidenceKind, Strength]
    grades: Mapping[Grade, float]
    discounts: Mapping[str, Discount]
    confidence: Mapping[Confidence, Demand]

    def mass(self, kind: EvidenceKind) -> float:
        """The belief mass of a kind of evidence, 0 to 1."""
        return self.evidence[kind].mass

    def share(self, discount: str) -> float:
        """What a discount leaves, 0 to 1."""
        return self.discounts[discount].share

    def relayed(self, sources: int) -> float:
        """How far it is trusted that something was said, 0 to 1, by how many independent sources relay it."""
        return 1 - (1 - self.share("relayed")) ** max(sources, 1)


@cache
def load_strengths() -> Strengths:
    """The numbers in force."""
    text = (files(__package__) / "strengths.yaml").read_text(encoding="utf-8")
    return Strengths.model_validate(yaml.safe_load(text))

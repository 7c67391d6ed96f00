"""The card of the trained weights: what they are, what they say, and how to know that they are unchanged."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from tallystick.model.terms import EventKind, Modality

Probability = Annotated[float, Field(ge=0, le=1)]


class _Part(BaseModel):
    # What only people read (data, scores, licence) is left alone.
    model_config = ConfigDict(extra="ignore", frozen=True)


class Labels(_Part):
    """The labels in the order of the outputs. Roles are tagged B-, I- or O; the first trigger label is "none"."""

    roles: tuple[str, ...]
    triggers: tuple[str, ...]
    modalities: tuple[Modality, ...]


class WindowSize(_Part):
    """``length`` in word pieces, the opening and the closing one among them."""

    length: int = Field(gt=8)


class Thresholds(_Part):
    """From which probability on a trigger label is taken."""

    triggers: dict[str, Probability]


class Pair(_Part):
    """Two triggers tell one event with probability 1 / (1 + exp(-(scale · cosine + offset)))."""

    scale: float
    offset: float
    threshold: Probability


class Rescorer(_Part):
    """For each role a logistic model of its candidates: weights of ``features``, an offset, and the probability from
    which on a candidate is taken. ``bias`` is by how much "no role" is held down when candidates are sought."""

    bias: float
    features: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]
    offsets: dict[str, float]
    thresholds: dict[str, Probability]


class Card(_Part):
    """What the reader needs of ``card.json``."""

    files: dict[str, str] = Field(description="SHA-256 of each file beside the card")
    labels: Labels
    kinds_of_group: dict[str, tuple[EventKind, ...]] = Field(description="the event kinds behind a trigger label")
    window: WindowSize
    thresholds: Thresholds
    rescorer: Rescorer
    pair: Pair

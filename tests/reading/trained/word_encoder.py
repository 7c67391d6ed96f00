"""An encoder that says of each word what a test tells it to say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tallystick.model.terms import EventKind, Modality
from tallystick.reading.trained.card import Card, Labels, Pair, Rescorer, Thresholds, WindowSize
from tallystick.reading.trained.encoder import Encoded, Floats
from tallystick.reading.trained.weights import Weights
from tallystick.reading.trained.word_pieces import WordPieces

ROLES = ("perpetrator_individual", "perpetrator_organisation", "target", "victim", "weapon")
TAGS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))
KINDS = {"explosion": (EventKind.BOMBING, EventKind.IED), "harm": (EventKind.OTHER_VIOLENCE,)}
GROUPS = ("none", *KINDS)
MODALITIES = tuple(Modality)
SURE = 9.0
FEATURES = ("logit of the best span", *("another",) * 10)

CARD = Card(
    files={"encoder.onnx": "0123456789abcdef"},
    labels=Labels(roles=TAGS, triggers=GROUPS, modalities=MODALITIES),
    kinds_of_group=KINDS,
    window=WindowSize(length=64),
    thresholds=Thresholds(triggers=dict.fromkeys(KINDS, 0.5)),
    rescorer=Rescorer(
        bias=0.0,
        features=FEATURES,
        weights={role: (1.0,) + (0.0,) * (len(FEATURES) - 1) for role in ROLES},
        offsets=dict.fromkeys(ROLES, 0.0),
        thresholds=dict.fromkeys(ROLES, 0.5),
    ),
    pair=Pair(scale=10.0, offset=-5.0, threshold=0.5),
)


@dataclass
class WordEncoder:
    """Words → what is said of them; ``event`` gives the direction in which a trigger's vector points."""

    words: Mapping[int, str]
    triggers: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    modality: Mapping[str, Modality] = field(default_factory=dict)
    event: Mapping[str, int] = field(default_factory=dict)
    seen: list[tuple[int, ...]] = field(default_factory=list)

    def encode(self, pieces: tuple[int, ...]) -> Encoded:
        """Sure of what the test told, and of nothing else."""
        self.seen.append(pieces)
        words = [self.words[piece] for piece in pieces]
        events = [np.eye(4, dtype=np.float32)[self.event.get(word, 0)] for word in words]
        return Encoded(
            roles=_logits(TAGS, [self.roles.get(word, "O") for word in words]),
            triggers=_logits(GROUPS, [self.triggers.get(word, "none") for word in words]),
            modality=_logits(MODALITIES, [self.modality.get(word, Modality.ACTUAL) for word in words]),
            relevance=np.array([SURE if word in self.triggers else -SURE for word in words], dtype=np.float32),
            event=np.stack(events),
            window=0.0,
        )


def weights_for(
    text: str,
    *,
    triggers: Mapping[str, str] | None = None,
    roles: Mapping[str, str] | None = None,
    modality: Mapping[str, Modality] | None = None,
    event: Mapping[str, int] | None = None,
) -> Weights:
    """Weights whose vocabulary is the words of a text, and whose encoder says what is told here of them."""
    words = sorted(set(re.findall(r"\w+|[^\w\s]", text.lower())))
    vocabulary = {word: number for number, word in enumerate(["[UNK]", "[CLS]", "[SEP]", *words])}
    encoder = WordEncoder(
        {number: word for word, number in vocabulary.items()}, triggers or {}, roles or {}, modality or {}, event or {}
    )
    return Weights(card=CARD, pieces=WordPieces(vocabulary), encoder=encoder)


def _logits(labels: Sequence[str], chosen: Sequence[str]) -> Floats:
    rows = np.zeros((len(chosen), len(labels)), dtype=np.float32)
    for row, label in enumerate(chosen):
        rows[row, labels.index(label)] = SURE
    return rows

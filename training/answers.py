"""What the encoder says of one document."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Read:
    """A document as read. Rows are word pieces; probabilities except for ``event``.

    ``window`` is, at each piece, how likely its window holds a filler of a role.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    roles: Floats
    triggers: Floats
    modality: Floats
    relevance: Floats
    window: Floats
    event: Floats

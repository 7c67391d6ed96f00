"""One term of the codebook."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from tallystick.model.base import Noun


class Entry(Noun):
    """What a controlled term means, and what other codebooks call it.

    ``maps`` goes from a column of another codebook ("ACLED sub_event_type") to its value. ``parents`` are the codes
    of looser terms of the same list. ``low`` and ``high`` bound a likelihood, the upper bound exclusive;
    ``number`` is the value of the term on a scale of 0 to 100, null where the scale has none.
    """

    label: str
    definition: str
    parents: tuple[str, ...] = ()
    family: str | None = None
    maps: Mapping[str, str] = {}
    low: float | None = Field(default=None, ge=0, le=1)
    high: float | None = Field(default=None, ge=0, le=1)
    number: int | None = Field(default=None, ge=0, le=100)

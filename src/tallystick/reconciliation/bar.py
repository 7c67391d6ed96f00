"""Why an incident is not counted."""

from __future__ import annotations

from typing import NamedTuple


class Bar(NamedTuple):
    """What keeps an incident out of a tally, in words. ``may`` is true where it is no more than a doubt: read
    leniently, the tally may cover it all the same. ``far`` is true where the incident is of another fight altogether,
    that nobody would expect inside.
    """

    words: str
    may: bool = False
    far: bool = False

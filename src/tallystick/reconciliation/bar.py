"""Why an incident is not counted."""

from __future__ import annotations

from typing import NamedTuple


class Bar(NamedTuple):
    """What keeps an incident out of a tally, in words. ``may`` is true where it is no more than a doubt: read
    leniently, the tally may cover it all the same.
    """

    words: str
    may: bool = False

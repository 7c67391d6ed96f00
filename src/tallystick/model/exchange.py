"""Attack and response."""

from __future__ import annotations

from tallystick.model.base import Noun
from tallystick.model.quote import Quote


class Exchange(Noun):
    """Incidents that follow one another, earliest first.

    ``steps`` are incident ids. ``stated`` is true where a report says that one answers the other, false where only
    their order is known. ``text`` says it in words; ``quotes`` carry it.
    """

    steps: tuple[str, ...]
    stated: bool
    text: str
    quotes: tuple[Quote, ...] = ()

"""How original bytes came to be on file."""

from __future__ import annotations

from datetime import datetime

from tallystick.model.base import Noun


class Origin(Noun):
    """What was noted when bytes came in: the collection data of the Berkeley Protocol (HR/PUB/20/2).

    ``address`` is what was asked for, ``final`` what answered behind all redirects, ``at`` when, in UTC; all three, as
    ``status`` and ``headers`` (in the order of their names), are null or empty for a file. ``media_type`` is what the
    sender said of the bytes, ``charset`` of their encoding. ``adapter`` names the format as which they were read,
    ``options`` what the user had set for it, and ``tool`` the program that made the text, with the versions of all that
    the text depends on.
    """

    address: str | None = None
    final: str | None = None
    at: datetime | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str | None = None
    charset: str | None = None
    adapter: str | None = None
    options: tuple[tuple[str, str], ...] = ()
    tool: str | None = None

"""How something came from the network."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from tallystick.model.base import Noun

LONGEST = 2000
"""How many characters an address may have."""


class Retrieval(Noun):
    """What was noted when an address was fetched.

    ``address`` is what was asked for and ``final`` what answered, behind all redirects; ``at`` is when, in UTC.
    ``etag`` and ``last_modified`` are the validators of the answer (RFC 9110, 8.8), word for word.
    """

    address: str = Field(max_length=LONGEST)
    final: str = Field(max_length=LONGEST)
    at: datetime
    media_type: str
    etag: str | None = None
    last_modified: str | None = None

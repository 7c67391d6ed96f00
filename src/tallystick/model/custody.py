"""The chain of custody: who took in what, when and with what."""

from __future__ import annotations

from datetime import datetime

from tallystick.model.base import Noun
from tallystick.model.origin import Origin


class CustodyEntry(Noun):
    """One entry of the chain: original bytes came in from one source, and a report was made of them.

    ``source_id`` and ``report_id`` say which, the latter being the SHA-256 of the text; ``raw_sha256`` is that of the
    original bytes. ``taken_at`` is when, in UTC, and ``by`` the login name of whom; null where it was not recorded, as
    ``origin`` is for what came in before Tallystick kept this chain. ``path`` and ``url`` are as the source gives them.
    """

    source_id: str
    report_id: str
    raw_sha256: str
    taken_at: datetime
    by: str | None = None
    path: str | None = None
    url: str | None = None
    origin: Origin | None = None

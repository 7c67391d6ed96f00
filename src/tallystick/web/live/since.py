"""From when on a page is told what happens."""

from __future__ import annotations

from fastapi import Request

from tallystick.web.live.news import write_numbers
from tallystick.web.site import SiteOf


def note_since(request: Request, site: SiteOf) -> None:
    """Notes how far the ledger is before anything of the page is read: what happens after that, it is told."""
    request.state.since = write_numbers(site.ledger.numbers())

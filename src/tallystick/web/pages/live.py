"""What others do, told to the pages that are open."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header
from starlette.responses import Response

from tallystick.web.acting import Acting
from tallystick.web.live.news import read_numbers
from tallystick.web.site import SiteOf

router = APIRouter()


@router.get("/live")
async def follow_ledger(
    site: SiteOf, acting: Acting, since: str, last_event_id: Annotated[str | None, Header()] = None
) -> Response:
    """Decisions and derivations from then on, by whichever process (server-sent events, HTML standard 9.2).

    ``since`` are the numbers in a page, or those of the last event where a browser goes on. Raises TallystickError E801
    if they are none, E851 if too many listen.
    """
    return site.streams.open(site.hub.listen(read_numbers(last_event_id or since)), client=acting.name)

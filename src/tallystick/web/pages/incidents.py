"""The table of incidents: narrowed down by facets and words, sorted, page by page, and as CSV."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from tallystick.model.incident import Incident
from tallystick.web.catalogue.finding import MOST_VALUES, Found
from tallystick.web.site import SiteOf, Wanted

router = APIRouter()


@router.get("/incidents")
def list_incidents(request: Request, site: SiteOf, wanted: Wanted) -> HTMLResponse:
    """The incidents that fit, a page of them."""
    found = Found(site.catalogue.now(), wanted)
    ids = found.ids()
    with site.ledger.standing() as standing:
        held = {incident.id: incident for incident in standing.incidents(ids)}
    shown: list[Incident] = [held[id_] for id_ in ids if id_ in held]
    return site.render(
        request,
        "incidents.html.j2",
        wanted=wanted,
        found=found,
        incidents=shown,
        facets=found.all_counts(most=MOST_VALUES),
    )

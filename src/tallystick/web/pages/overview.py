"""The overview: how much is on file, and how sure it is."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from tallystick.web.catalogue.facets import FACET
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.site import SiteOf

router = APIRouter()


@router.get("/")
def show_overview(request: Request, site: SiteOf) -> HTMLResponse:
    """The overview."""
    found = Found(site.catalogue.now(), Filter(background="no"))
    with site.ledger.standing() as standing:
        reports = standing.count_reports()
    return site.render(
        request,
        "overview.html.j2",
        found=found,
        reports=reports,
        facets=[(FACET[name], found.counts(FACET[name])) for name in ("status", "event_type", "country", "review")],
    )

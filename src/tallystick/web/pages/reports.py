"""The reports on file: searched by their words, or the latest."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from tallystick.web.site import SiteOf

router = APIRouter()

MOST = 100


@router.get("/reports")
def list_reports(request: Request, site: SiteOf, q: str = "") -> HTMLResponse:
    """The reports with all the words asked for, best first; without words the latest to come in."""
    hits = site.ledger.search(q, limit=MOST) if q.strip() else ()
    with site.ledger.standing() as standing:
        number = standing.count_reports()
        ids = [hit.report_id for hit in hits] if q.strip() else standing.latest_reports(most=MOST)
        heads = {head.id: head for head in standing.heads(ids)}
    return site.render(
        request,
        "reports.html.j2",
        query=q,
        number=number,
        most=MOST,
        reports=[heads[id_] for id_ in ids],
        snippets={hit.report_id: hit.snippet for hit in hits},
    )

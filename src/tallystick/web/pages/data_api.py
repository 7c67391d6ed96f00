"""The API described: every call with its parameters, and an example that answers."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from tallystick.web.catalogue.finding import Found
from tallystick.web.described_api import describe_calls
from tallystick.web.filters import Filter
from tallystick.web.nouns import NOUNS
from tallystick.web.site import SiteOf

router = APIRouter(prefix="/data/api")


@router.get("")
def show_api(request: Request, site: SiteOf) -> HTMLResponse:
    """All calls, by noun."""
    ids = {listed.name: str(row["id"]) for listed in NOUNS for row in listed.page(site, "", 1)}
    ids.update(("incidents", id_) for id_ in Found(site.catalogue.now(), Filter()).ids()[:1])
    calls = sorted(describe_calls(request.app.openapi(), ids), key=lambda call: call.path.split("/")[3])
    groups = [(noun, list(held)) for noun, held in groupby(calls, key=lambda call: call.path.split("/")[3])]
    base = str(request.base_url).rstrip("/")
    return site.render(request, "data_api.html.j2", groups=groups, base=base)

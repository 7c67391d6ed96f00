"""The map: sites and towns as points, provinces as areas, countries in a list beside it."""

from __future__ import annotations

import orjson
from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from tallystick.web.catalogue.facets import FACET
from tallystick.web.catalogue.finding import MOST_VALUES, Found
from tallystick.web.mapping import areas_of, beside_the_map, outline_of_countries, outline_of_provinces, points_of
from tallystick.web.site import SiteOf, Wanted

router = APIRouter()

MOST_LISTED = 60


@router.get("/map")
def show_map(request: Request, site: SiteOf, wanted: Wanted) -> HTMLResponse:
    """The map of the incidents that fit, with the same as a table behind it."""
    found = Found(site.catalogue.now(), wanted)
    return site.render(
        request,
        "map.html.j2",
        wanted=wanted,
        found=found,
        facets=found.all_counts(most=MOST_VALUES),
        places=found.counts(FACET["place"])[:MOST_LISTED],
        areas=areas_of(found),
        beside=beside_the_map(found)[:MOST_LISTED],
        countries=[each.value for each in found.counts(FACET["country"]) if each.number and each.value != "none"],
    )


@router.get("/map/incidents.json")
def give_incidents(site: SiteOf, wanted: Wanted) -> Response:
    """The points and areas that fit, as columns."""
    found = Found(site.catalogue.now(), wanted)
    return _json({"points": points_of(found), "areas": areas_of(found)})


@router.get("/map/countries.json")
def give_countries() -> Response:
    """The outline of the countries."""
    return _json(outline_of_countries(), keep=True)


@router.get("/map/provinces/{country}.json")
def give_provinces(country: str) -> Response:
    """The outline of the provinces of a country."""
    return _json(outline_of_provinces(country.upper()[:2]), keep=True)


def _json(value: object, *, keep: bool = False) -> Response:
    headers = {"cache-control": "private, max-age=86400"} if keep else {}
    return Response(orjson.dumps(value), media_type="application/json", headers=headers)

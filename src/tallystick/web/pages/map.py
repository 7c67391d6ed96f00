"""The map: sites and towns as points, provinces as areas, countries in a list beside it."""

from __future__ import annotations

import gzip
from dataclasses import replace

import orjson
from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from tallystick.model.terms import Status
from tallystick.web.api.answers import tag_of, unchanged
from tallystick.web.catalogue.facets import FACET
from tallystick.web.catalogue.finding import MOST_VALUES, Found
from tallystick.web.catalogue.numbers import CERTAINTY
from tallystick.web.mapping import beside_the_map, outline_of_countries, outline_of_provinces, places_of, table_of
from tallystick.web.site import SiteOf, Wanted

router = APIRouter()

MOST_LISTED = 60
AT_ONCE = 20
APART_FROM_AFAR = 0.12
"""Degrees between two corners of an outline seen from afar: two pixels of the map where the finer one takes over."""


@router.get("/map")
def show_map(request: Request, site: SiteOf, wanted: Wanted) -> HTMLResponse:
    """The map of the incidents that fit, with the same as a table behind it: the fullest places, which a script makes
    all of them, in the days that the map shows.
    """
    found = Found(site.catalogue.now(), wanted)
    table = table_of(found)
    return site.render(
        request,
        "map.html.j2",
        wanted=wanted,
        found=found,
        facets=found.all_counts(most=MOST_VALUES),
        statuses={CERTAINTY[each.value]: Status(each.value) for each in found.counts(FACET["status"]) if each.number},
        table=table[:MOST_LISTED],
        places=len(table),
        beside=beside_the_map(found)[:MOST_LISTED],
        countries=[each.value for each in found.counts(FACET["country"]) if each.number and each.value != "none"],
    )


@router.get("/map/places.json")
def give_places(request: Request, site: SiteOf, wanted: Wanted) -> Response:
    """The places that fit, as columns."""
    moment = site.catalogue.now()
    tag = tag_of(request, moment.turn, "places")
    if (same := unchanged(request, tag)) is not None:
        return same
    body = orjson.dumps(places_of(Found(moment, wanted)))
    return Response(body, media_type="application/json", headers={"etag": tag, "cache-control": "private, no-cache"})


@router.get("/map/at")
def list_at_place(request: Request, site: SiteOf, wanted: Wanted) -> HTMLResponse:
    """The incidents that fit, a few at a time, to be read beside the map."""
    found = Found(site.catalogue.now(), replace(wanted, size=AT_ONCE))
    ids = found.ids()
    with site.ledger.standing() as standing:
        held = {incident.id: incident for incident in standing.incidents(ids)}
    incidents = [held[id_] for id_ in ids if id_ in held]
    return site.render(request, "map_place.html.j2", wanted=wanted, found=found, incidents=incidents)


@router.get("/map/countries.json")
def give_countries(request: Request) -> Response:
    """The outline of the countries."""
    return _outline(request, outline_of_countries())


@router.get("/map/countries-from-afar.json")
def give_countries_from_afar(request: Request) -> Response:
    """The outline of the countries for a view of much of the world."""
    return _outline(request, outline_of_countries(apart=APART_FROM_AFAR))


@router.get("/map/provinces/{country}.json")
def give_provinces(request: Request, country: str) -> Response:
    """The outline of the provinces of a country."""
    return _outline(request, outline_of_provinces(country.upper()[:2]))


def _outline(request: Request, packed: bytes) -> Response:
    headers = {"cache-control": "private, max-age=86400", "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, media_type="application/json", headers={**headers, "content-encoding": "gzip"})
    return Response(gzip.decompress(packed), media_type="application/json", headers=headers)

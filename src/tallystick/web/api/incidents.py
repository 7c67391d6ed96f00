"""Incidents: found by filters, as JSON, GeoJSON or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.model.incident import Incident
from tallystick.model.record import Record
from tallystick.publishing.csv import csv_lines
from tallystick.publishing.geojson import incident_feature
from tallystick.publishing.rows import incident_row
from tallystick.web.api.acled import read_parameters
from tallystick.web.api.answers import MOST, USUAL, rows_answer, tag_of, unchanged
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import read_filter
from tallystick.web.site import SiteOf

router = APIRouter(prefix="/api/v1", tags=["incidents"])

JSON, GEOJSON, CSV = "application/json", "application/geo+json", "text/csv"


@router.get("/incidents")
def list_incidents(
    request: Request,
    site: SiteOf,
    limit: Annotated[int, Query(ge=1, le=MOST)] = USUAL,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    timestamp: Annotated[str | None, Query(description="Changed since: seconds since 1970, or a day")] = None,
) -> Response:
    """The incidents that fit. Their form follows the Accept header, or ``_format``: ``json``, ``geojson``, ``csv``."""
    moment = site.catalogue.now()
    form = _form(request)
    tag = tag_of(request, moment.turn, form)
    if (same := unchanged(request, tag)) is not None:
        return same
    given = [(name, value) for name, value in request.query_params.multi_items() if name not in ("page", "limit")]
    ids = Found(moment, read_filter(read_parameters(given))).all_ids()
    if timestamp is not None:
        changed = _changed_since(site.ledger, timestamp)
        ids = [id_ for id_ in ids if id_ in changed]
    wanted = ids[(page - 1) * limit : page * limit]
    with site.ledger.standing() as standing:
        held = {incident.id: incident for incident in standing.incidents(wanted)}
    incidents = [held[id_] for id_ in wanted if id_ in held]
    if form == GEOJSON:
        collection = {"type": "FeatureCollection", "features": [incident_feature(each) for each in incidents]}
        return Response(orjson.dumps(collection), media_type=GEOJSON, headers={"etag": tag, "vary": "accept"})
    if form == CSV:
        lines = "".join(csv_lines(_record_of(site.ledger, incidents)))
        return Response(lines, media_type=CSV, headers={"etag": tag, "vary": "accept"})
    more = page * limit < len(ids)
    following = str(request.url.include_query_params(page=page + 1)) if more else None
    return rows_answer([incident_row(each) for each in incidents], total=len(ids), following=following, tag=tag)


@router.get("/incidents/{incident_id}")
def give_incident(request: Request, site: SiteOf, incident_id: str) -> Response:
    """One incident with every field; the id of one that was merged gives the one that stands."""
    tag = tag_of(request, site.catalogue.now().turn, JSON)
    incident, tombstone = site.ledger.incident(incident_id)
    if (same := unchanged(request, tag)) is not None:
        return same
    row = {**incident_row(incident), "asked_for": tombstone.id if tombstone else incident.id}
    return Response(orjson.dumps(row), media_type=JSON, headers={"etag": tag})


def _form(request: Request) -> str:
    asked = request.query_params.get("_format")
    if asked is not None:
        forms = {"json": JSON, "geojson": GEOJSON, "csv": CSV}
        if asked not in forms:
            raise TallystickError(Code.E801, name="_format", value=asked, wanted=f"one of {', '.join(forms)}")
        return forms[asked]
    accepted = request.headers.get("accept", "")
    return next((form for form in (GEOJSON, CSV) if form in accepted), JSON)


def _changed_since(ledger: Ledger, timestamp: str) -> set[str]:
    """The incidents that changed from a time on, given in seconds since 1970 or as a day."""
    try:
        seconds = timestamp.isascii() and timestamp.isdigit()
        moment = datetime.fromtimestamp(int(timestamp), UTC) if seconds else datetime.fromisoformat(timestamp)
    except (ValueError, OverflowError, OSError):
        wanted = "seconds since 1970, or a day, YYYY-MM-DD"
        raise TallystickError(Code.E801, name="timestamp", value=timestamp, wanted=wanted) from None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return {made.change.id for made in ledger.changes(after=zoned)}


def _record_of(ledger: Ledger, incidents: Sequence[Incident]) -> Record:
    """The incidents with the mentions and reports that their lines quote."""
    with ledger.standing() as standing:
        mentions = standing.mentions({id_ for incident in incidents for id_ in incident.mentions})
        heads = standing.heads({mention.report_id for mention in mentions})
    return Record(reports=heads, mentions=mentions, incidents=tuple(incidents))

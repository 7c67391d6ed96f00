"""Incidents: found by filters, as JSON, GeoJSON, CSV or JSON lines."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request
from orjson import Fragment
from starlette.responses import Response

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.model.decision import Decision
from tallystick.model.incident import Incident
from tallystick.publishing.csv_columns import COLUMNS
from tallystick.publishing.rows import incident_json, incident_row
from tallystick.web.api.acled import read_parameters
from tallystick.web.api.answers import MOST, USUAL, Listing, rows_answer, tag_of, unchanged
from tallystick.web.api.forms import CSV, GEOJSON, JSON, JSONL, MEDIA_TYPE, form_asked
from tallystick.web.api.parameters import FILTERS
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import read_filter
from tallystick.web.listing.columns import columns_of_file
from tallystick.web.listing.files import csv_of, geojson_of, incidents_of, jsonl_of
from tallystick.web.site import SiteOf

router = APIRouter(prefix="/api/v1", tags=["incidents"])

FORMS = (JSON, GEOJSON, CSV, JSONL)


@router.get(
    "/incidents",
    openapi_extra={"parameters": FILTERS},
    responses={200: {"model": Listing[Incident], "content": {"application/geo+json": {}, "text/csv": {}}}},
)
def list_incidents(
    request: Request,
    site: SiteOf,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many at most")] = USUAL,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    timestamp: Annotated[str | None, Query(description="Changed since: seconds since 1970, or a day")] = None,
    _form: Annotated[
        str | None, Query(alias="format", description=f"One of {', '.join(FORMS)}; else as Accept says")
    ] = None,
) -> Response:
    """Lists the incidents that fit all filters."""
    moment = site.catalogue.now()
    form = form_asked(request, FORMS)
    tag = tag_of(request, moment.turn, form)
    if (same := unchanged(request, tag)) is not None:
        return same
    given = [(name, value) for name, value in request.query_params.multi_items() if name not in ("page", "limit")]
    wanted = read_filter(read_parameters(given))
    ids, rows = moment.columns.ids, Found(moment, wanted).rows().tolist()
    if timestamp is not None:
        changed = _changed_since(site.ledger, timestamp)
        rows = [row for row in rows if ids[row] in changed]
    shown = [ids[row] for row in rows[(page - 1) * limit : page * limit]]
    if form == JSON:
        more = page * limit < len(rows)
        following = str(request.url.include_query_params(page=page + 1)) if more else None
        made = [Fragment(incident_json(each)) for each in incidents_of(site.ledger, shown)]
        return rows_answer(made, total=len(rows), following=following, tag=tag)
    if form == GEOJSON:
        lines = geojson_of(site.ledger, shown)
    elif form == JSONL:
        lines = jsonl_of(site.ledger, shown)
    else:
        columns = columns_of_file(wanted.columns) if wanted.columns else COLUMNS
        lines = csv_of(site.ledger, shown, columns=columns)
    return Response("".join(lines), media_type=MEDIA_TYPE[form], headers={"etag": tag, "vary": "accept"})


@router.get("/incidents/{incident_id}", responses={200: {"model": Incident}})
def give_incident(request: Request, site: SiteOf, incident_id: str) -> Response:
    """One incident with every field and what was decided on it, each with the machine's score at that moment; the id of
    one that was merged gives the one that stands.
    """
    decided = site.review.decided.now()
    tag = tag_of(request, site.catalogue.now().turn, f"{JSON} {len(decided.entries)}")
    incident, tombstone = site.ledger.incident(incident_id)
    if (same := unchanged(request, tag)) is not None:
        return same
    decisions = [_decision_row(each) for each in decided.of_incident(incident.id)]
    row = {**incident_row(incident), "asked_for": tombstone.id if tombstone else incident.id, "decisions": decisions}
    return Response(orjson.dumps(row), media_type=MEDIA_TYPE[JSON], headers={"etag": tag})


def _decision_row(decision: Decision) -> dict[str, object]:
    told = {"id", "at", "by", "act", "mention_id", "field", "value", "reason", "undoes", "score"}
    return decision.model_dump(mode="json", include=told)


def _changed_since(ledger: Ledger, timestamp: str) -> frozenset[str]:
    """The ids of what changed from a time on, given in seconds since 1970 or as a day."""
    try:
        seconds = timestamp.isascii() and timestamp.isdigit()
        moment = datetime.fromtimestamp(int(timestamp), UTC) if seconds else datetime.fromisoformat(timestamp)
    except (ValueError, OverflowError, OSError):
        wanted = "seconds since 1970, or a day, YYYY-MM-DD"
        raise TallystickError(Code.E801, name="timestamp", value=timestamp, wanted=wanted) from None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    with ledger.standing() as standing:
        return standing.changed_since(zoned)

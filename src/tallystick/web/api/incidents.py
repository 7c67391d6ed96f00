"""Incidents: found by filters, as JSON, GeoJSON, CSV or JSON lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request
from orjson import Fragment
from starlette.responses import Response

from tallystick.ledger import Ledger
from tallystick.model.decision import Decision
from tallystick.model.incident import Incident
from tallystick.publishing.csv_columns import COLUMNS
from tallystick.publishing.rows import incident_json, incident_row
from tallystick.web.api.acled import Question, read_question
from tallystick.web.api.answers import MOST, USUAL, Listing, rows_answer, tag_of, unchanged
from tallystick.web.api.comparing import Bounds
from tallystick.web.api.fields import columns_asked, fields_asked
from tallystick.web.api.forms import CSV, GEOJSON, JSON, JSONL, MEDIA_TYPE, form_asked
from tallystick.web.api.parameters import FILTERS
from tallystick.web.catalogue.catalogue import Moment
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter, read_filter
from tallystick.web.listing.columns import columns_of_file
from tallystick.web.listing.files import csv_of, geojson_of, incidents_of
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
    fields: Annotated[
        list[str] | None, Query(description="Fields to give, joined by |; of a CSV columns of incidents.csv")
    ] = None,
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
    chosen = fields_asked(fields or (), form)
    given = [(name, value) for name, value in request.query_params.multi_items() if name not in ("page", "limit")]
    question = read_question(given, moment.labels)
    wanted = read_filter(question.pairs)
    found = _fitting(site.ledger, moment, wanted, question)
    shown = found[(page - 1) * limit : page * limit]
    if form == JSON:
        following = str(request.url.include_query_params(page=page + 1)) if page * limit < len(found) else None
        made = [Fragment(line) for line in _lines(site.ledger, shown, chosen)]
        return rows_answer(made, total=len(found), following=following, tag=tag)
    if form == GEOJSON:
        lines = geojson_of(site.ledger, shown)
    elif form == JSONL:
        lines = (f"{line}\n" for line in _lines(site.ledger, shown, chosen))
    else:
        columns = columns_asked(chosen) or (columns_of_file(wanted.columns) if wanted.columns else COLUMNS)
        lines = csv_of(site.ledger, shown, columns=columns)
    return Response("".join(lines), media_type=MEDIA_TYPE[form], headers={"etag": tag, "vary": "accept"})


def _fitting(ledger: Ledger, moment: Moment, wanted: Filter, question: Question) -> list[str]:
    """The ids of the incidents that fit all filters, in the order asked for."""
    rows = Found(moment, wanted).rows()
    killed, bounds = moment.columns.numbers["killed"][rows], question.killed
    if bounds != Bounds():
        # Of whom it is not told how many died, none can be said to fit.
        fits = killed >= max(bounds.least or 0, 0)
        rows = rows[fits if bounds.most is None else fits & (killed <= bounds.most)]
    ids = [moment.columns.ids[row] for row in rows.tolist()]
    if question.changed_from is None:
        return ids
    changed = _changed_since(ledger, question.changed_from)
    return [id_ for id_ in ids if id_ in changed]


def _changed_since(ledger: Ledger, moment: datetime) -> frozenset[str]:
    with ledger.standing() as standing:
        return standing.changed_since(moment)


def _lines(ledger: Ledger, ids: Sequence[str], fields: Collection[str]) -> Iterator[str]:
    """Each incident as JSON, with those fields alone if any are named."""
    return (incident_json(each, fields=fields) for each in incidents_of(ledger, ids))


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

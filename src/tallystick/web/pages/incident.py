"""One incident: what is held of it, and every word that it rests on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from tallystick.attribution.attribute import attribute
from tallystick.deciding import take_decision
from tallystick.derivation.concerning import record_of
from tallystick.model.decision import Act
from tallystick.model.digest import version_of
from tallystick.pipeline import bring_up_to_date, default_knowledge
from tallystick.publishing.brief.cards import make_cards
from tallystick.publishing.brief.index import Index
from tallystick.web.site import SiteOf

router = APIRouter()


@router.get("/incidents/{incident_id}")
def show_incident(request: Request, site: SiteOf, incident_id: str) -> Response:
    """The incident of that id; an id that was given up leads on to the one that stands."""
    incident, tombstone = site.ledger.incident(incident_id)
    if tombstone is not None:
        return RedirectResponse(f"/incidents/{incident.id}", status_code=301)
    knowledge = default_knowledge()
    record = record_of(incident, site.ledger, knowledge=knowledge)
    index = Index(record)
    told = attribute([incident], record.mentions, record.reports, knowledge=knowledge)
    page: HTMLResponse = site.render(
        request,
        "incident.html.j2",
        incident=incident,
        seen=version_of(incident),
        index=index,
        card=next((card for card in make_cards(index) if card.incident.id == incident.id), None),
        sentences=told.sentences[incident.id],
        known={other.id: other for other in record.incidents},
    )
    return page


@router.post("/incidents/{incident_id}/decisions")
def decide_on_incident(
    site: SiteOf,
    incident_id: str,
    act: Annotated[Act, Form()],
    seen: Annotated[str | None, Form()] = None,
    reason: Annotated[str | None, Form(max_length=2_000)] = None,
) -> Response:
    """Accepts or rejects the incident, or notes that it was looked at; then shows it as it now stands.

    Raises TallystickError E311 if it is not as it was seen.
    """
    take_decision(site.ledger, act, incident_id, by=site.reviewer, reason=reason or None, seen=seen)
    bring_up_to_date(site.ledger)
    return RedirectResponse(f"/incidents/{incident_id}", status_code=303)

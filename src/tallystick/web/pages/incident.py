"""One incident: what is held of it, every word that it rests on, and what an analyst may decide."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from tallystick.attribution.attribute import attribute
from tallystick.deciding import take_decision
from tallystick.derivation.concerning import record_of
from tallystick.histories import history_of
from tallystick.model.decision import Act
from tallystick.model.digest import version_of
from tallystick.pipeline import bring_up_to_date, default_knowledge
from tallystick.publishing.brief.cards import make_cards
from tallystick.publishing.brief.index import Index
from tallystick.resolution.fields import EDITABLE, check_edit
from tallystick.web.site import SiteOf
from tallystick.web.six_ws import ask_six

router = APIRouter()

Words = Annotated[str | None, Form(max_length=2_000)]


@router.get("/incidents/{incident_id}")
def show_incident(request: Request, site: SiteOf, incident_id: str) -> Response:
    """The incident of that id; an id that was given up leads on to the one that stands."""
    incident, tombstone = site.ledger.incident(incident_id)
    if tombstone is not None:
        return RedirectResponse(f"/incidents/{incident.id}", status_code=301)
    knowledge = default_knowledge()
    record = record_of(incident, site.ledger, knowledge=knowledge)
    index = Index(record)
    with site.ledger.standing() as standing:
        answered = {
            i.id: i for i in standing.incidents({*incident.responds_to, *standing.incidents_naming({incident.id})})
        }
        told_claims = standing.claims([m.id for m in record.mentions if m.kind == "claim"])
    told = attribute([incident], record.mentions, record.reports, knowledge=knowledge)
    return site.render(
        request,
        "incident.html.j2",
        incident=incident,
        seen=version_of(incident),
        index=index,
        questions=ask_six(incident, index.events_of(incident)),
        card=next((card for card in make_cards(index) if card.incident.id == incident.id), None),
        claims=[claim for claim in told_claims if incident.id in claim.covers.incident_ids],
        sentences=told.sentences[incident.id],
        answers=[answered[id_] for id_ in incident.responds_to if id_ in answered],
        answered_by=[other for other in answered.values() if incident.id in other.responds_to],
        history=history_of(site.ledger, incident.id),
        editable=EDITABLE,
    )


@router.post("/incidents/{incident_id}/decisions")
def decide_on_incident(
    site: SiteOf,
    incident_id: str,
    act: Annotated[Act, Form()],
    seen: Annotated[str | None, Form()] = None,
    reason: Words = None,
) -> Response:
    """Accepts or rejects the incident, or notes that it was looked at; then shows it as it now stands.

    Raises TallystickError E311 if it is not as it was seen.
    """
    take_decision(site.ledger, act, incident_id, by=site.reviewer, reason=reason or None, seen=seen)
    return _shown_anew(site, incident_id)


@router.post("/incidents/{incident_id}/edits")
def edit_incident(
    site: SiteOf,
    incident_id: str,
    field: Annotated[str, Form()],
    value: Annotated[str, Form(max_length=10_000)],
    seen: Annotated[str | None, Form()] = None,
    reason: Words = None,
) -> Response:
    """Sets a field, whatever reports say. Raises TallystickError E305, E306 or E311."""
    check_edit(field, value)
    take_decision(
        site.ledger, Act.EDIT, incident_id, by=site.reviewer, reason=reason or None, seen=seen,
        field=field, value=lambda _: value,
    )  # fmt: skip
    return _shown_anew(site, incident_id)


@router.post("/decisions/{number}/undo")
def undo_decision(site: SiteOf, number: int, incident: Annotated[str, Form()], reason: Words = None) -> Response:
    """Takes a decision back; both stay in the journal. Raises TallystickError E304 or E314."""
    site.ledger.append_decision(Act.UNDO, by=site.reviewer, undoes=number, reason=reason or None)
    return _shown_anew(site, incident)


def _shown_anew(site: SiteOf, incident_id: str) -> Response:
    bring_up_to_date(site.ledger)
    return RedirectResponse(f"/incidents/{incident_id}", status_code=303)

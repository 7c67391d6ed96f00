"""One incident: what is held of it, every word that it rests on, and what an analyst may decide."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from tallystick.attribution.attribute import attribute
from tallystick.deciding import take_decision
from tallystick.derivation.concerning import record_of
from tallystick.errors import TallystickError
from tallystick.histories import history_of
from tallystick.model.decision import Act
from tallystick.model.digest import version_of
from tallystick.model.incident import Incident
from tallystick.pipeline import bring_up_to_date, default_knowledge
from tallystick.publishing.brief.cards import make_cards
from tallystick.publishing.brief.index import Index
from tallystick.resolution.fields import EDITABLE, check_edit
from tallystick.web.acting import Reviewing
from tallystick.web.refused import STATUS, Refused, Typed, refused_by
from tallystick.web.site import Site, SiteOf
from tallystick.web.six_ws import ask_six

router = APIRouter()

Words = Annotated[str, Form(max_length=2_000)]


@router.get("/incidents/{incident_id}")
def show_incident(request: Request, site: SiteOf, incident_id: str) -> Response:
    """The incident of that id; an id that was given up leads on to the one that stands."""
    incident, tombstone = site.ledger.incident(incident_id)
    if tombstone is not None:
        return RedirectResponse(f"/incidents/{incident.id}", status_code=301)
    return _page(request, site, incident)


def _page(request: Request, site: Site, incident: Incident, *, refused: Refused | None = None) -> Response:
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
        status=STATUS if refused else 200,
        refused=refused,
        typed=refused.typed if refused else None,
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
        decisions=site.review.decided.now().entries,
        editable=EDITABLE,
    )


@router.post("/incidents/{incident_id}/decisions")
def decide_on_incident(
    request: Request,
    site: SiteOf,
    acting: Reviewing,
    incident_id: str,
    act: Annotated[Act, Form()],
    seen: Annotated[str, Form()],
    reason: Words = "",
) -> Response:
    """Accepts or rejects the incident, or notes that it was looked at; then shows it as it now stands.

    If it is not as it was seen, nothing is decided and the page tells why.
    """
    try:
        take_decision(site.ledger, act, incident_id, by=acting.name, reason=reason or None, seen=seen)
    except TallystickError as error:
        refused = refused_by(error, Typed(act, reason=reason), leave=f"/incidents/{incident_id}")
        return show_refused(request, site, incident_id, refused)
    return _shown_anew(site, incident_id)


@router.post("/incidents/{incident_id}/edits")
def edit_incident(
    request: Request,
    site: SiteOf,
    acting: Reviewing,
    incident_id: str,
    field: Annotated[str, Form()],
    value: Annotated[str, Form(max_length=10_000)],
    seen: Annotated[str, Form()],
    reason: Words = "",
) -> Response:
    """Sets a field, whatever reports say. Raises TallystickError E305 or E306.

    If the incident is not as it was seen, nothing is set and the page tells why.
    """
    check_edit(field, value)
    try:
        take_decision(
            site.ledger, Act.EDIT, incident_id, by=acting.name, reason=reason or None, seen=seen,
            field=field, value=lambda _: value,
        )  # fmt: skip
    except TallystickError as error:
        typed = Typed(Act.EDIT, reason=reason, field=field, value=value)
        refused = refused_by(error, typed, leave=f"/incidents/{incident_id}")
        return show_refused(request, site, incident_id, refused)
    return _shown_anew(site, incident_id)


@router.post("/decisions/{number}/undo")
def undo_decision(
    request: Request,
    site: SiteOf,
    acting: Reviewing,
    number: int,
    incident: Annotated[str, Form()],
    seen: Annotated[str, Form()],
    reason: Words = "",
) -> Response:
    """Takes a decision back, whoever took it; both stay in the journal. Raises TallystickError E304.

    If the incident is not as it was seen, or the decision is taken back already, the page tells so instead.
    """
    try:
        site.ledger.append_decision(
            Act.UNDO, by=acting.name, undoes=number, reason=reason or None, seen={incident: seen}
        )
    except TallystickError as error:
        refused = refused_by(error, Typed(Act.UNDO, reason=reason), leave=f"/incidents/{incident}")
        return show_refused(request, site, incident, refused)
    return _shown_anew(site, incident)


def show_refused(request: Request, site: Site, incident_id: str, refused: Refused) -> Response:
    """The page of the incident as it is by now, with what was typed.

    Raises TallystickError E330 if it stands no more.
    """
    bring_up_to_date(site.ledger)
    incident, _ = site.ledger.incident(incident_id)
    return _page(request, site, incident, refused=refused)


def _shown_anew(site: SiteOf, incident_id: str) -> Response:
    bring_up_to_date(site.ledger)
    return RedirectResponse(f"/incidents/{incident_id}", status_code=303)

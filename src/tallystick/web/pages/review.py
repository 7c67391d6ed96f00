"""The review: what nobody has passed yet, the least certain first; one key decides and moves on."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated
from urllib.parse import urlencode

import numpy as np
from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from tallystick.deciding import take_decision
from tallystick.derivation.concerning import record_of
from tallystick.model.decision import Act
from tallystick.model.digest import version_of
from tallystick.pipeline import bring_up_to_date, default_knowledge
from tallystick.publishing.brief.index import Index
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.site import SiteOf, Wanted
from tallystick.web.six_ws import ask_six

router = APIRouter()

AHEAD = 12
"""How many of the queue are named beside the one at hand."""


@router.get("/review")
def show_review(request: Request, site: SiteOf, wanted: Wanted, at: str = "", done: int = 0) -> HTMLResponse:
    """The incident at hand, or the least certain one; ``done`` is the number of the decision just taken."""
    queue = waiting(site.catalogue, wanted)
    position = queue.index(at) if at in queue else 0
    last = next((d for d in site.ledger.journal() if d.id == done), None) if done else None
    if not queue:
        return site.render(request, "review.html.j2", wanted=wanted, queue=queue, last=last, incident=None)
    incident, _ = site.ledger.incident(queue[position])
    index = Index(record_of(incident, site.ledger, knowledge=default_knowledge()))
    beside = queue[position : position + AHEAD]
    with site.ledger.standing() as standing:
        ahead = {other.id: other for other in standing.incidents(beside)}
    return site.render(
        request,
        "review.html.j2",
        wanted=wanted,
        queue=queue,
        position=position,
        incident=incident,
        seen=version_of(incident),
        index=index,
        questions=ask_six(incident, index.events_of(incident)),
        before=queue[position - 1] if position else None,
        after=queue[position + 1] if position + 1 < len(queue) else None,
        ahead=[ahead[id_] for id_ in beside if id_ in ahead],
        last=last,
    )


@router.post("/review")
def decide_and_move_on(
    site: SiteOf,
    wanted: Wanted,
    incident: Annotated[str, Form()],
    act: Annotated[Act, Form()],
    seen: Annotated[str, Form()],
    after: Annotated[str, Form()] = "",
    reason: Annotated[str, Form(max_length=2_000)] = "",
) -> Response:
    """Decides on the incident at hand, and shows the next.

    Raises TallystickError E311 if it is not as it was seen; nothing is then decided.
    """
    made = take_decision(site.ledger, act, incident, by=site.reviewer, reason=reason or None, seen=seen)
    bring_up_to_date(site.ledger)
    return _move_on(wanted, at=after, done=made.id)


@router.post("/review/undo")
def undo_and_go_back(
    site: SiteOf, wanted: Wanted, number: Annotated[int, Form()], incident: Annotated[str, Form()] = ""
) -> Response:
    """Takes the decision back and shows its incident again. Raises TallystickError E304 or E314."""
    site.ledger.append_decision(Act.UNDO, by=site.reviewer, undoes=number)
    bring_up_to_date(site.ledger)
    return _move_on(wanted, at=incident, done=0)


def waiting(catalogue: Catalogue, wanted: Filter) -> list[str]:
    """The ids of the incidents that nobody has passed and that fit a filter: those whose joins are least sure first,
    then those on which reports disagree most, then those least sure to have happened.
    """
    moment = catalogue.now()
    found = Found(moment, replace(wanted, chosen={**wanted.chosen, "review": ("machine",)}))
    rows, numbers = found.rows(), moment.columns.numbers
    order = np.lexsort((rows, -numbers["certainty"][rows], -numbers["conflicts"][rows], numbers["joined"][rows]))
    return [moment.columns.ids[row] for row in rows[order]]


def _move_on(wanted: Filter, *, at: str, done: int) -> Response:
    more = [("at", at)] if at else []
    more += [("done", str(done))] if done else []
    query = urlencode([*wanted.pairs, *more])
    return RedirectResponse(f"/review?{query}" if query else "/review", status_code=303)

"""Who stands behind whom: what reports say, as proposals, beside what the knowledge base holds, on any day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse, Response

from tallystick.deciding import take_decision
from tallystick.errors import Code, TallystickError
from tallystick.model.decision import Act
from tallystick.model.relation import KnownRelation, Relation
from tallystick.model.terms import RelationStanding
from tallystick.pipeline import bring_up_to_date, default_knowledge
from tallystick.publishing.brief.network import draw_network
from tallystick.publishing.brief.relations import Edge, Network, gather_network
from tallystick.web.acting import Reviewing
from tallystick.web.refused import STATUS, Refused, Typed, refused_by
from tallystick.web.site import Site, SiteOf

router = APIRouter()

WIDTH = 1000.0
MOST_TOLD = 40
SLIDER_YEARS = 60
"""So many years back the slider goes, from the last change on; what lies before is asked for by its day."""


@router.get("/network")
def show_network(
    request: Request,
    site: SiteOf,
    on: str = "",
    actor: str = "",
    edge: str = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> HTMLResponse:
    """The network, on one day if one is given, around one actor if one is named; of what reports tell a page, or what
    they tell of one line of the picture (``edge``). Raises TallystickError E801.
    """
    return _page(request, site, on=on, actor=actor, edge=edge, page=page)


def _page(
    request: Request,
    site: Site,
    *,
    on: str = "",
    actor: str = "",
    edge: str = "",
    page: int = 1,
    refused: Refused | None = None,
) -> HTMLResponse:
    day = _day(on)
    held, knowledge = site.network.now(), default_knowledge()
    told = held.made
    met = {each.id for each in told.actors if each.known}
    at_any_time = list({r: None for each in sorted(met | {actor}) for r in knowledge.relations_of(each)})
    shown = list(told.relations)
    if actor:
        at_any_time = [r for r in at_any_time if actor in (r.subject, r.object)]
        shown = [r for r in shown if actor in (r.subject.id or r.subject.name, r.object.id or r.object.name)]
        met = {actor} | {end for r in at_any_time for end in (r.subject, r.object)}
    known = [r for r in at_any_time if _holds(r, day)]
    shown_then = [r for r in shown if _holds(r, day)]
    stands = [r for r in shown_then if r.standing is not RelationStanding.REJECTED]
    ends = {end for r in known for end in (r.subject, r.object)} | met
    names = {end: knowledge.ref(end).name for end in sorted(ends) if knowledge.has(end)}
    accepted = {r.id for r in stands if r.standing is RelationStanding.ACCEPTED}
    network = gather_network(stands, known, names=names, met=met, sources=told.sources, accepted=accepted)
    listed = [r for r in shown_then if edge in ("", anchor_of(*ends_of(r)))]
    with site.ledger.standing() as standing:
        # As they stand now: what the network was gathered from may be behind.
        now = {r.id: r for r in standing.relations(r.id for r in listed[(page - 1) * MOST_TOLD : page * MOST_TOLD])}
    changes = _years_of_change(shown, at_any_time)
    focus = knowledge.actor(actor) if actor and knowledge.has(actor) else None
    return site.render(
        request,
        "network.html.j2",
        status=STATUS if refused else 200,
        refused=refused,
        held=held,
        picture=_draw(network, on, is_paged=len(shown_then) > MOST_TOLD),
        told=list(now.values()),
        number=len(listed),
        edge=edge,
        page=page,
        pages=max(1, -(-len(listed) // MOST_TOLD)),
        known=known,
        names=names,
        sources=told.sources,
        on=day,
        years=[year for year in changes if year >= changes[-1] - SLIDER_YEARS],
        before=changes[0] if changes else None,
        actor=actor,
        focus=focus,
        actors=sorted(told.actors, key=lambda each: each.name.casefold()),
        anchor=anchor_of,
    )


@router.post("/relations/{relation_id}/decisions")
def decide_on_relation(
    request: Request,
    site: SiteOf,
    acting: Reviewing,
    relation_id: str,
    act: Annotated[Act, Form()],
    seen: Annotated[str, Form()],
    reason: Annotated[str, Form(max_length=2_000)] = "",
) -> Response:
    """Accepts or rejects a relation that a report tells. Raises TallystickError E315 if there is none of that id.

    If it is not as it was seen, nothing is decided and the page tells why.
    """
    try:
        take_decision(site.ledger, act, relation_id, by=acting.name, reason=reason or None, seen=seen)
    except TallystickError as error:
        bring_up_to_date(site.ledger)
        return _page(request, site, refused=refused_by(error, Typed(act, reason=reason), leave="/network#told"))
    bring_up_to_date(site.ledger)
    return RedirectResponse("/network#told", status_code=303)


def anchor_of(subject: str, predicate: str, object_: str) -> str:
    """Where the table tells of a relation."""
    return f"r-{subject}-{predicate}-{object_}".replace(" ", "_")


def ends_of(relation: Relation) -> tuple[str, str, str]:
    """Between whom a relation stands, and which: keys as the picture has them."""
    subject, object_ = (end.id or f"name:{end.name}" for end in (relation.subject, relation.object))
    return subject, relation.predicate, object_


def _draw(network: Network, on: str, *, is_paged: bool) -> Markup | None:
    def opens_edge(edge: Edge) -> str:
        anchor = anchor_of(edge.subject, edge.predicate, edge.object)
        if not (edge.stated and is_paged):
            return f"#{anchor}"
        return f"/network?{urlencode({'edge': anchor, **({'on': on} if on else {})})}#told"

    def opens_actor(key: str) -> str:
        return f"/network?{urlencode({'actor': key.removeprefix('name:'), **({'on': on} if on else {})})}"

    drawn = draw_network(network, width=WIDTH, key="network", opens_actor=opens_actor, opens_edge=opens_edge)
    return Markup(drawn) if drawn else None


def _holds(relation: Relation | KnownRelation, day: date | None) -> bool:
    """True if the relation is not told to have ended before that day, or begun after it."""
    if day is None:
        return True
    return (relation.since is None or relation.since <= day) and (relation.until is None or day <= relation.until)


def _years_of_change(*relations: Iterable[Relation | KnownRelation]) -> list[int]:
    """The years in which a relation begins or ends, in order."""
    return sorted({day.year for each in relations for r in each for day in (r.since, r.until) if day is not None})


def _day(value: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value if len(value) != 4 else f"{value}-07-01")
    except ValueError:
        raise TallystickError(Code.E801, name="on", value=value, wanted="a day, YYYY-MM-DD, or a year") from None

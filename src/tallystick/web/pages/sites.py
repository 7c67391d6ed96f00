"""The sites: what happened at each, and what reports say of it. It looks back; no site is ranked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from tallystick.errors import Code, TallystickError
from tallystick.model.mention import EventMention, Mention, StatementMention
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.terms import Role
from tallystick.publishing.brief.index import Index
from tallystick.web.catalogue.facets import FACET
from tallystick.web.catalogue.finding import MOST_VALUES, Found
from tallystick.web.filters import Filter
from tallystick.web.site import SiteOf, Wanted
from tallystick.web.sites_on_file import list_sites, months_of

router = APIRouter()

MOST = 30
"""Of the incidents of one site on its page."""

MOST_SITES = 100


@router.get("/sites")
def show_sites(request: Request, site: SiteOf, wanted: Wanted) -> HTMLResponse:
    """The sites at which the incidents that fit happened, by name, a page of them."""
    found = Found(site.catalogue.now(), wanted)
    sites = list_sites(found)
    return site.render(
        request,
        "sites.html.j2",
        wanted=wanted,
        facets=found.all_counts(most=MOST_VALUES),
        number=len(sites),
        pages=max(1, -(-len(sites) // MOST_SITES)),
        sites=sites[(wanted.page - 1) * MOST_SITES : wanted.page * MOST_SITES],
    )


@router.get("/sites/{site_id}")
def show_site(request: Request, site: SiteOf, site_id: str) -> HTMLResponse:
    """One site. Raises TallystickError E809 if no incident on file happened there."""
    wanted = Filter(chosen={"place": (site_id,)})
    found = Found(site.catalogue.now(), wanted)
    here = next((each for each in list_sites(found) if each.id == site_id), None)
    if here is None:
        raise TallystickError(Code.E809, id=site_id)
    board, ids = site.sites.now().made, found.all_ids()
    by_name = board.by_name(site_id)
    together = board.together(ids, country=here.country)
    with site.ledger.standing() as standing:
        held = {incident.id: incident for incident in standing.incidents(ids[:MOST])}
        incidents = [held[id_] for id_ in ids[:MOST] if id_ in held]
        events = standing.mentions({mention for incident in incidents for mention in incident.mentions})
        called = targets_in(events)
        quotes = [*called, *(each.quote for each in (*by_name, *together))]
        index = Index(Record(reports=standing.heads({quote.report_id for quote in quotes})))
    months = [
        (month, replace(wanted, since=month.first, until=month.last).address("/incidents"))
        for month in months_of(found, here)
    ]
    return site.render(
        request,
        "site.html.j2",
        here=here,
        narrowed=wanted,
        incidents=incidents,
        owners=[each for each in found.counts(FACET["actor2"]) if each.number],
        called=called,
        by_name=in_order(by_name),
        together=in_order(together),
        months=months,
        index=index,
    )


def targets_in(mentions: Iterable[Mention]) -> list[Quote]:
    """What reports call that which was struck, each wording once, in the order of the letters."""
    told: dict[str, Quote] = {}
    for event in mentions:
        if isinstance(event, EventMention):
            for each in event.participants:
                if each.role is Role.TARGET:
                    told.setdefault(" ".join(each.quote.exact.casefold().split()), each.quote)
    return [told[words] for words in sorted(told)]


def in_order(statements: Iterable[StatementMention]) -> list[StatementMention]:
    """Statements, each wording once: remarks on sites first."""
    once = {" ".join(each.quote.exact.casefold().split()): each for each in statements}
    return sorted(once.values(), key=lambda s: (s.statement_kind != "site", s.statement_kind, s.quote.exact))

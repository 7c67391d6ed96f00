"""What every page stands on: the ledger, the catalogue of its incidents, the templates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request
from jinja2 import Environment
from starlette.responses import HTMLResponse

from tallystick.accounts.team import Team
from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.web.adding.queue import Queue
from tallystick.web.boards.kept import Kept
from tallystick.web.boards.network import NetworkBoard
from tallystick.web.boards.news import News
from tallystick.web.boards.tallies import TallyBoard
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.filters import Filter, read_filter
from tallystick.web.guard.forgery import keep_token, token_of
from tallystick.web.live.hub import Hub
from tallystick.web.live.stream import Streams
from tallystick.web.pack import Pack
from tallystick.web.review.waiting import ReviewQueue
from tallystick.web.said_of_sites import SiteBoard
from tallystick.web.templating import make_templates
from tallystick.web.traffic import Traffic


@dataclass(frozen=True)
class Site:
    """One ledger, served; without a ``team``, to this machine alone."""

    ledger: Ledger
    catalogue: Catalogue
    tallies: Kept[TallyBoard]
    network: Kept[NetworkBoard]
    sites: Kept[SiteBoard]
    queue: Queue
    pack: Pack
    news: Kept[tuple[News, ...]]
    hub: Hub
    review: ReviewQueue
    team: Team | None = None
    streams: Streams = field(default_factory=Streams)
    traffic: Traffic = field(default_factory=Traffic)
    templates: Environment = field(default_factory=make_templates)

    def render(self, request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """A page made from a template.

        All may use the request, the site, who acts, the token for forms, since when they are told news, and the filter.
        """
        shared: dict[str, object] = {
            "request": request,
            "site": self,
            "acting": request.state.acting,
            "token": token_of(request),
            "since": getattr(request.state, "since", ""),
            "wanted": Filter(),
        }
        response = HTMLResponse(self.templates.get_template(template).render(shared | values), status_code=status)
        keep_token(request, response)
        return response


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    site = request.app.state.site
    if not isinstance(site, Site):
        raise TypeError("the application was made without its site")
    return site


def team_of(request: Request) -> Team:
    """The team that a site serves. Raises TallystickError E802 if it serves none."""
    team = site_of(request).team
    if team is None:
        raise TallystickError(Code.E802, path=request.url.path)
    return team


def wanted_in(request: Request) -> Filter:
    """The filter in the address of a request. Raises TallystickError E801 if a value does not fit."""
    return read_filter(request.query_params.multi_items())


SiteOf = Annotated[Site, Depends(site_of)]
TeamOf = Annotated[Team, Depends(team_of)]
Wanted = Annotated[Filter, Depends(wanted_in)]

"""What every page stands on: the ledger, the catalogue of its incidents, the templates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request
from jinja2 import Environment
from starlette.responses import HTMLResponse

from tallystick.ledger import Ledger
from tallystick.web.adding.queue import Queue
from tallystick.web.boards import Kept, NetworkBoard, News, TallyBoard
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.filters import Filter, read_filter
from tallystick.web.guard.forgery import keep_token, token_of
from tallystick.web.said_of_sites import SiteBoard
from tallystick.web.templating import make_templates


@dataclass(frozen=True)
class Site:
    """One ledger, served. ``reviewer`` is under whose name decisions are taken where there are no accounts."""

    ledger: Ledger
    catalogue: Catalogue
    reviewer: str
    tallies: Kept[TallyBoard]
    network: Kept[NetworkBoard]
    sites: Kept[SiteBoard]
    queue: Queue
    news: Kept[tuple[News, ...]]
    templates: Environment = field(default_factory=make_templates)

    def render(self, request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """A page made from a template; all pages may use the request, the site, the token for forms and the filter."""
        shared: dict[str, object] = {"request": request, "site": self, "token": token_of(request), "wanted": Filter()}
        response = HTMLResponse(self.templates.get_template(template).render(shared | values), status_code=status)
        keep_token(request, response)
        return response


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    site = request.app.state.site
    if not isinstance(site, Site):
        raise TypeError("the application was made without its site")
    return site


def wanted_in(request: Request) -> Filter:
    """The filter in the address of a request. Raises TallystickError E801 if a value does not fit."""
    return read_filter(request.query_params.multi_items())


SiteOf = Annotated[Site, Depends(site_of)]
Wanted = Annotated[Filter, Depends(wanted_in)]

"""Saved views: addresses under a name, to be opened, renamed and deleted."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from tallystick.accounts.principal import Principal, Role
from tallystick.model.view import View
from tallystick.web.acting import Acting, NotAllowedError
from tallystick.web.listing.chips import chips_of
from tallystick.web.saved_views import checked_address, filter_of, page_of
from tallystick.web.site import SiteOf

router = APIRouter(prefix="/views")

Name = Annotated[str, Form()]


@router.get("")
def list_views(request: Request, site: SiteOf) -> HTMLResponse:
    """All saved views, each with what it shows."""
    moment = site.catalogue.now()
    shown = []
    for view in site.ledger.views():
        wanted = filter_of(view.address)
        chips = None if wanted is None else [f"{chip.title}: {chip.words}" for chip in chips_of(wanted, moment)]
        shown.append((view, page_of(view.address), chips))
    return site.render(request, "views.html.j2", views=shown, may_change=_may_change)


@router.get("/{view_id}")
def open_view(site: SiteOf, view_id: str) -> Response:
    """Leads to the address of a view. Raises TallystickError E842, or E843 if it fits this version no more."""
    return RedirectResponse(checked_address(site.ledger.view(view_id).address), status_code=303)


@router.post("")
def save_view(site: SiteOf, acting: Acting, name: Name, address: Annotated[str, Form()]) -> Response:
    """Saves an address, and goes back to it. Raises TallystickError E801, E841 or E843."""
    view = site.ledger.save_view(name, checked_address(address), by=acting.name)
    return RedirectResponse(f"{view.address}#view-{quote(view.id)}", status_code=303)


@router.post("/{view_id}/name")
def rename_view(site: SiteOf, acting: Acting, view_id: str, name: Name) -> Response:
    """Gives a view another name. Raises TallystickError E801, E821, E841 or E842."""
    _check_may_change(acting, site.ledger.view(view_id))
    site.ledger.rename_view(view_id, name)
    return RedirectResponse("/views", status_code=303)


@router.post("/{view_id}/delete")
def delete_view(site: SiteOf, acting: Acting, view_id: str) -> Response:
    """Deletes a view. Raises TallystickError E821 or E842."""
    _check_may_change(acting, site.ledger.view(view_id))
    site.ledger.delete_view(view_id)
    return RedirectResponse("/views", status_code=303)


def _may_change(acting: Principal, view: View) -> bool:
    """True for who saved it, and for reviewers."""
    return acting.name == view.by or acting.may_decide


def _check_may_change(acting: Principal, view: View) -> None:
    if not _may_change(acting, view):
        raise NotAllowedError(acting, Role.REVIEWER)

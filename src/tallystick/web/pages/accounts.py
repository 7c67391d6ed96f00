"""The accounts of the team, for admins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from tallystick.accounts.passwords import LEAST, MOST
from tallystick.accounts.principal import Role
from tallystick.accounts.register import MOST_OF_NAME
from tallystick.accounts.team import Team
from tallystick.errors import TallystickError
from tallystick.web.acting import Administering
from tallystick.web.failing import status_of
from tallystick.web.site import Site, SiteOf, TeamOf

router = APIRouter(prefix="/accounts")

SHOWN = 50
"""Entries of the journal on a page."""


@router.get("")
def list_accounts(
    request: Request, site: SiteOf, team: TeamOf, _: Administering, before: Annotated[int | None, Query(ge=1)] = None
) -> Response:
    """All accounts, the form for another, and what was done to them: the latest, or what was before an entry."""
    return _page(request, site, team, before=before)


@router.post("")
def add_account(
    request: Request,
    site: SiteOf,
    team: TeamOf,
    acting: Administering,
    role: Annotated[Role, Form()],
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
) -> Response:
    """Makes an account, or says why not."""
    try:
        team.register.add(name, role=role, password=password, by=acting.name)
    except TallystickError as error:
        return _page(request, site, team, error=error)
    return _shown_anew()


@router.post("/{name}/role")
def give_role(
    request: Request, site: SiteOf, team: TeamOf, acting: Administering, name: str, role: Annotated[Role, Form()]
) -> Response:
    """Gives another role, or says why not."""
    try:
        team.register.give_role(name, role, by=acting.name)
    except TallystickError as error:
        return _page(request, site, team, error=error)
    return _shown_anew()


@router.post("/{name}/password")
def set_password(
    request: Request,
    site: SiteOf,
    team: TeamOf,
    acting: Administering,
    name: str,
    password: Annotated[str, Form()] = "",
) -> Response:
    """Sets a password for somebody who forgot theirs, which ends their sessions; or says why not."""
    try:
        team.register.set_password(name, password, by=acting.name)
    except TallystickError as error:
        return _page(request, site, team, error=error)
    return _shown_anew()


@router.post("/{name}/close")
def close_account(request: Request, site: SiteOf, team: TeamOf, acting: Administering, name: str) -> Response:
    """Closes an account, or says why not."""
    try:
        team.register.close(name, by=acting.name)
    except TallystickError as error:
        return _page(request, site, team, error=error)
    return _shown_anew()


@router.post("/{name}/open")
def open_account(team: TeamOf, acting: Administering, name: str) -> Response:
    """Opens a closed account. Raises TallystickError E824 if there is none of that name."""
    team.register.open(name, by=acting.name)
    return _shown_anew()


def _page(
    request: Request, site: Site, team: Team, *, error: TallystickError | None = None, before: int | None = None
) -> Response:
    entries = team.journal.entries(before=before, most=SHOWN + 1)
    return site.render(
        request,
        "accounts.html.j2",
        status=status_of(error) if error else 200,
        error=error,
        accounts=team.register.accounts(),
        roles=list(Role),
        entries=entries[:SHOWN],
        older=entries[SHOWN - 1].number if len(entries) > SHOWN else None,
        limits={"least": LEAST, "most": MOST, "name": MOST_OF_NAME},
    )


def _shown_anew() -> Response:
    return RedirectResponse("/accounts", status_code=303)

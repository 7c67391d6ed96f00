"""The accounts of the team, for admins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
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


@router.get("")
def list_accounts(request: Request, site: SiteOf, team: TeamOf, _: Administering) -> Response:
    """All accounts, and the form for another."""
    return _page(request, site, team)


@router.post("")
def add_account(
    request: Request,
    site: SiteOf,
    team: TeamOf,
    _: Administering,
    role: Annotated[Role, Form()],
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
) -> Response:
    """Makes an account, or says why not."""
    try:
        team.register.add(name, role=role, password=password)
    except TallystickError as error:
        return _page(request, site, team, error=error)
    return _shown_anew()


@router.post("/{name}/role")
def give_role(
    request: Request, site: SiteOf, team: TeamOf, _: Administering, name: str, role: Annotated[Role, Form()]
) -> Response:
    """Gives another role, or says why not."""
    try:
        team.register.give_role(name, role)
    except TallystickError as error:
        return _page(request, site, team, error=error)
    return _shown_anew()


@router.post("/{name}/password")
def set_password(
    request: Request,
    site: SiteOf,
    team: TeamOf,
    _: Administering,
    name: str,
    password: Annotated[str, Form()] = "",
) -> Response:
    """Sets a password for somebody who forgot theirs, which ends their sessions; or says why not."""
    try:
        team.register.set_password(name, password)
    except TallystickError as error:
        return _page(request, site, team, error=error)
    return _shown_anew()


@router.post("/{name}/close")
def close_account(request: Request, site: SiteOf, team: TeamOf, _: Administering, name: str) -> Response:
    """Closes an account, or says why not."""
    try:
        team.register.close(name)
    except TallystickError as error:
        return _page(request, site, team, error=error)
    return _shown_anew()


@router.post("/{name}/open")
def open_account(team: TeamOf, _: Administering, name: str) -> Response:
    """Opens a closed account. Raises TallystickError E824 if there is none of that name."""
    team.register.open(name)
    return _shown_anew()


def _page(request: Request, site: Site, team: Team, *, error: TallystickError | None = None) -> Response:
    return site.render(
        request,
        "accounts.html.j2",
        status=status_of(error) if error else 200,
        error=error,
        accounts=team.register.accounts(),
        roles=list(Role),
        limits={"least": LEAST, "most": MOST, "name": MOST_OF_NAME},
    )


def _shown_anew() -> Response:
    return RedirectResponse("/accounts", status_code=303)

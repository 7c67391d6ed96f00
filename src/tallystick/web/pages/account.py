"""One's own account: the password, where one is logged in, the tokens."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from tallystick.accounts.passwords import LEAST, MOST
from tallystick.accounts.principal import Principal
from tallystick.accounts.secret import digest_of
from tallystick.accounts.team import Team
from tallystick.accounts.tokens import MOST_DAYS, MOST_OF_LABEL, USUAL_DAYS
from tallystick.errors import Code, TallystickError
from tallystick.web.acting import Acting
from tallystick.web.failing import status_of
from tallystick.web.guard.cookies import SESSION, drop_secret, keep_secret
from tallystick.web.site import Site, SiteOf, TeamOf

router = APIRouter(prefix="/account")

_LIMITS = {"least": LEAST, "most": MOST, "label": MOST_OF_LABEL, "days": USUAL_DAYS, "most_days": MOST_DAYS}


@router.get("")
def show_account(request: Request, site: SiteOf, team: TeamOf, acting: Acting) -> Response:
    """The account of whoever asks."""
    return _page(request, site, team, acting)


@router.post("/password")
def change_password(
    request: Request,
    site: SiteOf,
    team: TeamOf,
    acting: Acting,
    old: Annotated[str, Form()] = "",
    new: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Sets another password; every session ends, and a new one begins in this browser."""
    try:
        if new != again:
            raise TallystickError(Code.E834)
        team.change_password(acting.name, old=old, new=new)
    except TallystickError as error:
        return _page(request, site, team, acting, error=error)
    response = _shown_anew()
    secret = team.sessions.begin(acting.name, browser=request.headers.get("user-agent", ""))
    keep_secret(request, response, SESSION, secret)
    return response


@router.post("/sessions/end")
def end_session(team: TeamOf, acting: Acting, session: Annotated[str, Form()]) -> Response:
    """Logs out in one browser."""
    team.sessions.end(session, name=acting.name)
    return _shown_anew()


@router.post("/sessions/end-all")
def end_all_sessions(request: Request, team: TeamOf, acting: Acting) -> Response:
    """Logs out everywhere, here too."""
    team.sessions.end_all(acting.name)
    response = RedirectResponse("/login", status_code=303)
    drop_secret(request, response, SESSION)
    return response


@router.post("/tokens")
def make_token(
    request: Request,
    site: SiteOf,
    team: TeamOf,
    acting: Acting,
    label: Annotated[str, Form()] = "",
    days: Annotated[int, Form()] = USUAL_DAYS,
) -> Response:
    """Makes a token and shows it, this once."""
    try:
        made = team.tokens.issue(acting.name, label=label, days=days, by=acting.name)
    except TallystickError as error:
        return _page(request, site, team, acting, error=error)
    return _page(request, site, team, acting, made=made)


@router.post("/tokens/{number}/revoke")
def revoke_token(team: TeamOf, acting: Acting, number: int) -> Response:
    """Ends a token. Raises TallystickError E832 if whoever asks has no such token."""
    team.tokens.revoke(number, name=acting.name, by=acting.name)
    return _shown_anew()


def _page(
    request: Request,
    site: Site,
    team: Team,
    acting: Principal,
    *,
    error: TallystickError | None = None,
    made: str | None = None,
) -> Response:
    return site.render(
        request,
        "account.html.j2",
        status=status_of(error) if error else 200,
        error=error,
        made=made,
        sessions=team.sessions.of(acting.name),
        this=digest_of(request.state.session),
        tokens=team.tokens.tokens(acting.name),
        limits=_LIMITS,
    )


def _shown_anew() -> Response:
    return RedirectResponse("/account", status_code=303)

"""Logging in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from tallystick.accounts.secret import digest_of
from tallystick.accounts.team import WrongPasswordError
from tallystick.accounts.throttle import TooManyTriesError
from tallystick.web.acting import Acting
from tallystick.web.failing import status_of
from tallystick.web.guard.cookies import KNOWN_BROWSER, KNOWN_FOR, SESSION, drop_secret, keep_secret, secret_in
from tallystick.web.guard.onward import onward_to
from tallystick.web.site import SiteOf, TeamOf

router = APIRouter()

Onward = Annotated[str, Form(alias="next")]


@router.get("/login")
def show_login(request: Request, site: SiteOf, next: str = "/") -> Response:
    """The form; or, for somebody who is logged in, the page that was asked for."""
    if request.state.acting:
        return RedirectResponse(onward_to(next), status_code=303)
    return site.render(request, "login.html.j2", onward=onward_to(next), name="", error=None)


@router.post("/login")
def log_in(
    request: Request,
    site: SiteOf,
    team: TeamOf,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    onward: Onward = "/",
) -> Response:
    """Begins a session, always a new one, and shows the page that was asked for; else says that they do not fit."""
    try:
        made = team.log_in(
            name,
            password,
            address=request.client.host if request.client else "",
            browser=request.headers.get("user-agent", ""),
            known_browser=secret_in(request, KNOWN_BROWSER),
        )
    except (WrongPasswordError, TooManyTriesError) as error:
        shown = {"onward": onward_to(onward), "name": name, "error": error}
        answer: HTMLResponse = site.render(request, "login.html.j2", status=status_of(error), **shown)
        if isinstance(error, TooManyTriesError):
            answer.headers["retry-after"] = str(error.seconds)
        return answer
    if request.state.session:
        team.sessions.end(digest_of(request.state.session), name=request.state.acting.name)
    response = RedirectResponse(onward_to(onward), status_code=303)
    keep_secret(request, response, SESSION, made.session)
    keep_secret(request, response, KNOWN_BROWSER, made.browser, seconds=KNOWN_FOR)
    return response


@router.post("/logout")
def log_out(request: Request, team: TeamOf, acting: Acting) -> Response:
    """Ends the session."""
    team.sessions.end(digest_of(request.state.session), name=acting.name)
    response = RedirectResponse("/login", status_code=303)
    drop_secret(request, response, SESSION)
    return response

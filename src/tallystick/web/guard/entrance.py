"""Who comes in: of every request it is known who makes it, before anything of it is looked at."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tallystick.accounts.principal import Principal
from tallystick.accounts.team import Team
from tallystick.errors import Code, TallystickError
from tallystick.web.failing import tell_error
from tallystick.web.guard.cookies import SESSION, secret_in
from tallystick.web.guard.onward import address_of

LOGIN = "/login"
_STATIC = "/static/"
_API = "/api/"


class OpenEntrance:
    """Where there are no accounts: whoever reaches this machine acts under one name."""

    def __init__(self, app: ASGIApp, principal: Principal) -> None:
        self._app = app
        self._principal = principal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI)."""
        if scope["type"] == "http":
            scope.setdefault("state", {}).update(acting=self._principal, session="")
        await self._app(scope, receive, send)


class Recognised(NamedTuple):
    """Who makes a request, and the secret of the session by which that is known, if by one."""

    principal: Principal | None
    session: str = ""


class TeamEntrance:
    """Where there are accounts: lets in who has a session, or a token for the API; others see the login page alone."""

    def __init__(self, app: ASGIApp, team: Team) -> None:
        self._app = app
        self._team = team

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI)."""
        if scope["type"] == "http":
            request = Request(scope)
            scope.setdefault("state", {}).update(acting=None, session="")
            if (refusal := await self._refuse(request)) is not None:
                await refusal(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _refuse(self, request: Request) -> Response | None:
        """The answer to somebody who is not let in; null, and who it is noted, for somebody who is."""
        path = request.url.path
        if path.startswith(_STATIC):
            return None
        try:
            found = await run_in_threadpool(self._recognise, request)
        except TallystickError as error:
            return tell_error(request, error)
        request.state.acting, request.state.session = found
        return None if found.principal or path == LOGIN else _send_away(request)

    def _recognise(self, request: Request) -> Recognised:
        given = request.headers.get("authorization")
        if given is not None and request.url.path.startswith(_API):
            scheme, _, token = given.partition(" ")
            return Recognised(self._team.tokens.principal(token.strip()) if scheme.lower() == "bearer" else None)
        secret = secret_in(request, SESSION)
        principal = self._team.sessions.principal(secret) if secret else None
        return Recognised(principal, secret if principal else "")


def _send_away(request: Request) -> Response:
    """To the login page, if somebody follows a link; else what is wrong, for a program (RFC 6750, section 3)."""
    follows = request.method == "GET" and "text/html" in request.headers.get("accept", "")
    if follows and "hx-request" not in request.headers:
        return RedirectResponse(f"{LOGIN}?{urlencode({'next': address_of(request)})}", status_code=303)
    has_token = "authorization" in request.headers and request.url.path.startswith(_API)
    answer = tell_error(request, TallystickError(Code.E833 if has_token else Code.E820))
    answer.headers["www-authenticate"] = 'Bearer realm="Tallystick"' + (', error="invalid_token"' * has_token)
    if "hx-request" in request.headers:
        answer.headers["hx-redirect"] = LOGIN
    return answer

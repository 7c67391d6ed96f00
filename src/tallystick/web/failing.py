"""What a page says when something is wrong: one line with its cause, and the code of the error."""

from __future__ import annotations

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from tallystick.errors import Code, TallystickError
from tallystick.web.guard.forgery import ForgedError
from tallystick.web.site import site_of

_STATUS = {
    Code.E302: 404, Code.E304: 404, Code.E315: 404, Code.E329: 404, Code.E332: 404, Code.E802: 404,
    Code.E807: 404, Code.E809: 404, Code.E330: 410,
    Code.E311: 409, Code.E805: 413, Code.E322: 503, Code.E323: 503, Code.E321: 507,
}  # fmt: skip


def add_error_pages(app: FastAPI) -> None:
    """Has every error of ours, and every address that leads nowhere, told on a page, or as JSON under ``/api``."""

    @app.exception_handler(TallystickError)
    def _tell(request: Request, error: TallystickError) -> Response:
        status = 403 if isinstance(error, ForgedError) else _STATUS.get(error.code, 422)
        return tell(request, error, status=status)

    @app.exception_handler(HTTPException)
    def _tell_http(request: Request, error: HTTPException) -> Response:
        if error.status_code == 404:
            return tell(request, TallystickError(Code.E802, path=request.url.path), status=404)
        return Response(str(error.detail), error.status_code, headers=error.headers, media_type="text/plain")


def tell(request: Request, error: TallystickError, *, status: int) -> Response:
    """The error as a page, or as JSON if the API was asked."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"code": error.code.name, "message": error.message}, status_code=status)
    return site_of(request).render(request, "error.html.j2", status=status, error=error)

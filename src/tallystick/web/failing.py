"""What a page says when something is wrong: one line with its cause, and the code of the error."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from tallystick.errors import Code, TallystickError
from tallystick.web.site import site_of

_STATUS = {
    Code.E302: 404, Code.E304: 404, Code.E315: 404, Code.E329: 404, Code.E332: 404, Code.E802: 404,
    Code.E807: 404, Code.E809: 404, Code.E842: 404, Code.E330: 410,
    Code.E820: 401, Code.E833: 401, Code.E803: 403, Code.E821: 403, Code.E822: 403, Code.E823: 429, Code.E851: 429,
    Code.E824: 404, Code.E832: 404, Code.E825: 409, Code.E829: 409, Code.E841: 409, Code.E835: 409,
    Code.E311: 409, Code.E314: 409, Code.E805: 413, Code.E810: 503, Code.E811: 503,
    Code.E322: 503, Code.E323: 503, Code.E321: 507,
}  # fmt: skip


def add_error_pages(app: FastAPI) -> None:
    """Has every error of ours, and every address that leads nowhere, told on a page, or as JSON under ``/api``."""

    @app.exception_handler(TallystickError)
    def _tell(request: Request, error: TallystickError) -> Response:
        return tell_error(request, error)

    @app.exception_handler(DataError)
    def _tell_unheld(request: Request, _: DataError) -> Response:
        # PostgreSQL holds no text with a NUL in it: what is asked for by such a name is not on file.
        return tell_error(request, TallystickError(Code.E802, path=request.url.path))

    @app.exception_handler(RequestValidationError)
    async def _tell_unfitting(request: Request, error: RequestValidationError) -> Response:
        if request.url.path.startswith("/api/"):
            return await request_validation_exception_handler(request, error)
        first = error.errors()[0]
        told = TallystickError(Code.E801, name=first["loc"][-1], value=str(first["input"])[:80], wanted=first["msg"])
        return await run_in_threadpool(tell_error, request, told)

    @app.exception_handler(HTTPException)
    def _tell_http(request: Request, error: HTTPException) -> Response:
        if error.status_code == 404:
            return tell_error(request, TallystickError(Code.E802, path=request.url.path))
        return Response(str(error.detail), error.status_code, headers=error.headers, media_type="text/plain")


def tell_error(request: Request, error: TallystickError) -> Response:
    """The error as a page, or as JSON if the API was asked."""
    status = status_of(error)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"code": error.code.name, "message": error.message}, status_code=status)
    page = site_of(request).render(request, "error.html.j2", status=status, error=error)
    if error.code in (Code.E810, Code.E811):
        page.headers["refresh"] = "2"
    return page


def status_of(error: TallystickError) -> int:
    """The status of HTTP that fits an error."""
    return _STATUS.get(error.code, 422)

"""What every answer of the API has: a tag by which a client asks only for news, and the next page."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import orjson
from fastapi import Request
from starlette.responses import Response

from tallystick.publishing.rows import Row

MOST = 5_000
USUAL = 500


def tag_of(request: Request, turn: int, form: str) -> str:
    """The tag of an answer: it changes with the derivation, the question and the form that is asked for."""
    asked = f"{request.url.path}?{request.url.query} {form}"
    return f'W/"{turn}-{hashlib.sha256(asked.encode()).hexdigest()[:16]}"'


def unchanged(request: Request, tag: str) -> Response | None:
    """The answer to a client that holds what it asks for already; null if it does not (RFC 9110, section 13.1.2)."""
    held = {each.strip() for each in request.headers.get("if-none-match", "").split(",")}
    return Response(status_code=304, headers={"etag": tag}) if tag in held or "*" in held else None


def rows_answer(rows: Sequence[Row], *, total: int, following: str | None, tag: str) -> Response:
    """Rows as JSON: ``count`` of this page, ``total`` of all pages, ``next`` the address of the page that follows."""
    body: dict[str, Any] = {"count": len(rows), "total": total, "next": following, "data": rows}
    return Response(orjson.dumps(body), media_type="application/json", headers={"etag": tag, "vary": "accept"})

"""What every answer of the API has: a tag by which a client asks only for news, and the next page."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import orjson
from fastapi import Request
from pydantic import BaseModel
from starlette.responses import Response

from tallystick.publishing.rows import Row

MOST = 5_000
USUAL = 100
"""Nouns on a page, unless more are asked for: so many incidents with all of their evidence are a megabyte."""


R = TypeVar("R")


class Listing(BaseModel, Generic[R]):
    """A page of a list: how many rows it has, how many there are, and the address of the page that follows."""

    count: int
    total: int
    next: str | None
    data: list[R]


def tag_of(request: Request, moment: object, form: str) -> str:
    """The tag of an answer: it changes with the moment of the ledger, the question and the form asked for."""
    asked = f"{request.url.path}?{request.url.query} {form}"
    return f'W/"{moment}-{hashlib.sha256(asked.encode()).hexdigest()[:16]}"'


def unchanged(request: Request, tag: str) -> Response | None:
    """The answer to a client that holds what it asks for already; null if it does not (RFC 9110, section 13.1.2)."""
    held = {each.strip() for each in request.headers.get("if-none-match", "").split(",")}
    return Response(status_code=304, headers={"etag": tag}) if tag in held or "*" in held else None


def rows_answer(rows: Sequence[Row | orjson.Fragment], *, total: int, following: str | None, tag: str) -> Response:
    """Rows as JSON: ``count`` of this page, ``total`` of all pages, ``next`` the address of the page that follows.

    A row may be JSON already.
    """
    body: dict[str, Any] = {"count": len(rows), "total": total, "next": following, "data": rows}
    return Response(orjson.dumps(body), media_type="application/json", headers={"etag": tag, "vary": "accept"})

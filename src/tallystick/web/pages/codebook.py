"""The codebook: the meaning of every field and every code, as a whole and one by one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from tallystick.codebook import load_sources
from tallystick.errors import Code, TallystickError
from tallystick.web.codebook import all_chapters, find_in_codebook, find_one
from tallystick.web.site import SiteOf

router = APIRouter(prefix="/data/codebook")


@router.get("")
def show_codebook(request: Request, site: SiteOf, q: Annotated[str, Query(max_length=200)] = "") -> HTMLResponse:
    """All of it, or what has the words asked for."""
    chapters = find_in_codebook(q) if q.strip() else all_chapters()
    return site.render(request, "codebook.html.j2", chapters=chapters, query=q, sources=load_sources())


@router.get("/{name}")
def show_entry(request: Request, site: SiteOf, name: str) -> HTMLResponse:
    """One noun, field, list or code, by the anchor that it has in the whole. Raises TallystickError E802."""
    chapters = find_one(name)
    if not chapters:
        raise TallystickError(Code.E802, path=f"/data/codebook/{name}")
    return site.render(request, "codebook_entry.html.j2", chapters=chapters, name=name, sources=load_sources())

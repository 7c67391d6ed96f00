"""The Data page: the whole record as files, sent as they are read, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response, StreamingResponse

from tallystick.errors import Code, TallystickError
from tallystick.model.terms import ReviewState
from tallystick.publishing.csv_columns import COLUMNS
from tallystick.web.api.forms import CSV, GEOJSON, JSONL, MEDIA_TYPE, csv_of_rows, jsonl_lines
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.listing.files import csv_of, geojson_of, jsonl_of
from tallystick.web.nouns import NOUN, NOUNS, fields_of, rows_of
from tallystick.web.pieces import in_pieces
from tallystick.web.site import Site, SiteOf

router = APIRouter(prefix="/data")

INCIDENTS = "incidents"


@router.get("")
def show_data(request: Request, site: SiteOf) -> HTMLResponse:
    """What can be taken away, with the number of rows, and how to cite it."""
    with site.ledger.standing() as standing:
        latest = next(iter(standing.latest_derivations(most=1)), None)
        turn = standing.turn()
    return site.render(
        request,
        "data.html.j2",
        incidents=len(_incidents(site)),
        rejected=len(_rejected(site)),
        nouns=[(listed, listed.count(site)) for listed in NOUNS],
        turn=turn,
        latest=latest,
        today=datetime.now(UTC).date(),
        pack=site.pack,
    )


@router.get("/files/{name}")
def give_file(site: SiteOf, name: str) -> Response:
    """A whole file, ``claims.jsonl`` or ``incidents.csv``, row by row as it is read. Raises TallystickError E802."""
    noun, _, form = name.rpartition(".")
    lines = _lines(site, noun, form)
    if lines is None:
        raise TallystickError(Code.E802, path=f"/data/files/{name}")
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(in_pieces(lines), media_type=MEDIA_TYPE[form], headers=headers)


@router.post("/pack")
def make_pack(site: SiteOf) -> Response:
    """Begins to make the archive of all files and the brief."""
    site.pack.make()
    return RedirectResponse("/data#pack", status_code=303)


@router.get("/pack")
def show_pack(request: Request, site: SiteOf) -> HTMLResponse:
    """How far the archive is: the part of the page that asks again while it is being made."""
    with site.ledger.standing() as standing:
        turn = standing.turn()
    return site.render(request, "data_pack.html.j2", pack=site.pack, turn=turn)


@router.get("/pack.zip")
def give_pack(site: SiteOf) -> Response:
    """The archive last made. Raises TallystickError E802 if there is none."""
    packed = site.pack.packed
    if packed is None:
        raise TallystickError(Code.E802, path="/data/pack.zip")
    return FileResponse(packed.path, media_type="application/zip", filename=packed.path.name)


def _lines(site: Site, noun: str, form: str) -> Iterator[str] | None:
    if noun == INCIDENTS:
        return _lines_of_incidents(site, form)
    if noun not in NOUN:
        return None
    listed = NOUN[noun]
    if form == JSONL:
        return jsonl_lines(rows_of(site, listed))
    return csv_of_rows(fields_of(listed), rows_of(site, listed)) if form == CSV else None


def _lines_of_incidents(site: Site, form: str) -> Iterator[str] | None:
    """As ``tallystick export`` has them: sorted by id, and but for JSON lines without those that were rejected."""
    if form == JSONL:
        return jsonl_of(site.ledger, _incidents(site))
    rejected = _rejected(site)
    ids = [id_ for id_ in _incidents(site) if id_ not in rejected]
    if form == GEOJSON:
        return geojson_of(site.ledger, ids)
    return csv_of(site.ledger, ids, columns=COLUMNS) if form == CSV else None


def _incidents(site: Site) -> list[str]:
    return sorted(Found(site.catalogue.now(), Filter()).all_ids())


def _rejected(site: Site) -> frozenset[str]:
    wanted = Filter(chosen={"review": (ReviewState.REJECTED.value,)})
    return frozenset(Found(site.catalogue.now(), wanted).all_ids())

"""The Data page: the whole record as files, sent as they are read, and how to cite it."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response, StreamingResponse

from tallystick.errors import Code, TallystickError
from tallystick.web.api.forms import MEDIA_TYPE
from tallystick.web.nouns import NOUNS
from tallystick.web.pieces import in_pieces
from tallystick.web.site import SiteOf
from tallystick.web.whole_files import incident_ids, lines_of_file, rejected_ids

router = APIRouter(prefix="/data")


@router.get("")
def show_data(request: Request, site: SiteOf) -> HTMLResponse:
    """What can be taken away, with the number of rows, and how to cite it."""
    with site.ledger.standing() as standing:
        latest = next(iter(standing.latest_derivations(most=1)), None)
        turn = standing.turn()
    return site.render(
        request,
        "data.html.j2",
        incidents=len(incident_ids(site)),
        rejected=len(rejected_ids(site)),
        nouns=[(listed, listed.count(site)) for listed in NOUNS],
        turn=turn,
        latest=latest,
        today=datetime.now(UTC).date(),
        pack=site.pack,
    )


@router.get("/files/{name}")
def give_file(site: SiteOf, name: str) -> Response:
    """A whole file, ``claims.jsonl`` or ``incidents.csv``, row by row as it is read. Raises TallystickError E802."""
    lines = lines_of_file(site, name)
    if lines is None:
        raise TallystickError(Code.E802, path=f"/data/files/{name}")
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(
        in_pieces(lines, site.traffic), media_type=MEDIA_TYPE[name.rpartition(".")[2]], headers=headers
    )


@router.post("/pack")
def make_pack(site: SiteOf) -> Response:
    """Begins to make the archive of all files."""
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

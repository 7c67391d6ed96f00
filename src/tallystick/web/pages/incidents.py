"""The table of incidents: narrowed down, with the columns chosen, sorted, page by page, and as a file."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from tallystick.errors import Code, TallystickError
from tallystick.publishing.csv_columns import COLUMN, Told
from tallystick.web.catalogue.finding import MOST_VALUES, Found
from tallystick.web.listing.chips import chips_of, ways_out
from tallystick.web.listing.columns import ALONE, TOGETHER, columns_of_file, moved, shown_columns
from tallystick.web.listing.files import (
    BYTE_ORDER_MARK,
    csv_of,
    file_name,
    geojson_of,
    jsonl_of,
    tell_in_order,
)
from tallystick.web.pieces import in_pieces
from tallystick.web.site import SiteOf, Wanted

router = APIRouter()

FORMS = {"csv": "text/csv; charset=utf-8", "geojson": "application/geo+json", "jsonl": "application/jsonl"}
"""The forms of a file, and the media type of each."""


@router.get("/incidents")
def list_incidents(request: Request, site: SiteOf, wanted: Wanted) -> Response:
    """The incidents that fit, a page of them."""
    if _is_of_a_form(request):
        return RedirectResponse(wanted.address("/incidents"), status_code=303)
    found = Found(site.catalogue.now(), wanted)
    columns = shown_columns(wanted.columns)
    fields = [COLUMN[field] for column in columns for field in column.fields]
    with site.ledger.standing() as standing:
        told = list(tell_in_order(standing, found.ids(), columns=fields))
    chips = list(chips_of(wanted, found.moment))
    return site.render(
        request,
        "incidents.html.j2",
        wanted=wanted,
        found=found,
        told=told,
        facets=found.all_counts(most=MOST_VALUES),
        chips=chips,
        ways_out=[] if found.number else ways_out(found.moment, chips),
        columns=columns,
        together=TOGETHER,
        alone=ALONE,
        moved=moved,
        cell_of=_cell,
    )


@router.get("/incidents.{form}")
def give_file(site: SiteOf, wanted: Wanted, form: str, bom: bool = False) -> Response:
    """All incidents that fit, on whichever page, in the order asked for: as CSV with the columns shown, as GeoJSON or
    as JSON lines. Raises TallystickError E802 for another form.
    """
    if form not in FORMS:
        raise TallystickError(Code.E802, path=f"/incidents.{form}")
    ids = Found(site.catalogue.now(), wanted).all_ids()
    name = file_name(wanted, form)

    def lines() -> Iterator[str]:
        if form == "geojson":
            yield from geojson_of(site.ledger, ids)
        elif form == "jsonl":
            yield from jsonl_of(site.ledger, ids)
        else:
            yield BYTE_ORDER_MARK if bom else ""
            yield from csv_of(site.ledger, ids, columns=columns_of_file(wanted.columns))

    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(in_pieces(lines(), site.traffic), media_type=FORMS[form], headers=headers)


def _is_of_a_form(request: Request) -> bool:
    """True for an address as a form makes it: with fields left empty, or columns one by one. It is not one to share."""
    pairs = request.query_params.multi_items()
    return any(not value for _, value in pairs) or sum(name == "columns" for name, _ in pairs) > 1


def _cell(told: Told, field: str) -> object:
    value = COLUMN[field].cell(told)
    return "" if value is None else value

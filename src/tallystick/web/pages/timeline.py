"""The timeline: lanes by place, actor or kind; attack and response linked; by day, week, month or year."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse

from tallystick.errors import Code, TallystickError
from tallystick.web.catalogue.facets import FACET
from tallystick.web.catalogue.finding import MOST_VALUES, Found
from tallystick.web.lanes import BY, UNITS, Cell, Lane, lay_out
from tallystick.web.site import SiteOf, Wanted
from tallystick.web.templating import name_value
from tallystick.web.timeline import draw_timeline

router = APIRouter()

WIDTH = 1180.0
MOST_LINKED = 400
"""With more incidents than these no arrows are drawn: they would hide the lanes."""


@router.get("/timeline")
def show_timeline(request: Request, site: SiteOf, wanted: Wanted, by: str = "place", unit: str = "") -> HTMLResponse:
    """The incidents that fit, over time. Raises TallystickError E801."""
    if by not in BY:
        raise TallystickError(Code.E801, name="by", value=by, wanted=f"one of {', '.join(BY)}")
    if unit and unit not in UNITS:
        raise TallystickError(Code.E801, name="unit", value=unit, wanted=f"one of {', '.join(UNITS)}")
    found = Found(site.catalogue.now(), wanted)
    lanes = lay_out(found, by=by, unit=unit or None)
    ids = {id_ for lane in lanes.lanes for cell in lane.cells for id_ in cell.ids}
    known = {}
    if len(ids) <= MOST_LINKED:
        with site.ledger.standing() as standing:
            known = {incident.id: incident for incident in standing.incidents(ids)}
    facet = FACET[BY[by]]

    def opens(lane: Lane, cell: Cell) -> str:
        if len(cell.ids) == 1:
            return f"/incidents/{cell.ids[0]}"
        narrowed = replace(wanted, since=lanes.days[cell.stretch], until=lanes.last_day(cell.stretch))
        return narrowed.with_value(facet.name, lane.value).address("/incidents")

    def name_lane(lane: Lane) -> str:
        return name_value(facet, lane.value, lane.label)

    picture = (
        draw_timeline(lanes, incidents=known, opens=opens, name_lane=name_lane, width=WIDTH) if lanes.lanes else ""
    )
    return site.render(
        request,
        "timeline.html.j2",
        wanted=wanted,
        found=found,
        facets=found.all_counts(most=MOST_VALUES),
        lanes=lanes,
        picture=Markup(picture),
        opens=opens,
        name_lane=name_lane,
        by=by,
        unit=unit,
        ways=tuple(BY),
        units=UNITS,
    )

"""The timeline: lanes by place, actor or kind; attack and response linked; by day, week, month or year."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse

from tallystick.errors import Code, TallystickError
from tallystick.web.catalogue.facets import FACET
from tallystick.web.catalogue.finding import MOST_VALUES, Found
from tallystick.web.filters import Filter
from tallystick.web.lanes import BY, MOST_NAMED, UNITS, Cell, Lane, lay_out
from tallystick.web.site import SiteOf, Wanted
from tallystick.web.templating import name_value
from tallystick.web.timeline import MOST_MARKS, draw_timeline

router = APIRouter()

WIDTH = 760.0


@router.get("/timeline")
def show_timeline(request: Request, site: SiteOf, wanted: Wanted, by: str = "place", unit: str = "") -> HTMLResponse:
    """The incidents that fit, over time. Raises TallystickError E801."""
    if by not in BY:
        raise TallystickError(Code.E801, name="by", value=by, wanted=f"one of {', '.join(BY)}")
    if unit and unit not in UNITS:
        raise TallystickError(Code.E801, name="unit", value=unit, wanted=f"one of {', '.join(UNITS)}")
    found = Found(site.catalogue.now(), wanted)
    lanes = lay_out(found, by=by, unit=unit or None, page=wanted.page)
    ids = {id_ for lane in lanes.lanes for cell in lane.cells for id_ in cell.ids}
    answers = {}
    if len(ids) <= MOST_NAMED:
        with site.ledger.standing() as standing:
            answers = {glance.id: glance.responds_to for glance in standing.glances_of(ids)}
    facet = FACET[BY[by]]

    def within(stretch: int) -> Filter:
        return replace(wanted, since=lanes.days[stretch], until=lanes.last_day(stretch), page=1)

    def opens(lane: Lane, cell: Cell) -> str:
        if cell.number == 1:
            return f"/incidents/{cell.ids[0]}"
        return within(cell.stretch).with_value(facet.name, lane.value).address("/incidents")

    def opens_stretch(stretch: int) -> str:
        finer = UNITS[max(0, UNITS.index(lanes.unit) - 1)]
        return f"{within(stretch).address('/timeline')}&by={by}&unit={finer}"

    def name_lane(lane: Lane) -> str:
        return name_value(facet, lane.value, lane.label)

    picture = (
        draw_timeline(
            lanes, answers=answers, opens=opens, opens_stretch=opens_stretch, name_lane=name_lane, width=WIDTH
        )
        if lanes.lanes
        else ""
    )
    return site.render(
        request,
        "timeline.html.j2",
        wanted=wanted,
        found=found,
        facets=found.all_counts(most=MOST_VALUES),
        lanes=lanes,
        picture=Markup(picture),
        earlier=replace(wanted, until=lanes.before) if lanes.before else None,
        latest=replace(wanted, until=None),
        are_many=lanes.marks > MOST_MARKS,
        opens=opens,
        opens_stretch=opens_stretch,
        opens_lane=lambda lane: wanted.with_value(facet.name, lane.value).address("/incidents"),
        name_lane=name_lane,
        by=by,
        unit=unit,
        ways=tuple(BY),
        units=UNITS,
    )

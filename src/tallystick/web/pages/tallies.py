"""The counts that reports quote: against the incidents on file, against each other, and over time."""

from __future__ import annotations

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse

from tallystick.errors import Code, TallystickError
from tallystick.model.running import RunningPoint, RunningTotal
from tallystick.model.terms import Agreement
from tallystick.publishing.brief.index import Index
from tallystick.publishing.brief.running import draw_running
from tallystick.publishing.brief.tallies import coverage, draw_grids
from tallystick.web.boards import TallyBoard
from tallystick.web.site import SiteOf

router = APIRouter()

WIDTH = 860.0
MOST_CHARTS = 12


@router.get("/tallies")
def list_tallies(request: Request, site: SiteOf) -> HTMLResponse:
    """All counts, where they differ, and what each counter said over time."""
    board = site.tallies.now()
    index = Index(board.record)
    return site.render(
        request,
        "tallies.html.j2",
        index=index,
        tallies=index.tallies,
        by_id={tally.id: tally for tally in board.record.tallies},
        disagreements=board.disagreements,
        charts=[(total, _draw(at, total, index)) for at, total in enumerate(board.running[:MOST_CHARTS])],
        grids=draw_grids(index.tallies, board.matrix),
    )


@router.get("/tallies/{tally_id}")
def show_tally(request: Request, site: SiteOf, tally_id: str) -> HTMLResponse:
    """One count: what it covers surely, perhaps and not, and what it is compared with."""
    board = site.tallies.now()
    by_id = {tally.id: tally for tally in board.record.tallies}
    if tally_id not in by_id:
        raise TallystickError(Code.E329, id=tally_id)
    tally = by_id[tally_id]
    return site.render(
        request,
        "tally.html.j2",
        index=Index(board.record),
        tally=tally,
        cover=coverage(tally),
        incidents={incident.id: incident for incident in board.record.incidents},
        others=_compared(tally_id, board),
        by_id=by_id,
    )


def _compared(tally_id: str, board: TallyBoard) -> list[tuple[str, Agreement, str]]:
    """What this count is compared with: the other's id, how they agree, and why."""
    found = []
    for pair in board.matrix:
        if tally_id in pair.tally_ids:
            (other,) = {*pair.tally_ids} - {tally_id}
            found.append((other, pair.agreement, pair.why))
    return found


def _draw(at: int, total: RunningTotal, index: Index) -> Markup:
    def quoted(point: RunningPoint) -> str:
        return f"“{point.quote.exact}” ({index.source(point.quote)})"

    def opens(point: RunningPoint) -> str:
        return f"/tallies/{point.tally_id}"

    return Markup(draw_running(total, quoted=quoted, opens=opens, width=WIDTH, key=f"total-{at}"))

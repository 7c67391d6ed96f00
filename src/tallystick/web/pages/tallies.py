"""The counts that reports quote: against the incidents on file, against each other, and over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse

from tallystick.errors import Code, TallystickError
from tallystick.ledger.standing import Standing
from tallystick.model.record import Record
from tallystick.model.running import RunningPoint, RunningTotal
from tallystick.model.tally import Tally
from tallystick.model.terms import Agreement, Verdict
from tallystick.publishing.brief.index import Index
from tallystick.publishing.brief.running import draw_running
from tallystick.publishing.brief.tallies import coverage, draw_grids
from tallystick.web.boards.tallies import TallyBoard
from tallystick.web.site import SiteOf

router = APIRouter()

T = TypeVar("T")

_BY_WEIGHT = (Agreement.CONTRADICTORY, Agreement.REVISED, Agreement.COMPATIBLE, Agreement.NOT_COMPARABLE)

WIDTH = 860.0
MOST_COUNTS, MOST_CHARTS, MOST_DIFFERENCES = 30, 6, 15
MOST_PAGES = 100_000
MOST_LINES, MOST_COMPARED = 120, 60
"""Of one count on its page: incidents, and other counts. Of the rest it is told how many there are; the API has all."""


@dataclass(frozen=True)
class Asked:
    """Which counts: of a verdict, of a counter by its name; and which page, from 1, of each of three lists: ``all``,
    those that ``differ``, and what is ``running``.
    """

    verdict: Verdict | None
    counter: str
    pages: Mapping[str, int]

    def address(self) -> str:
        """The page of counts that shows this."""
        told = {"verdict": self.verdict or "", "counter": self.counter}
        pages = {name: number for name, number in self.pages.items() if number > 1}
        return f"/tallies?{urlencode({**{name: value for name, value in told.items() if value}, **pages})}"

    def of(self, *, verdict: Verdict | None) -> str:
        """The address of the list of another verdict, from its first page on."""
        return f"{replace(self, verdict=verdict, pages={**self.pages, 'all': 1}).address()}#all"

    def at(self, name: str, page: int) -> str:
        """The address of another page of one of the three lists."""
        return f"{replace(self, pages={**self.pages, name: page}).address()}#{name}"

    def fits(self, tally: Tally) -> bool:
        """True for a count that is asked for."""
        counter = tally.counter.name if tally.counter else ""
        return self.verdict in (None, tally.reconciliation.verdict) and self.counter in ("", counter)


def _asked(
    verdict: str = "",
    counter: str = "",
    all_: Annotated[int, Query(alias="all", ge=1, le=MOST_PAGES)] = 1,
    differ: Annotated[int, Query(ge=1, le=MOST_PAGES)] = 1,
    running: Annotated[int, Query(ge=1, le=MOST_PAGES)] = 1,
) -> Asked:
    if verdict and verdict not in list(Verdict):
        raise TallystickError(Code.E801, name="verdict", value=verdict, wanted=f"one of {', '.join(Verdict)}")
    pages = {"all": all_, "differ": differ, "running": running}
    return Asked(Verdict(verdict) if verdict else None, counter, pages)


@router.get("/tallies")
def list_tallies(request: Request, site: SiteOf, asked: Annotated[Asked, Depends(_asked)]) -> HTMLResponse:
    """The counts, where they differ, and what each counter said over time. Raises TallystickError E801."""
    held = site.tallies.now()
    board = held.made
    fitting = [tally for tally in board.by_day() if asked.fits(tally)]
    shown = _page(fitting, asked.pages["all"], MOST_COUNTS)
    differing = _page(board.disagreements, asked.pages["differ"], MOST_DIFFERENCES)
    charts = _page(board.running, asked.pages["running"], MOST_CHARTS)
    quoted = [*shown, *(board.tallies[i] for each in differing for i in each.tally_ids if i in board.tallies)]
    with site.ledger.standing() as standing:
        points = [board.tallies[p.tally_id] for total in charts for p in total.points if p.tally_id in board.tallies]
        index = _index(standing, [*quoted, *points])
    return site.render(
        request,
        "tallies.html.j2",
        held=held,
        asked=asked,
        index=index,
        number=len(board.tallies),
        fitting=len(fitting),
        tallies=shown,
        by_id=board.tallies,
        verdicts=Counter(tally.reconciliation.verdict for tally in board.tallies.values()).most_common(),
        counters=_counters(board),
        disagreements=differing,
        charts=[(total, _draw(at, total, index)) for at, total in enumerate(charts)],
        grids=draw_grids(shown, board.comparer.compare_all(shown)),
        pages={
            "all": _pages(fitting, MOST_COUNTS),
            "differ": _pages(board.disagreements, MOST_DIFFERENCES),
            "running": _pages(board.running, MOST_CHARTS),
        },
    )


@router.get("/tallies/{tally_id}")
def show_tally(request: Request, site: SiteOf, tally_id: str) -> HTMLResponse:
    """One count: what it covers surely, perhaps and not, and what it is compared with."""
    held = site.tallies.now()
    board = held.made
    with site.ledger.standing() as standing:
        tally = standing.get(Tally, tally_id)
        if tally is None:
            raise TallystickError(Code.E329, id=tally_id)
        others = _compared(board, tally)
        cover = coverage(tally)
        reasons = (*cover.unsure, *cover.perhaps, *cover.outside)
        named = [*cover.sure, *(incident_id for _, ids in reasons for incident_id in ids)]
        incidents = {incident.id: incident for incident in standing.incidents(dict.fromkeys(named[:MOST_LINES]))}
        index = _index(standing, [tally, *(board.tallies[other] for other, _, _ in others[:MOST_COMPARED])])
    return site.render(
        request,
        "tally.html.j2",
        held=held,
        index=index,
        tally=tally,
        cover=cover,
        incidents=incidents,
        others=others[:MOST_COMPARED],
        compared=len(others),
        by_id=board.tallies,
    )


def _compared(board: TallyBoard, tally: Tally) -> list[tuple[str, Agreement, str]]:
    """What this count is compared with: the other's id, how they agree, and why; those that do not agree first."""
    found = [
        (other, pair.agreement, pair.why)
        for pair in board.compared(tally)
        for other in pair.tally_ids
        if other != tally.id
    ]
    return sorted(found, key=lambda each: _BY_WEIGHT.index(each[1]))


def _page(rows: Sequence[T], page: int, most: int) -> Sequence[T]:
    return rows[(page - 1) * most : page * most]


def _pages(rows: Sequence[object], most: int) -> int:
    return max(1, -(-len(rows) // most))


def _counters(board: TallyBoard) -> list[tuple[str, int]]:
    """Who counts, and how many counts are theirs, the most first."""
    return Counter(t.counter.name for t in board.tallies.values() if t.counter).most_common(60)


def _index(standing: Standing, tallies: Iterable[Tally]) -> Index:
    """The reports of these counts, to be cited."""
    return Index(Record(reports=standing.heads({tally.report_id for tally in tallies})))


def _draw(at: int, total: RunningTotal, index: Index) -> Markup:
    def quoted(point: RunningPoint) -> str:
        return f"“{point.quote.exact}” ({index.source(point.quote)})"

    def opens(point: RunningPoint) -> str:
        return f"/tallies/{point.tally_id}"

    return Markup(draw_running(total, quoted=quoted, opens=opens, width=WIDTH, key=f"total-{at}"))

"""The overview: what is new, how much is on file and how sure it is, its tempo, and what waits for a person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse

from tallystick.errors import Code, TallystickError
from tallystick.model.change import Subject, What
from tallystick.model.terms import RelationStanding, Status
from tallystick.web.boards.news import News
from tallystick.web.catalogue.facets import FACET
from tallystick.web.catalogue.finding import Found
from tallystick.web.catalogue.numbers import CERTAINTY
from tallystick.web.filters import Filter
from tallystick.web.site import SiteOf
from tallystick.web.templating import name_value
from tallystick.web.tempo import count_by_week
from tallystick.web.tempo_picture import draw_tempo

router = APIRouter()

SHOWN = Filter(background="no")
WAITING = Filter(chosen={"review": ("machine",)})


@dataclass(frozen=True)
class Sum:
    """The incidents of one status: how many, and the killed and injured told of them, added up."""

    status: Status
    number: int
    killed: int
    injured: int


@router.get("/")
def show_overview(request: Request, site: SiteOf) -> HTMLResponse:
    """The overview."""
    moment = site.catalogue.now()
    found, waiting = Found(moment, SHOWN), Found(moment, WAITING)
    held = site.news.now()
    news = held.made
    with site.ledger.standing() as standing:
        reports = standing.count_reports()
        named = {id_ for each in news for ids in each.incident_ids.values() for id_ in ids}
        incidents = {incident.id: incident for incident in standing.incidents(named)}
    tempo = count_by_week(found)
    kind = FACET["event_type"]

    def name_kind(value: str | None) -> str:
        return "other kinds" if value is None else name_value(kind, value, value)

    def opens(week: int) -> str:
        return replace(SHOWN, since=tempo.weeks[week], until=tempo.last_day(week)).address("/incidents")

    return site.render(
        request,
        "overview.html.j2",
        found=found,
        reports=reports,
        sums=add_up(found),
        news=[(each, sorted_numbers(each)) for each in news],
        is_behind=held.is_behind,
        incidents=incidents,
        tempo=tempo,
        picture=Markup(draw_tempo(tempo, name_kind=name_kind, opens=opens)) if tempo.weeks else None,
        name_kind=name_kind,
        opens=opens,
        waiting=waiting,
        waits=[(FACET[name], waiting.counts(FACET[name])) for name in ("status", "conflict")],
        facets=[(FACET[name], found.counts(FACET[name])) for name in ("event_type", "country", "actor1")],
    )


@router.get("/overview/checks")
def show_checks(request: Request, site: SiteOf) -> HTMLResponse:
    """The part of the overview that rests on the whole record, which the page asks for when it stands."""
    try:
        tallies, network = site.tallies.now(), site.network.now()
    except TallystickError as error:
        if error.code is not Code.E810:
            raise
        return site.render(request, "overview_checks.html.j2", tallies=None, is_behind=True)
    verdicts = Counter(tally.reconciliation.verdict for tally in tallies.made.tallies.values())
    return site.render(
        request,
        "overview_checks.html.j2",
        verdicts=verdicts.most_common(),
        tallies=len(tallies.made.tallies),
        disagreements=tallies.made.disagreements,
        proposed=sum(r.standing is RelationStanding.PROPOSED for r in network.made.relations),
        is_behind=tallies.is_behind or network.is_behind,
    )


def add_up(found: Found) -> list[Sum]:
    """The incidents that fit by status, the surest first. Where no number of killed or injured is told, none is added;
    of a bound, the bound.
    """
    numbers, rows = found.moment.columns.numbers, np.flatnonzero(found.mask)
    sums = []
    for status, rank in CERTAINTY.items():
        own = rows[numbers["certainty"][rows] == rank] if len(rows) else rows
        if len(own):
            killed, injured = (int(np.clip(numbers[name][own], 0, None).sum()) for name in ("killed", "injured"))
            sums.append(Sum(Status(status), len(own), killed, injured))
    return sums


def sorted_numbers(news: News) -> list[tuple[Subject, What, int]]:
    """What a derivation changed: incidents first, and of each sort what was added first."""
    order = {key: rank for rank, key in enumerate((subject, what) for subject in Subject for what in What)}
    return [(*key, news.numbers[key]) for key in sorted(news.numbers, key=order.__getitem__)]

"""Puts the brief together: one HTML file with its style and pictures inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tallystick import __version__
from tallystick.model.disagreement import Disagreement
from tallystick.model.exchange import Exchange
from tallystick.model.incident import Incident
from tallystick.model.record import Record
from tallystick.model.relation import KnownRelation
from tallystick.model.running import RunningPoint, RunningTotal
from tallystick.model.tally_comparison import TallyComparison
from tallystick.model.terms import RelationStanding
from tallystick.model.unreported import UnreportedEstimate
from tallystick.publishing.brief import numbers
from tallystick.publishing.brief.cards import make_cards
from tallystick.publishing.brief.doubts import list_doubts, list_skipped
from tallystick.publishing.brief.environment import SIGNS, STYLES, TEMPLATES, make_environment
from tallystick.publishing.brief.index import Index, source_words
from tallystick.publishing.brief.map import MOST_MAPS, draw_maps, find_spots, find_theatres
from tallystick.publishing.brief.network import draw_network
from tallystick.publishing.brief.relations import gather_network
from tallystick.publishing.brief.running import draw_running
from tallystick.publishing.brief.tallies import coverage, draw_grids
from tallystick.publishing.brief.timeline import draw_timeline, is_drawn
from tallystick.publishing.svg import MARKS
from tallystick.publishing.waterfall_picture import waterfall_style

WIDE = 950.0
NARROW = 344.0
MOST_CHARTS = 8


def write_brief(
    record: Record,
    path: Path,
    *,
    title: str,
    known_relations: Sequence[KnownRelation] = (),
    actor_names: Mapping[str, str] | None = None,
    exchanges: Sequence[Exchange] = (),
    disagreements: Sequence[Disagreement] = (),
    matrix: Sequence[TallyComparison] = (),
    unreported: UnreportedEstimate | None = None,
    running: Sequence[RunningTotal] = (),
) -> None:
    """Write the brief to ``path``: HTML in UTF-8 that loads nothing from anywhere and holds no script.

    ``known_relations`` are those of the knowledge base, ``actor_names`` its names by id; of them the network shows
    what touches an actor of the record. The same input gives the same bytes.

    Raises:
        OSError: if the file cannot be written.

    """
    html = render_brief(
        record,
        title=title,
        known_relations=known_relations,
        actor_names=actor_names or {},
        exchanges=exchanges,
        disagreements=disagreements,
        matrix=matrix,
        unreported=unreported,
        running=running,
    )
    path.write_text(html, encoding="utf-8")


def render_brief(
    record: Record,
    *,
    title: str,
    known_relations: Sequence[KnownRelation] = (),
    actor_names: Mapping[str, str] | None = None,
    exchanges: Sequence[Exchange] = (),
    disagreements: Sequence[Disagreement] = (),
    matrix: Sequence[TallyComparison] = (),
    unreported: UnreportedEstimate | None = None,
    running: Sequence[RunningTotal] = (),
) -> str:
    """The brief as a string of HTML."""
    index = Index(record)
    headline = numbers.headline_numbers(index)
    names = {**(actor_names or {}), **{actor.id: actor.name for actor in record.actors}}
    sources = {report.id: source_words(report) for report in record.reports}
    network = gather_network(
        [r for r in record.relations if r.standing is not RelationStanding.REJECTED],
        known_relations,
        names=names,
        met=[a.id for a in record.actors],
        sources=sources,
    )
    timed = _timed(index)
    mapped = index.current or index.incidents
    return (
        make_environment()
        .get_template("brief.html.j2")
        .render(
            title=title,
            version=__version__,
            style=Markup("".join((TEMPLATES / name).read_text("utf-8") for name in STYLES) + waterfall_style()),
            index=index,
            record=record,
            numbers=headline,
            signs=[(s, name) for s, name in SIGNS if MARKS[s] in {MARKS[i.status] for i in index.incidents}],
            lead=" ".join(numbers.lead(index, headline)),
            cards=make_cards(index),
            doubts=list_doubts(index, disagreements),
            skipped=list_skipped(index),
            disagreements=disagreements,
            unreported=unreported,
            running=_charts(running, index),
            exchanges=exchanges,
            network=network,
            timelines=_both(
                lambda width, key: draw_timeline(
                    timed, number=index.number, exchanges=exchanges, width=width, key=f"t{key}"
                )
            ),
            untimed=[incident for incident in index.incidents if incident not in timed],
            maps=_both(lambda width, key: "".join(draw_maps(mapped, width=width, key=f"m{key}"))),
            spots=find_spots(mapped),
            unplaced=_off_the_map(index, mapped),
            networks=_both(lambda width, key: draw_network(network, width=width, key=f"n{key}")),
            by_id={tally.id: tally for tally in record.tallies},
            coverage=coverage,
            grids=draw_grids(index.tallies, matrix),
        )
    )


def _charts(running: Sequence[RunningTotal], index: Index) -> list[tuple[RunningTotal, tuple[Markup, Markup] | None]]:
    """The running totals with the most points, each with its pictures."""

    def quoted(point: RunningPoint) -> str:
        return f"{index.source(point.quote)}: “{point.quote.exact}”"

    def draw(at: int, total: RunningTotal) -> tuple[Markup, Markup] | None:
        return _both(lambda width, key: draw_running(total, quoted=quoted, width=width, key=f"r{at}{key}"))

    return [(total, draw(at, total)) for at, total in enumerate(running[:MOST_CHARTS])]


def _both(draw: Any) -> tuple[Markup, Markup] | None:
    """A picture for the page and for the phone; null if there is nothing to draw."""
    wide, narrow = draw(WIDE, "w"), draw(NARROW, "s")
    return (Markup(wide), Markup(narrow)) if wide and narrow else None


def _timed(index: Index) -> list[Incident]:
    """The incidents to draw in time: background only where it lies close enough not to squeeze the rest."""
    current = [incident for incident in index.current if is_drawn(incident)]
    days = [day for i in current for day in (i.start, i.end) if day]
    if not days:
        return [incident for incident in index.incidents if is_drawn(incident)]
    slack = max(14, (max(days) - min(days)).days)
    close = [
        i
        for i in index.background
        if (day := i.end or i.start) and -slack <= (min(days) - day).days and (min(days) - day).days <= slack
    ]
    return [*close, *current]


def _off_the_map(index: Index, mapped: Sequence[Incident]) -> list[Incident]:
    """The incidents that no map shows: background, without a place, or in a theatre too many."""
    shown = {i.id for theatre in find_theatres(mapped)[:MOST_MAPS] for spot in theatre for i in spot.incidents}
    return [incident for incident in index.incidents if incident.id not in shown]

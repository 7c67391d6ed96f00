"""Attack and response: what reports say answers what, and apart from it what merely came after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tallystick.analysis.sides import SameSide, is_opposed
from tallystick.analysis.words import call_incident, sort_by_day
from tallystick.model.exchange import Exchange
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Link, Mention
from tallystick.model.quote import Quote
from tallystick.model.terms import LinkKind

_CAUSES = {LinkKind.RESPONDS_TO: "is told as a response to", LinkKind.TRIGGERED_BY: "is told as triggered by"}


class _Edge(NamedTuple):
    """A link between two incidents: ``first`` came before ``second``."""

    first: str
    second: str
    link: Link


def find_exchanges(
    incidents: Sequence[Incident], mentions: Sequence[Mention], *, same_side: SameSide, within_days: int = 3
) -> tuple[Exchange, ...]:
    """Chains of attack and response, those with a stated cause first.

    Incidents that reports join by cause make one exchange. A response to something that is no single incident
    ("these attacks") makes an exchange of one step. Order without a cause is kept apart: incidents that a report
    places after another, and incidents between opposed sides at most ``within_days`` days after one another.
    """
    by_id = {i.id: i for i in incidents}
    incident_of = {m: i.id for i in incidents for m in i.mentions}
    events = [m for m in mentions if isinstance(m, EventMention) and m.id in incident_of]
    edges = list(_edges(events, incident_of))
    causes = [e for e in edges if e.link.kind in _CAUSES]
    stated = [_stated(group, by_id) for group in _components(causes)]
    stated += list(_open_responses(events, incident_of, by_id, {e.second for e in causes}))
    joined = {frozenset((e.first, e.second)) for e in causes}
    after: dict[str, dict[str, Link | None]] = defaultdict(dict)
    for edge in edges:
        if edge.link.kind is LinkKind.AFTER and frozenset((edge.first, edge.second)) not in joined:
            after[edge.first][edge.second] = edge.link
    placed = joined | {frozenset((first, second)) for first, seconds in after.items() for second in seconds}
    for first, second in _near_in_time(incidents, same_side, within_days):
        if frozenset((first, second)) not in placed:
            after[first].setdefault(second, None)
    in_order = [_in_order(by_id[first], seconds, by_id, within_days) for first, seconds in after.items()]
    return (*_sorted(stated, by_id), *_sorted(in_order, by_id))


def _edges(events: Iterable[EventMention], incident_of: dict[str, str]) -> Iterable[_Edge]:
    for event in events:
        for link in event.links:
            for other in link.mention_ids:
                if other in incident_of and incident_of[other] != incident_of[event.id]:
                    yield _Edge(incident_of[other], incident_of[event.id], link)


def _components(edges: Sequence[_Edge]) -> list[list[_Edge]]:
    """The edges in groups that share incidents."""
    groups: list[tuple[set[str], list[_Edge]]] = []
    for edge in edges:
        ends, merged = {edge.first, edge.second}, [edge]
        apart = []
        for members, group in groups:
            if members & ends:
                ends |= members
                merged = group + merged
            else:
                apart.append((members, group))
        groups = [*apart, (ends, merged)]
    return [group for _, group in groups]


def _stated(edges: Sequence[_Edge], by_id: dict[str, Incident]) -> Exchange:
    steps = sort_by_day([by_id[i] for i in {e.first for e in edges} | {e.second for e in edges}])
    order = {i.id: n for n, i in enumerate(steps)}
    said = {(e.first, e.second): e for e in sorted(edges, key=lambda e: (order[e.first], order[e.second]))}
    text = " ".join(
        _sentence(f"{call_incident(by_id[e.second])} {_CAUSES[e.link.kind]} {call_incident(by_id[e.first])}")
        for e in said.values()
    )
    return Exchange(
        steps=tuple(i.id for i in steps), stated=True, text=text, quotes=_quotes(e.link.quote for e in edges)
    )


def _open_responses(
    events: Iterable[EventMention], incident_of: dict[str, str], by_id: dict[str, Incident], done: set[str]
) -> Iterable[Exchange]:
    """Responses to what is described and no single incident on file."""
    found: dict[str, list[Link]] = defaultdict(list)
    for event in events:
        for link in event.links:
            if link.kind in _CAUSES and not any(m in incident_of for m in link.mention_ids):
                found[incident_of[event.id]].append(link)
    for incident_id, links in found.items():
        if incident_id not in done:
            words = " ".join((links[0].description or links[0].quote.exact).split())
            text = f"{call_incident(by_id[incident_id])} is told with a cause that is no one incident: “{words}”"
            yield Exchange(
                steps=(incident_id,), stated=True, text=_sentence(text), quotes=_quotes(k.quote for k in links)
            )


def _near_in_time(incidents: Sequence[Incident], same_side: SameSide, within_days: int) -> Iterable[tuple[str, str]]:
    """Each incident with the nearest incident of the opposed side that ended on an earlier day."""
    dated = [i for i in sort_by_day(list(incidents)) if i.start and i.end and not i.background]
    by_end: dict[date, list[Incident]] = defaultdict(list)
    for incident in dated:
        if incident.end:
            by_end[incident.end].append(incident)
    for later in dated:
        earlier = (
            i
            for gap in range(1, within_days + 1)
            if later.start
            for i in by_end.get(later.start - timedelta(days=gap), ())
            if is_opposed(i, later, same_side)
        )
        nearest = next(earlier, None)
        if nearest is not None:
            yield nearest.id, later.id


def _in_order(
    first: Incident, seconds: dict[str, Link | None], by_id: dict[str, Incident], within_days: int
) -> Exchange:
    steps = sort_by_day([by_id[i] for i in seconds])
    listed = "; ".join(call_incident(i) for i in steps)
    links = [link for link in seconds.values() if link]
    how = "In a report's order, after" if len(links) == len(seconds) else f"Within {within_days} days after"
    return Exchange(
        steps=(first.id, *(i.id for i in steps)),
        stated=False,
        text=f"{how} {call_incident(first)}: {listed}. No cause is stated.",
        quotes=_quotes(link.quote for link in links),
    )


def _quotes(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    unique = {(q.report_id, q.start, q.end): q for q in quotes}
    return tuple(unique[k] for k in sorted(unique))


def _sorted(exchanges: Iterable[Exchange], by_id: dict[str, Incident]) -> list[Exchange]:
    def day(exchange: Exchange) -> tuple[bool, str, tuple[str, ...]]:
        first = by_id[exchange.steps[0]].start
        return first is None, str(first), exchange.steps

    return sorted(exchanges, key=day)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."

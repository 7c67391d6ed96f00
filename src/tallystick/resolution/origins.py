"""Who originally reported: what independence is counted by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tallystick.model.actor import ActorRef
from tallystick.model.mention import EventMention
from tallystick.model.outlet import Origin, Outlet, OutletKind
from tallystick.model.report import Report
from tallystick.resolution.relays import relayed_outlet

if TYPE_CHECKING:
    from tallystick.resolution.telling import Telling

OutletOf = Callable[[str], Outlet | None]


class Source(NamedTuple):
    """From whom a telling comes. ``is_named`` is true if its report names that outlet for it, and is not itself it."""

    id: str
    name: str
    is_named: bool = False


def origin_test(reports: Sequence[Report], outlet_of: OutletOf) -> Callable[[EventMention], Source]:
    """A test from whom a mention comes: the outlet that its report names for it, else whoever wrote the report."""
    texts = {r.id: r.text for r in reports}
    written = own_sources(reports, outlet_of)

    def origin(mention: EventMention) -> Source:
        own = written.get(mention.report_id, Source(f"report:{mention.report_id}", mention.report_id[:12]))
        named = relayed_outlet(mention, texts.get(mention.report_id, ""), outlet_of)
        return own if named is None or named.id == own.id else Source(named.id, named.name, is_named=True)

    return origin


def own_sources(reports: Sequence[Report], outlet_of: OutletOf) -> dict[str, Source]:
    """For each report, by id, who originally wrote it.

    One answer for a family of copies: the outlet that a member credits; else the agency or the official body that
    published a member; else the publisher of the original. Without any of these the family is an outlet of its own.
    """
    families: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        families[report.syndicated_from or report.id].append(report)
    sources: dict[str, Source] = {}
    for original, members in families.items():
        members.sort(key=lambda r: (r.id != original, r.published_on or date.max, r.id))
        sources |= dict.fromkeys((r.id for r in members), _writer(original, members, outlet_of))
    return sources


def _writer(family: str, members: Sequence[Report], outlet_of: OutletOf) -> Source:
    credit = next((r.credited_to for r in members if r.credited_to is not None), None)
    if credit is not None:
        return Source(credit.outlet, credit.name)
    published = [_publisher(r, outlet_of) for r in members]
    wrote = next((o for o in published if o and o.kind in (OutletKind.AGENCY, OutletKind.OFFICIAL)), published[0])
    if wrote is not None and wrote.kind is not OutletKind.CARRIER:
        return Source(wrote.id, wrote.name)
    first = members[0]
    if first.publisher and wrote is None:
        return Source(f"name:{' '.join(first.publisher.casefold().split())}", first.publisher)
    return Source(f"report:{family}", first.title or first.path or first.url or family[:12])


def _publisher(report: Report, outlet_of: OutletOf) -> Outlet | None:
    """The outlet that put a report out, by its address or its name; the name says more where both are known."""
    found = [outlet for told in (report.publisher, report.url) if told and (outlet := outlet_of(told))]
    return found[0] if found else None


def settle(told: Sequence[Telling]) -> list[Telling]:
    """The tellings of one incident, in the same order, each report with one voice where it names its source.

    If a report names an outlet in one sentence about an incident, its other sentences about it come from there too.
    """
    named: dict[str, Source] = {}
    for t in sorted(told, key=lambda t: t.key):
        if t.origin.is_named:
            named.setdefault(t.mention.report_id, t.origin)
    return [
        replace(t, origin=named[t.mention.report_id]) if not t.origin.is_named and t.mention.report_id in named else t
        for t in told
    ]


def origins_in(told: Iterable[Telling]) -> tuple[Origin, ...]:
    """The independent sources of an incident, by name, each with the reports that tell it from there."""
    reports: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for t in sorted(told, key=lambda t: t.key):
        reports[t.origin.id].add(t.mention.report_id)
        names.setdefault(t.origin.id, t.origin.name)
    found = [Origin(id=i, name=names[i], reports=tuple(sorted(ids))) for i, ids in reports.items()]
    return tuple(sorted(found, key=lambda o: (o.name.casefold(), o.id)))


def informants_in(told: Iterable[Telling], outlet_of: OutletOf) -> tuple[ActorRef, ...]:
    """On whose word reports tell an incident: everybody whom they name for it but outlets, each once, by name.

    Ten papers with one spokesman are one such source; UCDP keeps the same beside its sources (``source_original``).
    """
    found: dict[str, ActorRef] = {}
    for t in sorted(told, key=lambda t: t.key):
        reporter = t.mention.reporter
        if reporter is None or ((outlet := outlet_of(reporter.name)) is not None and outlet.reports):
            continue
        found.setdefault(
            reporter.actor_id or reporter.name.casefold(), ActorRef(id=reporter.actor_id, name=reporter.name)
        )
    return tuple(sorted(found.values(), key=lambda a: (a.name.casefold(), a.id or "")))

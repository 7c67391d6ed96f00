"""What the ledger files of each mention, so that the next derivation finds what a change concerns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from tallystick.attribution.named import named_in
from tallystick.attribution.names import key
from tallystick.ledger.index import Naming, Placed, Tie
from tallystick.ledger.windows import TallyWindow
from tallystick.model.incident import Incident
from tallystick.model.mention import Mention, RelationMention, TallyMention
from tallystick.model.place import Place
from tallystick.model.presence import Presence
from tallystick.model.report import Report
from tallystick.reconciliation.scope import countries_of, presence_of
from tallystick.reconciliation.window import last_day
from tallystick.resolution.linkage import Links
from tallystick.resolution.linkage.block import days_of
from tallystick.resolution.linkage.kept import kept_of
from tallystick.resolution.telling import Telling

FIRM, VAGUE, LEFT, BARE, DENIAL = "firm", "vague", "left", "bare", "denial"
"""How closely a telling says when and where; one ``left`` is vague and stands for an incident by itself."""


def sort_of(t: Telling, *, is_left: bool = False) -> str:
    """How a telling is filed."""
    if not t.is_affirmed:
        return DENIAL
    if t.is_firm:
        return FIRM
    if t.tells_nothing_new:
        return BARE
    return LEFT if is_left else VAGUE


def placed_tellings(
    tellings: Iterable[Telling], *, left: Collection[str], incident_of: Mapping[str, str]
) -> Iterator[Placed]:
    """The rows of event mentions that are of an incident, or deny one."""
    for t in tellings:
        m, sort = t.mention, sort_of(t, is_left=t.mention.id in left)
        # A bare telling is looked up by its report alone.
        days = None if sort == BARE else days_of(t)
        yield Placed(
            mention_id=m.id,
            report_id=m.report_id,
            sort=sort,
            ordinal=t.ordinal,
            incident_id=incident_of.get(m.id),
            first_day=days[0] if days else None,
            last_day=days[1] if days else None,
            place_id=m.where.id if m.where else None,
            weekday=t.weekday if days is None and sort != BARE else None,
        )


def placed_others(mentions: Iterable[Mention], *, tellings: Collection[str]) -> Iterator[Placed]:
    """The rows of all other mentions."""
    return (Placed(m.id, m.report_id, m.kind) for m in mentions if m.id not in tellings)


def places_of(tellings: Iterable[Telling]) -> list[Place]:
    """The places of the tellings, each once."""
    told = {t.mention.where.id: t.mention.where for t in tellings if t.mention.where is not None}
    return [Place(**{field: getattr(where, field) for field in Place.model_fields}) for where in told.values()]


def ties_of(links: Links) -> list[Tie]:
    """The rows of kept pairs."""
    return [Tie(*row) for row in kept_of(links)]


def namings_of(mentions: Iterable[Mention]) -> list[Naming]:
    """The rows of actors that mentions name."""
    return [
        Naming(m.id, number, m.report_id, one.actor_id, one.name, one.type.value, one.described is not None)
        for m in mentions
        for number, one in enumerate(named_in(m))
    ]


def presences_of(incidents: Iterable[Incident]) -> dict[str, Presence]:
    """Who is where, by the incident that tells it."""
    return {i.id: presence for i in incidents if (presence := presence_of(i)) is not None}


def relation_ends(relations: Iterable[RelationMention]) -> dict[str, set[str]]:
    """The keys of both sides of each relation."""
    return {told.id: {key(told.subject), key(told.object)} for told in relations}


def windows_of(mentions: Iterable[Mention], reports: Mapping[str, Report]) -> list[TallyWindow]:
    """The days and countries that each tally counts."""
    return [
        TallyWindow(
            tally_id=m.id,
            report_id=m.report_id,
            since=m.since,
            until=last_day(m, reports.get(m.report_id)),
            names_area=bool(m.scope.areas),
            countries=countries_of(m),
        )
        for m in mentions
        if isinstance(m, TallyMention)
    ]

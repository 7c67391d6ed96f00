"""The columns of the flat table of incidents: what each is called, what it means, and how its cell is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tallystick.codebook import entry
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Mention, Range
from tallystick.model.report import Report
from tallystick.model.terms import CasualtyGroup
from tallystick.publishing.words import cite

_JOINT = " | "

Cell = str | int | float | bool | date | None


@dataclass(frozen=True)
class Told:
    """An incident, its event mentions and the reports they stand in (one report once, in the order of mentions)."""

    incident: Incident
    events: tuple[EventMention, ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True)
class Column:
    """A column: name, type (string, date, integer, number, boolean), meaning, and how its cell is read.

    ``from_reports`` is true where the cell needs the mentions and reports that tell the incident; ``codes`` is the list
    of the codebook that the cell is out of, empty if of none.
    """

    name: str
    type: str
    meaning: str
    cell: Callable[[Told], Cell]
    from_reports: bool = False
    codes: str = ""


def _published(told: Told) -> list[date]:
    return sorted(report.published_on for report in told.reports if report.published_on)


def _area(told: Told, field: str) -> Cell:
    place = told.incident.place
    return getattr(place, field) if place and place.is_area else None


def _point(told: Told, field: str) -> Cell:
    place = told.incident.place
    return getattr(place, field) if place and not place.is_area else None


def _of_place(field: str) -> Callable[[Told], Cell]:
    return lambda told: getattr(told.incident.place, field) if told.incident.place else None


def _ranges(name: str, what: str, range_of: Callable[[Incident], Range | None]) -> list[Column]:
    told = "empty where no report tells it or sets no such bound"

    def bound(of: str) -> Callable[[Told], Cell]:
        return lambda told: getattr(range_of(told.incident), of, None)

    return [
        Column(f"{name}_low", "integer", f"{what}, lowest count told; {told}", bound("low")),
        Column(f"{name}_best", "integer", f"{what}, best count; {told}", bound("best")),
        Column(f"{name}_high", "integer", f"{what}, highest count told; {told}", bound("high")),
    ]


def _killed_of(group: CasualtyGroup) -> Callable[[Incident], Range | None]:
    return lambda incident: incident.killed_of(group)


def _quotes(told: Told) -> str:
    reports = {report.id: report for report in told.reports}
    return _JOINT.join(
        f"{cite(reports[e.report_id])}: “{e.quote.exact}”" for e in told.events if e.report_id in reports
    )


def _conflicts(told: Told) -> str:
    return _JOINT.join(
        f"{c.field}: {' / '.join(v.value for v in c.values)} ({c.rule})" for c in told.incident.conflicts
    )


def _names(told: Told, field: str) -> str:
    return _JOINT.join(ref.name for ref in getattr(told.incident, field))


COLUMNS: tuple[Column, ...] = (
    Column("incident_id", "string", "Stable id of the incident", lambda t: t.incident.id),
    Column("kind", "string", "What happened (code)", lambda t: t.incident.kind, codes="EventKind"),
    Column(
        "status",
        "string",
        "Did it happen: confirmed, reported, claimed_only, contested, denied, discounted, retracted",
        lambda t: t.incident.status,
        codes="Status",
    ),
    Column(
        "review_state",
        "string",
        "Has a person passed it: machine, accepted, edited",
        lambda t: t.incident.review_state,
        codes="ReviewState",
    ),
    Column("background", "boolean", "True for history told as background", lambda t: t.incident.background),
    Column("incident_start", "date", "First day on which the incident may have happened", lambda t: t.incident.start),
    Column("incident_end", "date", "Last day on which the incident may have happened", lambda t: t.incident.end),
    Column(
        "incident_date_precision",
        "string",
        "How fine the date is (code)",
        lambda t: t.incident.date_precision,
        codes="DatePrecision",
    ),
    Column(
        "incident_date_basis",
        "string",
        "What the date rests on (code)",
        lambda t: t.incident.date_basis,
        codes="DateBasis",
    ),
    Column(
        "first_report_published_on",
        "date",
        "Day of the earliest report that tells it",
        lambda t: min(_published(t), default=None),
        from_reports=True,
    ),
    Column(
        "last_report_published_on",
        "date",
        "Day of the latest report that tells it",
        lambda t: max(_published(t), default=None),
        from_reports=True,
    ),
    Column("place_id", "string", "Id of the place", _of_place("id")),
    Column("place_name", "string", "Name of the place", _of_place("name")),
    Column("admin1", "string", "First administrative division", _of_place("admin1")),
    Column("country", "string", "Country, ISO 3166-1 alpha-2; empty at sea", _of_place("country")),
    Column(
        "place_precision",
        "string",
        "How fine the place is: site, town, district, province, country, region",
        _of_place("precision"),
        codes="PlacePrecision",
    ),
    Column("latitude", "number", "WGS 84; only for a site or town", lambda t: _point(t, "latitude")),
    Column("longitude", "number", "WGS 84; only for a site or town", lambda t: _point(t, "longitude")),
    Column(
        "area_latitude",
        "number",
        "Middle of the area, where the place is no site or town; not the place of the incident",
        lambda t: _area(t, "latitude"),
    ),
    Column(
        "area_longitude",
        "number",
        "Middle of the area, where the place is no site or town; not the place of the incident",
        lambda t: _area(t, "longitude"),
    ),
    Column("area_radius_km", "number", "About how far the area reaches", lambda t: _area(t, "radius_km")),
    Column(
        "weapons",
        "string",
        f"Weapons (codes), joined by '{_JOINT}'",
        lambda t: _JOINT.join(t.incident.weapons),
        codes="WeaponKind",
    ),
    *_ranges("weapon_count", "Projectiles or aircraft", lambda i: i.weapon_count),
    Column("target", "string", "What was attacked, in the words of a report", lambda t: t.incident.target),
    Column(
        "target_actor",
        "string",
        "Whose it is",
        lambda t: t.incident.target_actor.name if t.incident.target_actor else None,
    ),
    Column(
        "perpetrator",
        "string",
        "Who did it, only where reports state it as fact",
        lambda t: t.incident.perpetrator.name if t.incident.perpetrator else None,
    ),
    Column("claimed_by", "string", f"Who claims it, joined by '{_JOINT}'", lambda t: _names(t, "claimed_by")),
    Column(
        "attributed_to",
        "string",
        "Who is said to have done it, by whom and how surely, in sentences",
        lambda t: _JOINT.join(" ".join(a.sentences) for a in t.incident.attributed_to),
    ),
    *_ranges("killed", "People killed", lambda i: i.killed),
    *_ranges("injured", "People injured", lambda i: i.injured),
    Column("outcome", "string", "What came of the projectiles (code)", lambda t: t.incident.outcome, codes="Outcome"),
    Column(
        "responds_to",
        "string",
        f"Ids of the incidents that it answers, joined by '{_JOINT}'",
        lambda t: _JOINT.join(t.incident.responds_to),
    ),
    Column(
        "may_be",
        "string",
        f"Told too vaguely to say: ids of the incidents that it may be, the likeliest first, joined by '{_JOINT}'",
        lambda t: _JOINT.join(other.id for other in t.incident.may_be),
    ),
    Column(
        "independent_sources",
        "integer",
        "How many outlets originally reported it; copies and reports that relay another outlet add none",
        lambda t: t.incident.sources,
    ),
    Column(
        "original_reporters",
        "string",
        f"Who originally reported it, joined by '{_JOINT}'",
        lambda t: _JOINT.join(origin.name for origin in t.incident.origins),
    ),
    Column(
        "informants",
        "string",
        f"On whose word reports tell it, outlets aside, joined by '{_JOINT}'",
        lambda t: _names(t, "informants"),
    ),
    Column("reports", "integer", "Reports that tell it", lambda t: len(t.reports), from_reports=True),
    Column("conflicts", "string", "Fields on which reports disagree, with the values and the rule", _conflicts),
    Column(
        "quotes",
        "string",
        f"The words that tell it, with their report, joined by '{_JOINT}'",
        _quotes,
        from_reports=True,
    ),
    *(
        column
        for group in CasualtyGroup
        for column in _ranges(f"killed_{group.value}", f"{entry(group).label} among the killed", _killed_of(group))
    ),
)
"""All columns, in the order of ``incidents.csv``."""

COLUMN = {column.name: column for column in COLUMNS}


def tell(
    incidents: Iterable[Incident], *, mentions: Iterable[Mention] = (), reports: Iterable[Report] = ()
) -> Iterator[Told]:
    """Each incident, in the order given, with those of the mentions and reports that tell it."""
    events = {m.id: m for m in mentions if isinstance(m, EventMention)}
    heads = {report.id: report for report in reports}
    for incident in incidents:
        own = tuple(events[m] for m in incident.mentions if m in events)
        ids = dict.fromkeys(event.report_id for event in own)
        yield Told(incident, own, tuple(heads[i] for i in ids if i in heads))

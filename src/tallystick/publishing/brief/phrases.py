"""Incidents in words."""

from __future__ import annotations

from tallystick.codebook.load import entry
from tallystick.model.claim import Claim
from tallystick.model.incident import Incident
from tallystick.model.mention import Range
from tallystick.model.place import Place
from tallystick.model.tally import Tally
from tallystick.model.terms import (
    AttributionRole,
    AttributionStatus,
    Comparator,
    DateBasis,
    DatePrecision,
    EventKind,
    Outcome,
    PlacePrecision,
)
from tallystick.publishing import claim_words
from tallystick.publishing.brief.answers import set_words
from tallystick.publishing.brief.basemap import country_shape
from tallystick.publishing.brief.map_names import names_of_country
from tallystick.publishing.words import actors, count, days, plain

_KINDS = {EventKind.IED: "IED attack", EventKind.ATTACK_UNSPECIFIED: "Attack"}
_BASES = {
    DateBasis.EXPLICIT: "the reports give the date",
    DateBasis.WEEKDAY: "worked out from a weekday",
    DateBasis.RELATIVE_TO_DATELINE: "counted from the day of the report",
    DateBasis.PUBLICATION: "no date told; the day of the report stands in",
    DateBasis.NONE: "no date told",
}
_UP = (AttributionStatus.CURRENT, AttributionStatus.DISPUTED)


def kind_name(incident: Incident) -> str:
    """What happened, in a word or two."""
    return _KINDS.get(incident.kind) or entry(incident.kind).label


def headline(incident: Incident) -> str:
    """What happened and where: ``Drone attack at Ain al-Asad Air Base``."""
    place = incident.place
    if place is None:
        return f"{kind_name(incident)}, place not told"
    return f"{kind_name(incident)} {'at' if place.precision is PlacePrecision.SITE else 'in'} {place.name}"


def when_words(incident: Incident) -> str:
    """The days."""
    if incident.start is None and incident.end is None:
        return "No date told"
    return days(incident.start, incident.end)


def when_note(incident: Incident) -> str:
    """How fine the date is and what it rests on."""
    if incident.start is None and incident.end is None:
        return ""
    basis = _BASES[incident.date_basis]
    if incident.date_precision is DatePrecision.DAY:
        if incident.start != incident.end:
            return f"one of these days; {basis}"
        return basis
    return f"some time in these days; {basis}"


def country_name(code: str | None) -> str | None:
    """The name of a country by its ISO 3166-1 alpha-2 code; the code where the borders do not hold it."""
    shape = country_shape(code)
    return names_of_country(shape)["en"] if shape else code


def where_words(place: Place | None) -> str:
    """A place with what it lies in."""
    if place is None:
        return "Place not told"
    parts = [place.name]
    for outer in (place.admin1, country_name(place.country)):
        if outer and outer.casefold() not in {part.casefold() for part in parts}:
            parts.append(outer)
    return ", ".join(parts)


def where_note(place: Place | None) -> str:
    """How fine a place is; for an area that the spot within it is not told."""
    if place is None:
        return ""
    fineness = entry(place.precision).label.lower()
    if not place.is_area:
        return fineness
    reach = f", about {2 * place.radius_km:.0f} km across" if place.radius_km else ""
    return f"{fineness}{reach}; where in it is not told"


def harm_words(killed: Range | None, injured: Range | None) -> str:
    """People killed and injured; empty if neither is told."""
    if killed and injured and _is_none(killed) and _is_none(injured):
        return "nobody hurt"
    told = ((killed, "killed"), (injured, "injured"))
    return ", ".join(f"{'none' if _is_none(value) else count(value)} {what}" for value, what in told if value)


def _is_none(value: Range) -> bool:
    return value.high == 0


def weapon_words(incident: Incident) -> str:
    """With what and how many; empty if neither is told, or the kind of incident says it already."""
    kinds = " and ".join(entry(weapon).label.lower() for weapon in incident.weapons)
    if incident.weapon_count is None:
        is_said = len(incident.weapons) == 1 and incident.kind.startswith(incident.weapons[0])
        return "" if is_said else kinds
    return f"{kinds or 'projectiles or aircraft'}: {count(incident.weapon_count)}"


def outcome_words(incident: Incident) -> str:
    """What came of it; empty if it is not told."""
    return "" if incident.outcome is Outcome.UNKNOWN else entry(incident.outcome).label.lower()


def by_words(incident: Incident) -> str:
    """Who did it, as far as anybody says: stated as fact, claimed, or attributed."""
    if incident.perpetrator:
        return incident.perpetrator.name
    if incident.claimed_by:
        return f"claimed by {actors(incident.claimed_by)}"
    named = [a for a in incident.attributed_to if a.role is AttributionRole.EXECUTOR and a.status in _UP]
    if named:
        first = named[0]
        if first.is_nobodys_word:
            return f"blamed on {set_words(first)} by nobody who is named"
        return f"attributed to {set_words(first)}"
    return ""


def cover_words(claim: Claim) -> str:
    """What a claim reaches that names no incident on file."""
    return claim_words.set_words(claim.covers)


def tally_words(tally: Tally) -> str:
    """The count as quoted: ``at least 24 attacks``."""
    bound = "" if tally.comparator is Comparator.EXACT else f"{entry(tally.comparator).label.lower()} "
    return f"{bound}{tally.value} {plain(tally.unit)}"


def scope_words(tally: Tally) -> str:
    """What the tally counts over; empty if it is not told."""
    scope = tally.scope
    parts = []
    if scope.actor:
        parts.append(f"by {scope.actor.name}")
    if scope.target:
        parts.append(f"on {scope.target.name}")
    if scope.areas:
        parts.append("in " + " and ".join(country_name(area) or area for area in scope.areas))
    if scope.weapons:
        parts.append("with " + ", ".join(plain(weapon) for weapon in scope.weapons))
    return ", ".join(parts)

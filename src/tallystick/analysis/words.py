"""An incident in a few words."""

from __future__ import annotations

from tallystick.model.incident import Incident


def call_incident(incident: Incident) -> str:
    """What, where and when: "the drone attack in Fort Nord on 2021-06-10"; what is not told is left out."""
    kind = incident.kind.value.replace("_", " ").replace("attack unspecified", "attack")
    where = f" at {incident.place.name}" if incident.place and not incident.place.is_area else ""
    where = where or (f" in {incident.place.name}" if incident.place else "")
    if incident.start and incident.end and incident.start != incident.end:
        when = f" between {incident.start} and {incident.end}"
    else:
        day = incident.start or incident.end
        when = f" on {day}" if day else ""
    return f"the {kind}{where}{when}"


def sort_by_day(incidents: list[Incident]) -> list[Incident]:
    """Earliest first; incidents of no known day last."""
    return sorted(incidents, key=lambda i: ((d := i.start or i.end) is None, d, i.id))

"""Which values of a facet a client means by a name: a country by its name, a kind by ACLED's name for it."""

from __future__ import annotations

from functools import cache

from tallystick.codebook.load import entry
from tallystick.model.terms import EventKind
from tallystick.publishing.brief.basemap import countries
from tallystick.web.catalogue.labels import Labels

IN_PART = frozenset({"actor1", "actor2", "admin1", "event_type", "location", "source", "sub_event_type"})
"""The parameters of which ACLED takes a part of the name, unless it is told otherwise."""


def values_named(told: str, parameter: str, labels: Labels, *, in_part: bool) -> set[str]:
    """The values of a facet that are meant: the one that is written so itself, or else all whose name is that, or with
    ``in_part`` holds it (a ``%`` at its ends says nothing more). Capitals are not looked at. If none is, what was told,
    which then fits no incident.
    """
    if labels.find(told) is not None:
        return {told}
    sought = told.strip("% ").casefold()
    named = ((value, name.casefold()) for value, label in labels.called() for name in _names(parameter, value, label))
    return {value for value, name in named if name == sought or (in_part and sought and sought in name)} or {told}


def _names(parameter: str, value: str, label: str) -> tuple[str, ...]:
    """What a value is called by clients."""
    if parameter == "country":
        return (value, *_country_names().get(value, ()))
    if parameter == "sub_event_type":
        return (entry(EventKind(value)).maps.get("ACLED sub_event_type", ""),)
    if parameter == "event_type":
        told = entry(EventKind(value))
        return value, told.label, told.maps.get("ACLED event_type", "")
    return (label,)


@cache
def _country_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for shape in countries():
        if shape.country:
            found[shape.country] = (*found.get(shape.country, ()), shape.name)
    return found

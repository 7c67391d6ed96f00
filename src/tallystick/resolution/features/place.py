"""Evidence from the places."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision
from tallystick.resolution.features.evidence import Evidence, veto
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

SAME_PLACE = {
    PlacePrecision.SITE: 5.0,
    PlacePrecision.TOWN: 5.0,
    PlacePrecision.DISTRICT: 3.5,
    PlacePrecision.PROVINCE: 2.0,
    PlacePrecision.REGION: 1.5,
    PlacePrecision.COUNTRY: 0.5,
}
INSIDE = {
    PlacePrecision.SITE: 4.0,
    PlacePrecision.TOWN: 4.0,
    PlacePrecision.DISTRICT: 3.0,
    PlacePrecision.PROVINCE: 1.5,
    PlacePrecision.REGION: 1.0,
    PlacePrecision.COUNTRY: 0.5,
}
NO_PLACE = -1.5
SPOT_KM = 2.0
NEAR_KM = 10.0
VICINITY_KM = 25.0


def compare_place(a: Telling, b: Telling, knows: Knows) -> Iterator[Evidence]:
    """Same, contained, near or far. Two sites are never one; a town and a site near it may be.

    Day and manner alone do not make one incident of what two reports tell: an untold place counts against it.
    """
    here, there = a.mention.where, b.mention.where
    if here is None or there is None:
        if a.mention.report_id != b.mention.report_id:
            yield Evidence(NO_PLACE, "one tells no place")
        return
    if here.id == there.id:
        yield Evidence(SAME_PLACE[here.precision], f"same {here.precision.value}: {here.name}")
    elif outer := _outer(here, there, knows):
        inner = there if outer is here else here
        yield Evidence(INSIDE[outer.precision], f"{inner.name} lies in {outer.name}")
    elif here.is_area or there.is_area:
        yield _compare_areas(here, there, knows)
    else:
        yield _compare_points(here, there, knows)


def _outer(a: Place, b: Place, knows: Knows) -> Place | None:
    """The one that contains the other. Of two towns or sites neither does, however near they are."""
    if a.precision is b.precision and not a.is_area:
        return None
    if knows.contains(a, b):
        return a
    return b if knows.contains(b, a) else None


def _compare_areas(a: Place, b: Place, knows: Knows) -> Evidence:
    km = knows.distance_km(a, b)
    if a.country != b.country and a.country and b.country:
        return veto(f"{a.name} and {b.name} are in different countries")
    if km is None:
        return Evidence(-1.0, f"{a.name} and {b.name} may be different places")
    if km > a.radius_km + b.radius_km + VICINITY_KM:
        return veto(f"{a.name} and {b.name} are {km:.0f} km apart")
    return Evidence(0.0, f"{a.name} and {b.name} may overlap")


def _compare_points(a: Place, b: Place, knows: Knows) -> Evidence:
    km = knows.distance_km(a, b)
    both_sites = a.precision is b.precision is PlacePrecision.SITE
    if km is None:
        if fuzz.token_set_ratio(a.name, b.name) >= 90:
            return Evidence(3.5, f"places of like name: {a.name}, {b.name}")
        return Evidence(-3.0, f"different names of places: {a.name}, {b.name}")
    if (both_sites and km > SPOT_KM) or km > VICINITY_KM:
        return veto(f"{a.name} and {b.name} are {km:.0f} km apart")
    if km <= SPOT_KM:
        return Evidence(4.0, f"{a.name} and {b.name} are the same spot")
    if km <= NEAR_KM:
        return Evidence(2.5, f"{a.name} is {km:.0f} km from {b.name}")
    return Evidence(0.0, f"{a.name} is {km:.0f} km from {b.name}")

"""What the rooms may ask of the knowledge base and the gazetteer."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.actor import ActorRef
from tallystick.model.countable import Countable
from tallystick.model.place import Place
from tallystick.model.terms import ActorType
from tallystick.resolution.knows import Knows


def what_is_known(knowledge: KnowledgeBase, gazetteer: Gazetteer) -> Knows:
    """What resolution may ask of the knowledge base and the gazetteer."""

    def compatible(a: ActorRef, b: ActorRef) -> bool:
        if a.id is None or b.id is None or not (knowledge.has(a.id) and knowledge.has(b.id)):
            return True
        return knowledge.are_compatible(a.id, b.id)

    @lru_cache(maxsize=65536)
    def name_of(actor_id: str) -> str | None:
        return knowledge.ref(actor_id).name if knowledge.has(actor_id) else None

    def type_of(actor_id: str) -> ActorType | None:
        return knowledge.actor(actor_id).type if knowledge.has(actor_id) else None

    return Knows(
        compatible=compatible,
        contains=gazetteer.contains,
        distance_km=gazetteer.distance_km,
        name_of=name_of,
        type_of=type_of,
        outlet_of=lru_cache(maxsize=65536)(knowledge.outlet),
    )


def area_test(gazetteer: Gazetteer) -> Callable[[Countable, str], bool]:
    """A test whether an incident lies in an area, given as a country code or a place id."""

    def in_area(incident: Countable, area: str) -> bool:
        if incident.place is None:
            return False
        if len(area) == 2:
            return incident.place.country == area
        place = gazetteer.place(area)
        return place is not None and (place.id == incident.place.id or gazetteer.contains(place, incident.place))

    return in_area


def around_test(gazetteer: Gazetteer) -> Callable[[Countable, str], bool]:
    """A test whether an incident is told to lie in an area that holds another: "in Iraq", where one in Erbil is asked
    for.
    """

    def is_around(incident: Countable, area: str) -> bool:
        if incident.place is None or not incident.place.is_area or len(area) == 2:
            return False
        place = gazetteer.place(area)
        return place is not None and gazetteer.contains(incident.place, place)

    return is_around


def area_within(gazetteer: Gazetteer) -> Callable[[str, str], bool]:
    """A test whether one area, given as a country code or a place id, lies in another or is it."""

    def place_of(area: str) -> Place | None:
        return gazetteer.country(area) if len(area) == 2 else gazetteer.place(area)

    @lru_cache(maxsize=65536)
    def is_within(inner: str, outer: str) -> bool:
        if inner == outer:
            return True
        one, other = place_of(inner), place_of(outer)
        return one is not None and other is not None and gazetteer.contains(other, one)

    return is_within


def area_names(gazetteer: Gazetteer) -> Callable[[str], str]:
    """How an area of a tally's scope is called in words."""

    def name(area: str) -> str:
        place: Place | None = gazetteer.country(area) if len(area) == 2 else gazetteer.place(area)
        return place.name if place is not None else area

    return name

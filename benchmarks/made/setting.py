"""A conflict laid out over the packaged knowledge: its towns and sites with all by which they may be told, its actors
with the names of their kin.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from benchmarks.made.conflicts import Conflict, Side
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_store import DATABASE
from tallystick.knowledge.pack import packaged_packs
from tallystick.knowledge.sites import load_sites
from tallystick.model.actor import ActorRef
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision, Predicate

TOWNS = 120
"""The most towns of a country in which anything happens, the largest first."""

NEAR_KM = 25.0
BEHIND = (Predicate.BRAND_OF, Predicate.FRONT_FOR, Predicate.MEMBER_OF, Predicate.PART_OF, Predicate.SUBORDINATE_TO)


@dataclass(frozen=True)
class Spot:
    """A town or site; the town or site nearby for which it is mistaken; the areas around it, closest first."""

    place: Place
    near: tuple[Place, ...]
    areas: tuple[Place, ...]


@dataclass(frozen=True)
class Names:
    """An actor with its aliases; its kin, which act under its name or it under theirs; and those that back it."""

    actor: ActorRef
    aliases: tuple[str, ...]
    kin: tuple[ActorRef, ...]
    backers: tuple[ActorRef, ...]


@dataclass(frozen=True)
class Setting:
    """Where a conflict is fought and by whom. ``provinces`` holds the spots of each province."""

    conflict: Conflict
    provinces: tuple[tuple[Spot, ...], ...]
    names: dict[str, Names]
    sides: tuple[Side, ...]
    side_weights: tuple[float, ...]


def lay_out(conflict: Conflict, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> Setting:
    """The conflict over what is known. Raises KeyError where the knowledge base does not hold an actor."""
    actors = {side.actor for side in conflict.sides} | {t for side in conflict.sides for t in side.targets}
    return Setting(
        conflict=conflict,
        provinces=_provinces(conflict.country, gazetteer),
        names={actor: _names(actor, knowledge) for actor in sorted(actors)},
        sides=conflict.sides,
        side_weights=tuple(accumulate(side.share for side in conflict.sides)),
    )


def _names(actor_id: str, knowledge: KnowledgeBase) -> Names:
    kin = {
        (r.object if r.subject == actor_id else r.subject): None
        for r in knowledge.relations_of(actor_id)
        if r.predicate in BEHIND
    }
    backers = [r.object for r in knowledge.relations_of(actor_id) if r.predicate is Predicate.BACKED_BY]
    known = knowledge.actor(actor_id)
    return Names(
        actor=knowledge.ref(actor_id),
        aliases=tuple(a for a in known.aliases if a.isascii()),
        kin=tuple(knowledge.ref(k) for k in kin if knowledge.has(k) and k != actor_id),
        backers=tuple(knowledge.ref(b) for b in dict.fromkeys(backers) if knowledge.has(b) and b != actor_id),
    )


def _provinces(country: str, gazetteer: Gazetteer) -> tuple[tuple[Spot, ...], ...]:
    """The spots by province, provinces with most spots first; in each, sites and towns by turns."""
    places = list(_points(country, gazetteer))
    whole = gazetteer.country(country)
    parts = [
        part
        for direction in ("northern", "eastern", "southern", "western")
        if whole is not None and (part := gazetteer.part_of(direction, whole)) is not None
    ]
    districts = list(_listed(country, "district", 10**6, gazetteer))
    by_province: dict[str, list[Spot]] = {}
    for place in places:
        near = sorted(
            (p for p in places if p.id != place.id and (gazetteer.distance_km(p, place) or 1e9) <= NEAR_KM),
            key=lambda p: (gazetteer.distance_km(p, place), p.id),
        )
        district = [d for d in districts if d.admin1 == place.admin1 and gazetteer.contains(d, place)][:1]
        province = gazetteer.admin1(country, place.admin1 or "")
        areas = [*district, *([province] if province else []), *(p for p in parts if gazetteer.contains(p, place))][:3]
        spot = Spot(place, tuple(near[:3]), (*areas, *([whole] if whole else [])))
        by_province.setdefault(place.admin1 or "", []).append(spot)
    return tuple(tuple(spots) for _, spots in sorted(by_province.items(), key=lambda p: (-len(p[1]), p[0])))


def _points(country: str, gazetteer: Gazetteer) -> Iterator[Place]:
    for site in load_sites(*packaged_packs()):
        if site.country == country and site.place.precision in (PlacePrecision.SITE, PlacePrecision.TOWN):
            yield site.place
    yield from _listed(country, "town", TOWNS, gazetteer)


def _listed(country: str, precision: str, most: int, gazetteer: Gazetteer) -> Iterator[Place]:
    """Places of the packaged gazetteer, the most populous first."""
    with sqlite3.connect(f"{DATABASE.as_uri()}?mode=ro&immutable=1", uri=True) as connection:
        rows = connection.execute(
            "SELECT id, name FROM place WHERE country = ? AND precision = ? AND latitude IS NOT NULL "
            "ORDER BY population DESC, id LIMIT ?",
            (country, precision, most),
        ).fetchall()
    for place_id, name in rows:  # by name, which the file has an index of
        yield from (place for place in gazetteer.find(name, country=country) if place.id == place_id)

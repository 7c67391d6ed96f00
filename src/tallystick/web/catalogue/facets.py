"""By what incidents are narrowed down: each facet, its values, and what a value is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tallystick.ledger.glances import Glance, GlancedActor

Value = tuple[str, str]
"""The value as it stands in an address, and what it is called."""


@dataclass(frozen=True)
class Facet:
    """A facet. ``name`` is that of the parameter in an address, ``field`` the column of the codebook that it is of.

    ``values`` gives all values of an incident; of a facet without ``plain`` names the page looks the label of a code up
    in the codebook.
    """

    name: str
    title: str
    field: str
    values: Callable[[Glance], Iterator[Value]]
    coded: bool = False


def actor_key(actor: GlancedActor) -> str:
    """An actor as it stands in an address: its id, or its name where the knowledge base does not hold it."""
    return actor.id or actor.name


def _codes(*codes: str) -> Iterator[Value]:
    return ((code, code) for code in codes)


def _actors(*actors: GlancedActor | None) -> Iterator[Value]:
    return ((actor_key(actor), actor.name) for actor in actors if actor is not None)


def _involved(glance: Glance) -> Iterator[Value]:
    """Those of whom somebody says it. What only follows from the network of a name is said of nobody."""
    said = [each for each in glance.attributed_to if each.role != "sponsor" and each.basis != "network"]
    return _actors(glance.perpetrator, *glance.claimed_by, *(actor for each in said for actor in each.actors))


def _country(glance: Glance) -> Iterator[Value]:
    return _codes(glance.place.country if glance.place and glance.place.country else "none")


def _province(glance: Glance) -> Iterator[Value]:
    place = glance.place
    if place is not None and place.admin1:
        yield f"{place.country or ''}:{place.admin1}", place.admin1


def _place(glance: Glance) -> Iterator[Value]:
    if glance.place is not None:
        yield glance.place.id, glance.place.name


def _doubts(glance: Glance) -> Iterator[Value]:
    yield from {(field, field.replace("_", " ")) for field in glance.conflicts}


FACETS: tuple[Facet, ...] = (
    Facet("event_type", "What happened", "kind", lambda g: _codes(g.kind), coded=True),
    Facet("status", "Did it happen", "status", lambda g: _codes(g.status), coded=True),
    Facet("review", "Reviewed", "review_state", lambda g: _codes(g.review_state), coded=True),
    Facet("country", "Country", "country", _country),
    Facet("province", "Province", "admin1", _province),
    Facet("place", "Place", "place", _place),
    Facet("actor1", "Said to have done it", "attributed_to", _involved),
    Facet("claimant", "Claimed by", "claimed_by", lambda g: _actors(*g.claimed_by)),
    Facet("actor2", "Whose target", "target_actor", lambda g: _actors(g.target_actor)),
    Facet("weapon", "With what", "weapons", lambda g: _codes(*g.weapons), coded=True),
    Facet("outcome", "Outcome", "outcome", lambda g: _codes(g.outcome), coded=True),
    Facet("source", "Reported by", "origins", lambda g: _codes(*g.origins)),
    Facet("conflict", "Reports disagree on", "conflicts", _doubts),
)
"""All facets, in the order in which they are shown. Named as the clients of ACLED know them, where they do."""

FACET = {facet.name: facet for facet in FACETS}

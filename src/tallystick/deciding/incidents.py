"""Incidents that a user names, and the two sides of a decision on pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.resolution.anchors import anchors_of


@dataclass(frozen=True)
class Named:
    """What a user named: an incident with all events that tell it, or with some of them."""

    incident: Incident
    events: tuple[EventMention, ...]

    @property
    def anchors(self) -> tuple[Quote, ...]:
        """The words by which a decision finds it again."""
        return tuple(quote for event in self.events for quote in anchors_of(event))


Sides = Callable[[Ledger, Named], tuple[Named, Named]]


def named(opened: Ledger, id_: str) -> Named:
    """The incident of an id, old ones too; or the incident of a mention id, with that mention alone.

    Raises:
        TallystickError: E302, E315 or E330 if there is none.

    """
    if id_.startswith("m-"):
        incident = opened.incident_of_mention(id_)
        return Named(incident, _events(opened, [id_]))
    incident, _ = opened.incident(id_)
    return Named(incident, _events(opened, incident.mentions))


def two_sides(other: str) -> Sides:
    """The two sides of a decision that names two ids. What is in both stands on the first side."""

    def sides(opened: Ledger, ours: Named) -> tuple[Named, Named]:
        theirs = named(opened, other)
        mentions = {event.id for event in ours.events}
        return ours, Named(theirs.incident, tuple(e for e in theirs.events if e.id not in mentions))

    return sides


def some_of(mentions: Sequence[str]) -> Sides:
    """The two sides of a decision that takes some mentions out of an incident.

    Raises:
        TallystickError: E308 if one is not of the incident.

    """

    def sides(_: Ledger, ours: Named) -> tuple[Named, Named]:
        for mention in mentions:
            if mention not in ours.incident.mentions:
                raise TallystickError(Code.E308, id=mention, incident=ours.incident.id)
        out = tuple(event for event in ours.events if event.id in mentions)
        return Named(ours.incident, tuple(e for e in ours.events if e not in out)), Named(ours.incident, out)

    return sides


def _events(opened: Ledger, mention_ids: Sequence[str]) -> tuple[EventMention, ...]:
    found = {m.id: m for m in opened.mentions_of(mention_ids) if isinstance(m, EventMention)}
    return tuple(found[i] for i in mention_ids if i in found)

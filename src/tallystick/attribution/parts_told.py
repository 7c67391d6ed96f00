"""What states are said to have had to do with a deed."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.attribution.attributors import named_attributors
from tallystick.attribution.doers_told import all_doers
from tallystick.attribution.names import key
from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.terms import Modality, Responsibility


class PartTold(Noun):
    """What a state is said to have had to do with the deed of ``doers`` (keys of actors; empty where none is named),
    and on whose word; null for the reports' own.
    """

    state: ActorRef
    part: Responsibility
    by: ActorRef | None
    doers: frozenset[str]
    quote: Quote


def state_parts_in(events: Iterable[EventMention]) -> tuple[PartTold, ...]:
    """The parts that the mentions of an incident give to states."""
    return tuple(
        PartTold(state=one.state, part=one.part, by=by, doers=frozenset(map(key, all_doers(event))), quote=one.quote)
        for event in events
        if event.modality is not Modality.DENIED
        for one in event.state_parts
        for by in ((one.by,) if one.by is not None else named_attributors(event))
    )

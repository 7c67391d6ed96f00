"""The grounds that reports state for who did it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tallystick.attribution.attributors import attributors_of
from tallystick.attribution.doers_told import doers_of
from tallystick.attribution.names import key
from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.mention import EventMention, Ground
from tallystick.model.quote import Quote
from tallystick.model.terms import GroundKind, Modality


class Grounded(Noun):
    """A ground that reports state, whom it points to and whose it is; null for the reports' own."""

    kind: GroundKind
    actors: tuple[ActorRef, ...]
    by: ActorRef | None
    quotes: tuple[Quote, ...]


def grounds_in(events: Iterable[EventMention]) -> tuple[Grounded, ...]:
    """The grounds that the mentions of an incident state, one for each kind, voice and set of actors."""
    found: dict[tuple[str, str, tuple[str, ...]], Grounded] = {}
    for event in events:
        if event.modality is Modality.DENIED:
            continue
        for ground in event.grounds:
            for one in _grounded(event, ground):
                signed = (one.kind.value, key(one.by) if one.by else "", tuple(sorted(map(key, one.actors))))
                before = found.get(signed)
                quotes = one.quotes if before is None else tuple(dict.fromkeys((*before.quotes, *one.quotes)))
                found[signed] = one.model_copy(update={"quotes": quotes})
    return tuple(found[k] for k in sorted(found))


def _grounded(event: EventMention, ground: Ground) -> Iterator[Grounded]:
    actors = (ground.actor,) if ground.actor is not None else doers_of(event)
    if not actors:
        return
    voices = [a for a in attributors_of(event) if a is None or key(a) not in map(key, actors)]
    for voice in voices or [None]:
        yield Grounded(kind=ground.kind, actors=actors, by=voice, quotes=(ground.quote,))

"""Who is said to have done it, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from tallystick.attribution.names import key
from tallystick.model.actor import ActorRef, Participant
from tallystick.model.base import Noun
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.terms import AttributionMode, Role


class Stated(Noun):
    """One attributor's word on who did it, with every quote that carries it; null where nobody is named who says so."""

    actors: tuple[ActorRef, ...]
    mode: AttributionMode
    attributor: ActorRef | None
    quotes: tuple[Quote, ...]

    @property
    def actor_keys(self) -> frozenset[str]:
        """The actors named, whatever their order."""
        return frozenset(key(a) for a in self.actors)


def stated_in(events: Iterable[EventMention], *, claimants: frozenset[str]) -> tuple[Stated, ...]:
    """The attributions that the mentions of an incident state, one for each attributor and set of actors.

    The attributor is whom the report names in that role ("X blamed Y"), else whoever tells the report ("according
    to X"). Where the report itself says no more than that somebody is blamed or suspected, there is none. Nobody is an
    attributor of his own act, and a claimant's own word is a claim.
    """
    found: dict[tuple[str, frozenset[str]], Stated] = {}
    for event in events:
        named = [p.actor for p in event.participants if p.role is Role.PERPETRATOR]
        actors = tuple({key(a): a for a in named}.values())
        for accused in (p for p in event.participants if p.role is Role.ACCUSED and p.accused_by is not None):
            found.setdefault(*_accusation(event, accused))
        if not actors:
            continue
        for attributor in _attributors(event):
            own = "" if attributor is None else key(attributor)
            if own in claimants or any(own == key(a) for a in actors):
                continue
            one = Stated(actors=actors, mode=_mode(event), attributor=attributor, quotes=(event.quote,))
            before = found.get((own, one.actor_keys))
            found[own, one.actor_keys] = (
                one if before is None else before.model_copy(update={"quotes": (*before.quotes, event.quote)})
            )
    return tuple(found[k] for k in sorted(found, key=lambda k: (sorted(k[1]), k[0])))


def _accusation(event: EventMention, accused: Participant) -> tuple[tuple[str, frozenset[str]], Stated]:
    """An accusation told beside another doer, under the keys of who makes it and whom it names."""
    own = "" if accused.accused_by is None else key(accused.accused_by)
    quotes = (event.quote,) if event.quote.overlaps(accused.quote) else (event.quote, accused.quote)
    one = Stated(actors=(accused.actor,), mode=AttributionMode.ALL_OF, attributor=accused.accused_by, quotes=quotes)
    return (own, one.actor_keys), one


def _attributors(event: EventMention) -> tuple[ActorRef | None, ...]:
    named = tuple(p.actor for p in event.participants if p.role is Role.ATTRIBUTOR)
    if named:
        return named
    if event.reporter is not None:
        return (ActorRef(id=event.reporter.actor_id, name=event.reporter.name),)
    return (None,) if any(p.alleged for p in event.participants) else ()


def _mode(event: EventMention) -> AttributionMode:
    """``one_or_more_of`` where the report puts an "or" between the actors."""
    spans = sorted((p.quote.start, p.quote.end) for p in event.participants if p.role is Role.PERPETRATOR)
    text, base = event.quote.exact, event.quote.start
    between = (text[max(0, a[1] - base) : max(0, b[0] - base)] for a, b in pairwise(spans))
    return AttributionMode.ONE_OR_MORE_OF if any(" or " in gap for gap in between) else AttributionMode.ALL_OF

"""Who is said to have done it, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tallystick.attribution.attributors import attributors_of
from tallystick.attribution.doers_told import said_to_have_done_it
from tallystick.attribution.names import key
from tallystick.attribution.naming import is_description
from tallystick.attribution.told_together import mode_of, told_together
from tallystick.model.actor import ActorRef, Participant
from tallystick.model.base import Noun
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.terms import AttributionMode, Modality, Role

_SUSPECTS = re.compile(
    r"\b(suspect\w*|believ\w+|likely|probabl\w+|apparent\w*|possibl\w+|presum\w+|may have|might have)\b"
    r"|يشتبه|يُشتبه|يعتقد|يرجح",
    re.IGNORECASE,
)
_BLAMES = re.compile(
    r"\b(blam\w+|accus\w+|attribut\w+|ascrib\w+|responsib\w+|behind|finger|pin(s|ned)?|charg\w+|alleg\w+)\b"
    r"|اتهم|حمّل|حمل\w* مسؤولية",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(officials?|sources?|officers?|aides?|diplomats?)$|\b(anonymous|unnamed|unidentified)\b|مسؤول|مصدر|مصادر",
    re.IGNORECASE,
)


class Stated(Noun):
    """One voice's word on who did it, with every quote that carries it; null where nobody is named who says so.

    ``is_blame`` is true where no more is told than that the actors are blamed for it or suspected, in words of blame
    where somebody is named who says so, ``is_suspicion``
    where the words are those of a suspicion. ``is_own`` marks the word of whoever did it, ``is_denied`` one that says
    that it did not, and ``is_fact`` a report's own statement, which has no attributor. ``is_unnamed`` marks an own word
    that only officials give who are not named.
    """

    actors: tuple[ActorRef, ...]
    mode: AttributionMode
    attributor: ActorRef | None
    quotes: tuple[Quote, ...]
    is_blame: bool = False
    is_suspicion: bool = False
    is_own: bool = False
    is_unnamed: bool = False
    is_denied: bool = False
    is_fact: bool = False

    @property
    def actor_keys(self) -> frozenset[str]:
        """The actors named, whatever their order."""
        return frozenset(key(a) for a in self.actors)

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports that carry it, sorted."""
        return tuple(sorted({q.report_id for q in self.quotes}))


def is_own_statement(event: EventMention) -> bool:
    """True for an event that a report tells as a fact in its own words, on nobody's word and of nobody's claim."""
    doubted = any(p.alleged for p in said_to_have_done_it(event))
    return not doubted and attributors_of(event) == (None,)


def stated_in(events: Iterable[EventMention], *, claimants: frozenset[str]) -> tuple[Stated, ...]:
    """What the mentions of an incident state on who did it, one for each voice and set of actors.

    The attributor is whom the report names in that role ("X blamed Y"), else whoever tells the report ("according
    to X"). Where the report itself says no more than that somebody is blamed or suspected, there is none. What is
    neither blamed nor on anybody's word the report states as fact, unless it names no one in particular ("gunmen"). A
    claimant's own word is a claim, and told as such.
    """
    found: dict[tuple[object, ...], Stated] = {}
    for event in events:
        for one in (*_told_by(event), *_accusations(event), *_denials(event)):
            voice = None if one.attributor is None else key(one.attributor)
            if one.is_fact and all(is_description(a) for a in one.actors):
                continue
            if voice in claimants and not one.is_denied:
                continue
            signed = (voice or "", one.is_fact, one.is_own, one.is_denied, one.mode, tuple(sorted(one.actor_keys)))
            before = found.get(signed)
            found[signed] = one if before is None else _together(before, one)
    return tuple(found[k] for k in sorted(found, key=str))


def _told_by(event: EventMention) -> Iterator[Stated]:
    for doers in told_together(event):
        yield from _told_of(event, doers)


def _told_of(event: EventMention, doers: Sequence[Participant]) -> Iterator[Stated]:
    actors = tuple({key(p.actor): p.actor for p in doers}.values())
    blamed = all(p.alleged for p in doers)
    for attributor in attributors_of(event):
        voice = None if attributor is None else key(attributor)
        own = any(voice == key(a) for a in actors)
        denied = event.modality is Modality.DENIED
        # That somebody else denies the event says nothing on who did it.
        if denied and not own:
            continue
        yield Stated(
            actors=tuple(a for a in actors if not own or key(a) == voice),
            mode=mode_of(event, doers),
            attributor=attributor,
            quotes=(event.quote,),
            is_blame=blamed and (attributor is None or _BLAMES.search(event.quote.exact) is not None),
            is_suspicion=blamed and _SUSPECTS.search(event.quote.exact) is not None,
            is_own=own,
            is_unnamed=own and _is_unnamed(event),
            is_denied=denied,
            is_fact=attributor is None and not blamed,
        )


def _accusations(event: EventMention) -> Iterator[Stated]:
    """The accusations told beside another doer."""
    for accused in event.participants:
        if accused.role is Role.ACCUSED and accused.accused_by is not None:
            quotes = (event.quote,) if event.quote.overlaps(accused.quote) else (event.quote, accused.quote)
            yield Stated(
                actors=(accused.actor,), mode=AttributionMode.ALL_OF, attributor=accused.accused_by, quotes=quotes
            )


def _denials(event: EventMention) -> Iterator[Stated]:
    """Who denies having done it."""
    for denier in event.participants:
        if denier.role is Role.DENIER:
            quotes = (event.quote,) if event.quote.overlaps(denier.quote) else (event.quote, denier.quote)
            yield Stated(
                actors=(denier.actor,), mode=AttributionMode.ALL_OF, attributor=denier.actor, quotes=quotes,
                is_own=True, is_denied=True,
            )  # fmt: skip


def _together(one: Stated, other: Stated) -> Stated:
    return one.model_copy(
        update={
            "quotes": tuple(dict.fromkeys((*one.quotes, *other.quotes))),
            "is_blame": one.is_blame and other.is_blame,
            "is_suspicion": one.is_suspicion and other.is_suspicion,
            "is_unnamed": one.is_unnamed and other.is_unnamed,
        }
    )


def _is_unnamed(event: EventMention) -> bool:
    """True where the reporter is an official, a source or the like without a name or an office that answers for him."""
    return event.reporter is not None and _UNNAMED.search(event.reporter.quote.exact) is not None

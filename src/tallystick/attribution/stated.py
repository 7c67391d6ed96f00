"""Who is said to have done it, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from tallystick.attribution.names import is_description, key
from tallystick.knowledge.names import fold_name
from tallystick.model.actor import ActorRef, Participant
from tallystick.model.base import Noun
from tallystick.model.mention import EventMention, Ground
from tallystick.model.quote import Quote
from tallystick.model.terms import AttributionMode, GroundKind, Modality, Responsibility, Role

_SUSPECTS = re.compile(
    r"\b(suspect\w*|believ\w+|likely|probabl\w+|apparent\w*|possibl\w+|presum\w+|may have|might have)\b"
    r"|يشتبه|يُشتبه|يعتقد|يرجح",
    re.IGNORECASE,
)
_JOINS = frozenset({",", "and", "or", "&", "with", "،", "و", "أو"})
_ALIKE = 90
_NEAR = 5  # words between two who are told together

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


class Grounded(Noun):
    """A ground that reports state, whom it points to and whose it is; null for the reports' own."""

    kind: GroundKind
    actors: tuple[ActorRef, ...]
    by: ActorRef | None
    quotes: tuple[Quote, ...]


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
        PartTold(state=one.state, part=one.part, by=by, doers=frozenset(map(key, _all_doers(event))), quote=one.quote)
        for event in events
        if event.modality is not Modality.DENIED
        for one in event.state_parts
        for by in ((one.by,) if one.by is not None else _named_attributors(event))
    )


def is_own_statement(event: EventMention) -> bool:
    """True for an event that a report tells as a fact in its own words, on nobody's word and of nobody's claim."""
    doubted = any(p.alleged for p in _said_to_have_done_it(event))
    return not doubted and _attributors(event) == (None,)


def inferred_in(events: Iterable[EventMention]) -> tuple[ActorRef, ...]:
    """Whom the reader puts to an event by words in another sentence, and no report says to have done it."""
    found = (p.actor for event in events for p in event.participants if p.role is Role.PERPETRATOR and p.inferred)
    return tuple({key(actor): actor for actor in found}.values())


def _said_to_have_done_it(event: EventMention) -> list[Participant]:
    return [p for p in event.participants if p.role is Role.PERPETRATOR and not p.inferred]


def _all_doers(event: EventMention) -> list[ActorRef]:
    done_by = (Role.PERPETRATOR, Role.CLAIMANT, Role.ACCUSED)
    return [p.actor for p in event.participants if p.role in done_by and not p.inferred]


def _named_attributors(event: EventMention) -> tuple[ActorRef | None, ...]:
    """Whoever is named for the telling; the report itself where nobody is."""
    return tuple(a for a in _attributors(event) if a is not None) or (None,)


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


def _told_by(event: EventMention) -> Iterator[Stated]:
    for doers in _told_together(event):
        yield from _told_of(event, doers)


def _told_of(event: EventMention, doers: Sequence[Participant]) -> Iterator[Stated]:
    actors = tuple({key(p.actor): p.actor for p in doers}.values())
    blamed = all(p.alleged for p in doers)
    for attributor in _attributors(event):
        voice = None if attributor is None else key(attributor)
        own = any(voice == key(a) for a in actors)
        denied = event.modality is Modality.DENIED
        # That somebody else denies the event says nothing on who did it.
        if denied and not own:
            continue
        yield Stated(
            actors=tuple(a for a in actors if not own or key(a) == voice),
            mode=_mode(event, doers),
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


def _doers(event: EventMention) -> tuple[ActorRef, ...]:
    named = [p.actor for p in _said_to_have_done_it(event)]
    return tuple({key(a): a for a in named}.values())


def _attributors(event: EventMention) -> tuple[ActorRef | None, ...]:
    named = tuple(p.actor for p in event.participants if p.role is Role.ATTRIBUTOR)
    if named:
        return named
    if event.reporter is not None:
        return (ActorRef(id=event.reporter.actor_id, name=event.reporter.name),)
    blamed = any(p.alleged for p in event.participants)
    states = event.modality is Modality.ACTUAL and event.status_cue != "claimed_only"
    return (None,) if blamed or states else ()


def _grounded(event: EventMention, ground: Ground) -> Iterator[Grounded]:
    actors = (ground.actor,) if ground.actor is not None else _doers(event)
    if not actors:
        return
    voices = [a for a in _attributors(event) if a is None or key(a) not in map(key, actors)]
    for voice in voices or [None]:
        yield Grounded(kind=ground.kind, actors=actors, by=voice, quotes=(ground.quote,))


def _told_together(event: EventMention) -> Iterator[list[Participant]]:
    """The doers of an event, those of one list ("the army, its allies and Russia") together; others each alone.

    That a report names two in one sentence does not yet say that they did it together.
    """
    found: list[Participant] = []
    doers = _said_to_have_done_it(event)
    known = [p for p in doers if p.actor_id is not None]
    doers = [p for p in doers if p.actor_id is not None or not any(_is_same_name(p, k) for k in known)]
    for doer in sorted(doers, key=lambda p: p.quote.start):
        if found and not _are_joined(_between(event, found[-1], doer)):
            yield found
            found = []
        found.append(doer)
    if found:
        yield found


def _is_same_name(one: Participant, other: Participant) -> bool:
    """True if a name that no base holds is a spelling of one that it does, told beside it."""
    return fuzz.token_set_ratio(fold_name(one.name), fold_name(other.name)) >= _ALIKE


def _are_joined(gap: str) -> bool:
    """True for a gap of nothing but a joining word, and at most four words beside it ("and its ally", ", the")."""
    words = gap.replace(",", " , ").split()
    return not words or (len(words) <= _NEAR and any(w.lower() in _JOINS for w in words))


def _between(event: EventMention, one: Participant, other: Participant) -> str:
    text, base = event.quote.exact, event.quote.start
    return text[max(0, one.quote.end - base) : max(0, other.quote.start - base)]


def _mode(event: EventMention, doers: Sequence[Participant]) -> AttributionMode:
    """``one_or_more_of`` where the report puts an "or" between the actors."""
    gaps = (_between(event, one, other) for one, other in pairwise(doers))
    return AttributionMode.ONE_OR_MORE_OF if any(" or " in gap for gap in gaps) else AttributionMode.ALL_OF

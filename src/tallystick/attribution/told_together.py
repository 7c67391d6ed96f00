"""Doers whom a report names in one list, and so says to have done it together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from tallystick.attribution.doers_told import said_to_have_done_it
from tallystick.knowledge.names import fold_name
from tallystick.model.actor import Participant
from tallystick.model.mention import EventMention
from tallystick.model.terms import AttributionMode

_JOINS = frozenset({",", "and", "or", "&", "with", "،", "و", "أو"})
_ALIKE = 90
_NEAR = 5  # words between two who are told together


def told_together(event: EventMention) -> Iterator[list[Participant]]:
    """The doers of an event, those of one list ("the army, its allies and Russia") together; others each alone.

    That a report names two in one sentence does not yet say that they did it together.
    """
    found: list[Participant] = []
    doers = said_to_have_done_it(event)
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


def mode_of(event: EventMention, doers: Sequence[Participant]) -> AttributionMode:
    """``one_or_more_of`` where the report puts an "or" between the actors."""
    gaps = (_between(event, one, other) for one, other in pairwise(doers))
    return AttributionMode.ONE_OR_MORE_OF if any(" or " in gap for gap in gaps) else AttributionMode.ALL_OF

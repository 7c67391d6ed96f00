"""Whom a name means that several actors bear, by what a report tells beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from tallystick.knowledge.actors import AmbiguousAlias, KnownActor
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.names import fold_name


class Meant(NamedTuple):
    """The one actor that a name means in a report, or null, and the reason in words."""

    actor: KnownActor | None
    why: str


@dataclass(frozen=True)
class Bearer:
    """An actor that bears a name: plainly, or as the ``alias`` that is marked as ambiguous."""

    actor: KnownActor
    alias: AmbiguousAlias | None = None

    @property
    def where(self) -> tuple[str, ...]:
        """The states of which a report tells when the name means this actor."""
        if self.alias is None or not (self.alias.where or self.alias.beside):
            return self.actor.places()
        return self.alias.where

    @property
    def beside(self) -> tuple[str, ...]:
        """The actors of whom a report names one when the name means this actor."""
        return self.alias.beside if self.alias else ()


def who_is_meant(
    knowledge: KnowledgeBase, name: str, *, told: Mapping[str, int], actors: Set[str] = frozenset()
) -> Meant:
    """The one actor that a name means in a report that tells of these states and names these actors in full.

    See ``choose_bearer``.
    """
    bearers = [Bearer(actor, _marked(actor, name)) for actor in knowledge.match_alias(name)]
    if not bearers:
        return Meant(None, f'nobody known is called "{name}"')
    return choose_bearer(name, bearers, told=told, actors=actors)


def choose_bearer(name: str, bearers: Sequence[Bearer], *, told: Mapping[str, int], actors: Set[str]) -> Meant:
    """The one of the bearers of a name whom a report means; null where what it tells leaves none or several.

    ``actors`` are the ids of those that the report names in full, ``told`` how much it tells of each state (by id, the
    more the higher). Asked one after the other, each among those that the ones before left: whom the report names in
    full; with whom it names companions; of whose states it tells most. The one that bears the name without a mark is
    meant where nothing tells, and gives way to another's states only where the report tells of none of its own, and of
    no state more than of that other's.
    """
    if len(bearers) == 1 and bearers[0].alias is None:
        return Meant(bearers[0].actor, "known name")
    left = list(bearers)
    tests: tuple[tuple[str, Callable[[Bearer], bool]], ...] = (
        ("is named in this report", lambda bearer: bearer.actor.id in actors),
        ("goes with who is named in this report", lambda bearer: bool(actors & set(bearer.beside))),
    )
    for reason, test in tests:
        fitting = [bearer for bearer in left if test(bearer)]
        if len(fitting) == 1:
            return _of_several(name, fitting[0], reason)
        left = fitting or left
    leading = _most_told(left, told)
    usual = [bearer for bearer in left if bearer.alias is None]
    if len(leading) == 1 and (not usual or leading == usual or _gives_way(usual[0], leading[0], told)):
        return _of_several(name, leading[0], "fits the places of this report")
    if len(usual) == 1:
        return Meant(usual[0].actor, f'"{name}" alone usually means {usual[0].actor.name}')
    options = ", ".join(sorted(bearer.actor.name for bearer in bearers))
    return Meant(None, f'"{name}" can mean {options}; the report does not tell which')


def _most_told(bearers: Sequence[Bearer], told: Mapping[str, int]) -> list[Bearer]:
    """Those of whose states the report tells most; none if it tells of none."""
    scores = [_score(bearer, told) for bearer in bearers]
    best = max(scores)
    return [bearer for bearer, score in zip(bearers, scores, strict=True) if score == best > 0]


def _gives_way(usual: Bearer, other: Bearer, told: Mapping[str, int]) -> bool:
    return _score(usual, told) == 0 and _score(other, told) == max(told.values())


def _score(bearer: Bearer, told: Mapping[str, int]) -> int:
    return max((told.get(state, 0) for state in bearer.where), default=0)


def _of_several(name: str, bearer: Bearer, reason: str) -> Meant:
    return Meant(bearer.actor, f'"{name}" can mean several; {bearer.actor.name} {reason}')


def _marked(actor: KnownActor, name: str) -> AmbiguousAlias | None:
    key = _key(name)
    return next((a for a in actor.ambiguous_aliases if _key(a.name) == key), None)


def _key(name: str) -> str:
    return fold_name(name).removeprefix("the ")

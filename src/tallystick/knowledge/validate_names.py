"""Faults of names: those of several actors that are not marked, and marks that tell nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from tallystick.knowledge.actors import AmbiguousAlias, KnownActor
from tallystick.knowledge.contents import Contents
from tallystick.knowledge.names import fold_name
from tallystick.knowledge.rows import Fault, Row
from tallystick.model.terms import ActorType

_PARTY = re.compile(r"\b(?:party|congress|council|national union)\b", re.IGNORECASE)
_WING = re.compile(r"\b(?:army|brigades?|battalions?|armed wing|military wing)\b", re.IGNORECASE)
_OF_STATE = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY, ActorType.COALITION)


def find_name_faults(own: Contents, known: Contents, replaced: set[str]) -> Iterator[Fault]:
    """Names without a letter, names of several actors that none marks, and marks that do not tell two actors apart."""
    yield from _shared_names(own, known, replaced)
    yield from _marked_and_plain(own)
    yield from _same_marks(own, known, replaced)
    yield from _party_and_wing(own)


def _shared_names(own: Contents, known: Contents, replaced: set[str]) -> Iterator[Fault]:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in (*known.actors, *own.actors):
        for name in _plain(row.entry):
            owners[fold_name(name)].add(row.entry.id)
    for row in own.actors:
        for name in _plain(row.entry):
            others = sorted(owners[fold_name(name)] - {row.entry.id} - replaced)
            if not fold_name(name):
                yield _fault(row, f"{name!r} holds no letter or digit")
            elif others:
                yield _fault(row, f"{name!r} is also a name of {', '.join(others)}; move it to ambiguous_aliases")


def _marked_and_plain(own: Contents) -> Iterator[Fault]:
    for row in own.actors:
        plain = {fold_name(name) for name in _plain(row.entry)}
        for alias in row.entry.ambiguous_aliases:
            if fold_name(alias.name) in plain:
                yield _fault(row, f"{alias.name!r} is marked as ambiguous and also one of its plain names")


def _same_marks(own: Contents, known: Contents, replaced: set[str]) -> Iterator[Fault]:
    """Two actors whose mark of one name says the same: a state or a companion that would mean both."""
    bearers: dict[str, list[tuple[Row[KnownActor], AmbiguousAlias]]] = defaultdict(list)
    for row in (*known.actors, *own.actors):
        for alias in row.entry.ambiguous_aliases:
            if row.entry.id not in replaced or row in own.actors:
                bearers[fold_name(alias.name)].append((row, alias))
    ours = {(row.path, row.line) for row in own.actors}
    for marks in bearers.values():
        for (first, one), (second, other) in combinations(marks, 2):
            common = sorted({*one.where, *one.beside} & {*other.where, *other.beside})
            if first.entry.id != second.entry.id and common and (second.path, second.line) in ours:
                cause = f"{other.name!r} means {first.entry.id} by {', '.join(common)} too; tell them apart"
                yield _fault(second, cause)


def _party_and_wing(own: Contents) -> Iterator[Fault]:
    """A party and its armed wing under one id: who bears both names is told to do what only the other did."""
    for row in own.actors:
        if row.entry.type in _OF_STATE:
            continue
        parties = [n for n in row.entry.names() if _PARTY.search(n) and not _WING.search(n)]
        wings = [n for n in row.entry.names() if _WING.search(n) and not _PARTY.search(n)]
        if parties and wings:
            yield _fault(row, f"{parties[0]!r} is the name of a party, {wings[0]!r} of its armed wing; give each an id")


def _plain(actor: KnownActor) -> tuple[str, ...]:
    return (*actor.names(), *actor.adjectives, *actor.people, *actor.metonyms)


def _fault(row: Row[KnownActor], cause: str) -> Fault:
    return Fault(row.path, row.line, f"{row.entry.id}: {cause}")

"""Faults in a folder of knowledge, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tallystick.errors import TallystickError
from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.loading import PACKAGED, read_entries
from tallystick.knowledge.names import fold_name
from tallystick.knowledge.publishers import KnownPublisher
from tallystick.model.relation import KnownRelation
from tallystick.model.terms import ActorType, Predicate

_UPWARD = (Predicate.PART_OF, Predicate.SUBORDINATE_TO)


def find_faults(folder: Path = PACKAGED) -> list[str]:
    """What is wrong with the knowledge in a folder, one line a fault; empty if all is well.

    Looks for unknown ids, missing citations, ids and domains given twice, names of several actors that are not marked
    as ambiguous, circles of ``part_of`` and ``subordinate_to``, and dates out of order.
    """
    try:
        actors = list(read_entries(folder, "actors/*.yaml", KnownActor))
        relations = list(read_entries(folder, "relations/*.yaml", KnownRelation))
        publishers = list(read_entries(folder, "publishers.yaml", KnownPublisher))
    except TallystickError as error:
        return [error.message]
    known = {actor.id: actor for actor in actors}
    return [
        *_given_twice("actor", (actor.id for actor in actors)),
        *_given_twice("publisher", (publisher.domain for publisher in publishers)),
        *_missing_citations(actors, relations, publishers),
        *_unknown_ids(known, relations, publishers),
        *_shared_names(actors),
        *_circles(relations),
        *_dates_out_of_order(actors, relations),
    ]


def _given_twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            yield f"{what} {one}: given twice"
        seen.add(one)


def _missing_citations(
    actors: list[KnownActor], relations: list[KnownRelation], publishers: list[KnownPublisher]
) -> Iterator[str]:
    labelled: list[tuple[str, str]] = [(f"actor {a.id}", a.citation) for a in actors]
    labelled += [(_label(r), r.citation) for r in relations]
    labelled += [(f"publisher {p.domain}", p.citation) for p in publishers]
    yield from (f"{label}: no citation" for label, citation in labelled if not citation.strip())


def _unknown_ids(
    known: dict[str, KnownActor], relations: list[KnownRelation], publishers: list[KnownPublisher]
) -> Iterator[str]:
    states = {i for i, actor in known.items() if actor.type is ActorType.STATE}
    for actor in known.values():
        for state in (*actor.theatre, *([actor.country] if actor.country else [])):
            if state not in states:
                yield f"actor {actor.id}: {state} is no state"
    for relation in relations:
        for side in (relation.subject, relation.object):
            if side not in known:
                yield f"{_label(relation)}: there is no actor {side}"
    for publisher in publishers:
        if publisher.partisan_of is not None and publisher.partisan_of not in known:
            yield f"publisher {publisher.domain}: there is no actor {publisher.partisan_of}"


def _shared_names(actors: list[KnownActor]) -> Iterator[str]:
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in (*actor.names(), *actor.adjectives, *actor.people, *actor.metonyms):
            key = fold_name(name)
            if not key:
                yield f"actor {actor.id}: {name!r} holds no letter or digit"
            owners[key].add(actor.id)
    for key, ids in owners.items():
        if len(ids) > 1:
            yield f"name {key!r}: of {', '.join(sorted(ids))}; mark it as ambiguous"


def _circles(relations: list[KnownRelation]) -> Iterator[str]:
    outer: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.predicate in _UPWARD:
            outer[relation.subject].add(relation.object)
    for start in sorted(outer):
        reached: set[str] = set()
        ahead = list(outer[start])
        while ahead:
            step = ahead.pop()
            if step not in reached:
                reached.add(step)
                ahead.extend(outer.get(step, ()))
        if start in reached:
            yield f"actor {start}: is part of itself"


def _dates_out_of_order(actors: list[KnownActor], relations: list[KnownRelation]) -> Iterator[str]:
    for actor in actors:
        if actor.since and actor.until and actor.until < actor.since:
            yield f"actor {actor.id}: ends before it starts"
    for relation in relations:
        if relation.since and relation.until and relation.until < relation.since:
            yield f"{_label(relation)}: ends before it starts"


def _label(relation: KnownRelation) -> str:
    return f"relation {relation.subject} {relation.predicate} {relation.object}"

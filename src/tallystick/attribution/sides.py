"""Whether two actors fight on one side, as far as the knowledge base tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from tallystick.attribution.names import key
from tallystick.knowledge.actors import OF_A_STATE
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.actor import ActorRef
from tallystick.model.relation import KnownRelation
from tallystick.model.terms import ActorType, Predicate

_COVER = (Predicate.BRAND_OF, Predicate.FRONT_FOR)
_JOINED = (Predicate.PART_OF, Predicate.MEMBER_OF)
_UP = (*_JOINED, Predicate.SUBORDINATE_TO)
_IRREGULARS = re.compile(
    r"\b(militias?|militiamen|militants?|insurgents?|rebels?|gunmen|fighters|factions?|jihadis?t?s?|guerrillas?)\b",
    re.IGNORECASE,
)


def side_test(knowledge: KnowledgeBase) -> Callable[[ActorRef, ActorRef], bool | None]:
    """A test whether two actors are of one side; null where that is not known.

    One side are: an actor and itself; a state and its bodies; a brand, an umbrella and its members; a group and
    whoever backs it; a coalition and its members, though not two members through the coalition alone, nor two
    groups through a common backer alone. A militia that is formally part of a state's forces does not thereby stand
    on that state's side. Two known actors that nothing joins are of different sides, but who belongs to a coalition
    is never known in full.
    """

    @lru_cache(maxsize=4096)
    def kin(actor_id: str) -> frozenset[str]:
        return frozenset(_kin(knowledge, actor_id))

    @lru_cache(maxsize=4096)
    def backers(actor_id: str) -> frozenset[str]:
        found: set[str] = set()
        for one in kin(actor_id):
            for relation in knowledge.backers_of(one):
                backer = relation.object if relation.subject == one else relation.subject
                found |= {backer, *(k for k in kin(backer) if not _is_coalition(knowledge, k))}
        return frozenset(found)

    def same_side(left: ActorRef, right: ActorRef) -> bool | None:
        if key(left) == key(right):
            return True
        if left.id is None or right.id is None or not (knowledge.has(left.id) and knowledge.has(right.id)):
            return False if _irregular_and_state(knowledge, left, right) else None
        a, b = kin(left.id), kin(right.id)
        if {c for c in a & b if not _is_coalition(knowledge, c)} or right.id in a or left.id in b:
            return True
        if right.id in backers(left.id) or left.id in backers(right.id):
            return True
        return None if _is_coalition(knowledge, left.id) or _is_coalition(knowledge, right.id) else False

    return same_side


def _kin(knowledge: KnowledgeBase, actor_id: str) -> set[str]:
    """The actor, its state, what it is part of, and what stands behind its name or under whose name it acts."""
    found: set[str] = set()
    waiting = [actor_id]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        if _is_coalition(knowledge, one):
            continue
        if _is_of_state(knowledge, one) and (state := knowledge.state_of(one)):
            waiting.append(state)
        waiting.extend(_next(knowledge, one, knowledge.relations_of(one)))
    return found


def _next(knowledge: KnowledgeBase, actor_id: str, relations: Iterable[KnownRelation]) -> Iterable[str]:
    for relation in relations:
        other = relation.object if relation.subject == actor_id else relation.subject
        if relation.predicate in _COVER:
            yield other
        elif relation.predicate in _UP and relation.subject == actor_id:
            formal = relation.predicate in _JOINED and not _is_of_state(knowledge, actor_id)
            if not (formal and knowledge.state_of(other)):
                yield other


def _is_of_state(knowledge: KnowledgeBase, actor_id: str) -> bool:
    return knowledge.has(actor_id) and knowledge.actor(actor_id).type in OF_A_STATE


def _is_coalition(knowledge: KnowledgeBase, actor_id: str) -> bool:
    return knowledge.has(actor_id) and knowledge.actor(actor_id).type is ActorType.COALITION


def _irregular_and_state(knowledge: KnowledgeBase, left: ActorRef, right: ActorRef) -> bool:
    """True if one is described as irregulars and the other is a state or one of its bodies."""
    return any(
        one.id is None and _IRREGULARS.search(one.name) and other.id is not None and _is_of_state(knowledge, other.id)
        for one, other in ((left, right), (right, left))
    )

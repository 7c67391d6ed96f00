"""Relations that reports tell, as proposals: how each stands after the decisions, and what the base says beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.base_says import base_says
from tallystick.model.decision import Act, Decision
from tallystick.model.mention import Mention, RelationMention
from tallystick.model.relation import Relation
from tallystick.model.terms import ActorType, RelationStanding
from tallystick.resolution.proposals import decided_relations

_VERDICTS = {Act.ACCEPT: RelationStanding.ACCEPTED, Act.REJECT: RelationStanding.REJECTED}


def propose(
    mentions: Iterable[Mention], decisions: Iterable[Decision], *, knowledge: KnowledgeBase
) -> tuple[Relation, ...]:
    """The relations among the mentions, in their order. The latest verdict on one in force holds.

    What a set without a name is called after a state ("Iran-backed militias") is nothing to decide on.
    """
    told = [m for m in mentions if isinstance(m, RelationMention) and not _is_epithet(m, knowledge)]
    decided = decided_relations(told, (d for d in decisions if d.act in _VERDICTS))
    return tuple(_proposal(m, decided.get(m.id, ()), knowledge) for m in told)


def followed(mentions: Iterable[Mention], relations: Iterable[Relation]) -> list[Mention]:
    """The mentions that attribution follows: of the relations those proposed, as they stand, that nobody rejected."""
    standing = {r.id: r for r in relations if r.standing is not RelationStanding.REJECTED}
    return [standing.get(m.id, m) for m in mentions if m.id in standing or not isinstance(m, RelationMention)]


def _is_epithet(mention: RelationMention, knowledge: KnowledgeBase) -> bool:
    backer = mention.object.id
    is_state = backer is not None and knowledge.has(backer) and knowledge.actor(backer).type is ActorType.STATE
    return is_state and mention.is_in_passing


def _proposal(mention: RelationMention, decisions: Sequence[Decision], knowledge: KnowledgeBase) -> Relation:
    # Never what an earlier derivation made of it: only what the report tells.
    told = {field: getattr(mention, field) for field in RelationMention.model_fields}
    base = base_says(knowledge, mention)
    if not decisions:
        return Relation(**told, base=base)
    last = decisions[-1]
    return Relation(**told, base=base, standing=_VERDICTS[last.act], decided_by=last.id)

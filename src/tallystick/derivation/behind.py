"""The relations between actors that bear on who did it, read from the ledger as far as they matter."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tallystick.attribution.names import key
from tallystick.attribution.network import member_of
from tallystick.knowledge.base import KnowledgeBase
from tallystick.ledger.index import Placed
from tallystick.ledger.standing import Standing
from tallystick.model.mention import RelationMention
from tallystick.model.relation import Relation
from tallystick.model.terms import RelationStanding


class Told:
    """The relations that reports tell: those on file but of the reports that changed, and those that are new or were
    decided on, as they now stand. Those that a person rejected are of no account.
    """

    def __init__(
        self, standing: Standing, knowledge: KnowledgeBase, relations: Iterable[Relation], gone: Iterable[Placed]
    ) -> None:
        self._standing = standing
        self._knowledge = knowledge
        self._new = {relation.id: relation for relation in relations}
        self._gone = {row.mention_id for row in gone if row.sort == "relation"}

    def of(self, actor_keys: Collection[str]) -> dict[str, Relation]:
        """The relations in which one of these actors is a side, by id; but those rejected."""
        stored = (r for r in self._standing.relations_of(actor_keys) if r.id not in self._gone)
        fresh = (r for r in self._new.values() if not _sides(r).isdisjoint(actor_keys))
        found = {r.id: r for r in (*stored, *fresh)}
        return {id_: r for id_, r in found.items() if r.standing is not RelationStanding.REJECTED}

    def behind(self, doers: Collection[str]) -> list[Relation]:
        """The relations of these actors and of whoever acts under their names: all that attribution follows."""
        near = self.of(doers)
        members = {pair[1] for r in near.values() if (pair := member_of(r)) is not None and pair[0] in doers}
        for doer in doers:
            for known in self._knowledge.members_of(doer):
                members.add(known.object if known.subject == doer else known.subject)
        return list({**near, **self.of(members - set(doers))}.values())

    def incidents_touched(self) -> frozenset[str]:
        """The incidents of an actor, claimed or said to be its doing, behind whom somebody else now stands, or may."""
        changed = self._standing.relation_keys(self._gone).union(*(_sides(r) for r in self._new.values()))
        if not changed:
            return frozenset()
        near = {**self._new, **self.of(changed)}
        brands = {pair[0] for r in near.values() if (pair := member_of(r)) is not None}
        for actor in changed:
            for known in self._knowledge.relations_of(actor):
                brands.update((known.subject, known.object))
        return self._standing.incidents_of_doers(changed | brands)


def _sides(relation: RelationMention) -> set[str]:
    return {key(relation.subject), key(relation.object)}

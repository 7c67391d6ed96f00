"""What reports tell of the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tallystick.ledger import Ledger
from tallystick.model.actor import Actor
from tallystick.model.relation import Relation
from tallystick.publishing.words import cite


@dataclass(frozen=True)
class NetworkBoard:
    """All relations that reports tell, all actors that they name, and what the reports are called."""

    relations: tuple[Relation, ...]
    actors: tuple[Actor, ...]
    sources: Mapping[str, str]


def make_network_board(ledger: Ledger, _: NetworkBoard | None = None) -> NetworkBoard:
    """What the reports of a ledger tell of the network."""
    with ledger.standing() as standing:
        relations = standing.all_relations()
        heads = standing.heads({relation.report_id for relation in relations})
        return NetworkBoard(relations, standing.all_actors(), {head.id: cite(head) for head in heads})

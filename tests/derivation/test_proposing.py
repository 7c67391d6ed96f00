from __future__ import annotations

from tallystick.derivation.proposing import followed, propose
from tallystick.derivation.rows import relation_ends
from tallystick.model.actor import ActorRef
from tallystick.model.mention import RelationMention
from tallystick.model.quote import Quote
from tallystick.model.terms import Predicate
from tallystick.pipeline import default_knowledge

IRAN = ActorRef(id="ir", name="Iran")


def _told(words: str, id_: str) -> RelationMention:
    return RelationMention(
        id=id_, report_id="a" * 64, quote=Quote(report_id="a" * 64, start=0, end=len(words), exact=words),
        confidence=1, reader="made-1", subject=ActorRef(name="militias"), predicate=Predicate.BACKED_BY, object=IRAN,
        unnamed=("subject",),
    )  # fmt: skip


EPITHET = _told("Iran-backed militias", "m-1")
STATED = _told("militias are backed by Iran", "m-2")


def test_what_a_set_is_called_in_passing_is_neither_proposed_nor_followed() -> None:
    relations = propose([EPITHET, STATED], (), knowledge=default_knowledge())
    assert [relation.id for relation in relations] == [STATED.id]
    assert [mention.id for mention in followed([EPITHET, STATED], relations)] == [STATED.id]


def test_only_what_is_proposed_is_filed_by_its_sides() -> None:
    relations = propose([EPITHET, STATED], (), knowledge=default_knowledge())
    assert set(relation_ends(relations)) == {STATED.id}

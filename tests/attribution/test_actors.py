from __future__ import annotations

from tallystick.attribution.actors import list_actors
from tallystick.model.terms import ActorType, Predicate, Role
from tests.attribution import builders as b


def test_a_known_actor_has_its_own_name_and_those_it_was_met_under() -> None:
    written = b.FRONT.model_copy(update={"name": "the Front"})
    (one,) = list_actors([b.event("m1", (written, Role.PERPETRATOR))], knowledge=b.knowledge())
    assert (one.id, one.name, one.aliases, one.known) == ("red-front", "Red Front", ("the Front",), True)


def test_an_unknown_name_is_kept_as_unknown() -> None:
    (one,) = list_actors([b.claim(b.STRANGERS)], knowledge=b.knowledge())
    assert (one.name, one.known) == ("Sons of the Storm", False)


def test_two_spellings_of_an_unknown_name_are_one_actor() -> None:
    other = b.STRANGERS.model_copy(update={"name": "Sons Of the Storm"})
    found = list_actors([b.claim(b.STRANGERS), b.claim(other, mention_id="c2")], knowledge=b.knowledge())
    assert len(found) == 1


def test_both_sides_of_a_relation_are_actors() -> None:
    told = b.told_relation(b.BANNER, Predicate.BRAND_OF, b.WING)
    assert [a.id for a in list_actors([told], knowledge=b.knowledge())] == ["banner", "red-wing"]


def test_known_types_come_from_the_knowledge_base() -> None:
    (one,) = list_actors([b.claim(b.BANNER)], knowledge=b.knowledge())
    assert one.type is ActorType.BRAND

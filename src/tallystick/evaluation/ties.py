"""Relations between actors, as coded and as read, and when the two say the same."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from tallystick.evaluation.names import are_alike
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.expression import ActorExpression
from tallystick.model.mention import RelationMention
from tallystick.model.terms import Predicate

# Ways to say one thing: our predicate, and whether its subject is the object of the word at the left. The words at the
# left are those of the coders; one of ours that is not listed is only itself. A brand and its members, a commander and
# whom he commands, a sponsor and whom he backs are each one fact told from two ends.
SAME: dict[str, tuple[tuple[Predicate, bool], ...]] = {
    "umbrella_of": ((Predicate.BRAND_OF, False), (Predicate.MEMBER_OF, True), (Predicate.PART_OF, True)),
    "brand_of": ((Predicate.BRAND_OF, False), (Predicate.MEMBER_OF, True)),
    "member_of": ((Predicate.MEMBER_OF, False), (Predicate.BRAND_OF, True), (Predicate.PART_OF, False)),
    "part_of": ((Predicate.PART_OF, False), (Predicate.MEMBER_OF, False), (Predicate.SUBORDINATE_TO, False)),
    "subordinate_to": ((Predicate.SUBORDINATE_TO, False), (Predicate.CONTROLS, True), (Predicate.PART_OF, False)),
    "controls": ((Predicate.CONTROLS, False), (Predicate.SUBORDINATE_TO, True)),
    "backs": ((Predicate.BACKED_BY, True),),
}


@dataclass(frozen=True)
class Tie:
    """A relation: who stands how to whom. ``predicate`` is one of ours, or a coder's word of ``SAME``.

    ``ids`` are those of the two in the knowledge base, where it holds them; ``written`` are other names under which the
    text itself speaks of them.
    """

    subject: str
    predicate: str
    object: str
    ids: tuple[str | None, str | None] = (None, None)
    written: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    def __str__(self) -> str:
        """The relation as a line."""
        return f"{self.subject} {self.predicate} {self.object}"


def readings_of(predicate: str) -> tuple[tuple[Predicate, bool], ...]:
    """Our predicates that say what a coder's word says, and whether each is told from the other end.

    Raises:
        ValueError: it is neither a word of ``SAME`` nor a predicate of ours.

    """
    return SAME[predicate] if predicate in SAME else ((Predicate(predicate), False),)


def coded_tie(subject: str, predicate: str, other: str) -> Tie:
    """A relation as coded.

    Raises:
        ValueError: as ``readings_of``.

    """
    readings_of(predicate)
    return Tie(subject, predicate, other)


def tie_of(told: RelationMention, actors: Sequence[ActorExpression] = ()) -> Tie:
    """A relation that was read; ``actors`` are the expressions of the text that tell who is meant."""
    ids = told.subject.id, told.object.id
    subject, other = (frozenset(e.quote.exact for e in actors if i is not None and e.actor_id == i) for i in ids)
    return Tie(told.subject.name, str(told.predicate), told.object.name, ids, (subject, other))


def say_the_same(gold: Tie, found: Tie) -> bool:
    """True if a coded and a found relation hold between the same actors in the same way."""
    for predicate, turned in readings_of(gold.predicate):
        names = {found.subject, *found.written[0]}, {found.object, *found.written[1]}
        ends = ((names[0], found.ids[0]), (names[1], found.ids[1]))
        subject, other = ends[::-1] if turned else ends
        if predicate == found.predicate and _is(gold.subject, *subject) and _is(gold.object, *other):
            return True
    return False


def _is(name: str, found: Set[str], actor_id: str | None) -> bool:
    """True for two spellings of one name, and for another name of the actor that was found."""
    return any(are_alike(name, own) for own in found) or actor_id in {
        known.id for known in load_knowledge().match_alias(name)
    }


def pair_ties(gold: Sequence[Tie], found: Sequence[Tie]) -> list[tuple[int, int]]:
    """Coded and found relations of one text as pairs of indices, in order, each in one pair at most."""
    free = list(range(len(found)))
    pairs = []
    for a, tie in enumerate(gold):
        b = next((i for i in free if say_the_same(tie, found[i])), None)
        if b is not None:
            free.remove(b)
            pairs.append((a, b))
    return pairs

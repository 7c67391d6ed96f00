"""Each item as a question: what is asked, why, what can be answered, and the versions that the answer rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tallystick.deciding.certainty import certainty_of_incident, certainty_of_name
from tallystick.ledger import Ledger
from tallystick.model.actor import Actor
from tallystick.model.base import Noun
from tallystick.model.decision import Act, Decision
from tallystick.model.digest import version_of, version_of_relation
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention
from tallystick.model.relation import Relation, RelationEnds
from tallystick.publishing.brief.phrases import headline, when_words
from tallystick.publishing.words import plain
from tallystick.web.review.decided import Decided, Subject, subject_of, subject_of_relation
from tallystick.web.review.item import Item, Sort
from tallystick.web.review.ties import Tie, least_sure

ACTS = {
    Sort.INCIDENT: (Act.ACCEPT, Act.REJECT, Act.UNSURE),
    Sort.JOIN: (Act.SAME, Act.DIFFERENT, Act.UNSURE),
    Sort.MENTION: (Act.ACCEPT, Act.REJECT, Act.UNSURE),
    Sort.RELATION: (Act.ACCEPT, Act.REJECT, Act.UNSURE),
    Sort.NAME: (Act.SAME, Act.ACCEPT, Act.REJECT, Act.UNSURE),
}
"""What can be answered to each sort, in the order of the buttons."""


@dataclass(frozen=True)
class Ask:
    """A question. ``subject`` is what it is about, ``label`` that in a line, ``why`` why it is asked. ``certainty`` is
    how sure the machine is of what stands on file, 0 to 1. ``seen`` and ``other_seen`` are the versions that an answer
    names; ``tie`` the two sides, of a join. ``decided`` is the latest decision in force on it, null while nobody took
    one.
    """

    item: Item
    subject: Noun
    label: str
    why: str
    certainty: float
    seen: str
    other_seen: str = ""
    tie: Tie | None = None
    decided: Decision | None = None

    @property
    def acts(self) -> tuple[Act, ...]:
        """What can be answered."""
        return ACTS[self.item.sort]

    @property
    def pick(self) -> str:
        """All that an answer names, in one field of a form."""
        sides = (self.tie.left, self.tie.right) if self.tie else ("-", "-")
        return " ".join((self.item.key, self.seen, self.other_seen or "-", *sides))


def ask(items: Sequence[Item], ledger: Ledger, decided: Decided) -> list[Ask]:
    """The questions of some items, in their order; those that stand no more left out."""
    with ledger.standing() as standing:
        wanted = {each.id for each in items if each.sort in (Sort.INCIDENT, Sort.JOIN)}
        incidents = {i.id: i for i in standing.incidents(wanted)}
        mentions = {m.id: m for m in standing.mentions({each.id for each in items if each.sort is Sort.MENTION})}
        nouns: dict[Item, Noun | None] = {
            each: standing.get(Relation if each.sort is Sort.RELATION else Actor, each.id)
            for each in items
            if each.sort in (Sort.RELATION, Sort.NAME)
        }
        ties = {each: least_sure(incidents[each.id], decided, ledger) for each in items if _is_join(each, incidents)}
        others = {i.id: i for i in standing.incidents(_others(ties.values()))}
    found: list[Ask] = []
    for item in items:
        if item.sort is Sort.INCIDENT and item.id in incidents:
            found.append(_of_incident(item, incidents[item.id], decided))
        elif item.sort is Sort.JOIN and (tie := ties.get(item)) is not None:
            found.append(_of_join(item, incidents[item.id], tie, others))
        elif isinstance(mention := mentions.get(item.id), EventMention):
            found.append(_of_mention(item, mention, decided))
        elif isinstance(noun := nouns.get(item), Relation):
            found.append(_of_relation(item, noun, decided))
        elif isinstance(noun, Actor):
            found.append(_of_name(item, noun, decided))
    return found


def _is_join(item: Item, incidents: Mapping[str, Incident]) -> bool:
    return item.sort is Sort.JOIN and item.id in incidents


def _others(ties: Iterable[Tie | None]) -> set[str]:
    return {tie.right for tie in ties if tie is not None and not tie.is_joined}


def _of_incident(item: Item, incident: Incident, decided: Decided) -> Ask:
    against = [plain(conflict.field) for conflict in incident.conflicts]
    differ = f"; reports differ on {', '.join(against)}" if against else ""
    sources = f"{incident.sources} independent source{'' if incident.sources == 1 else 's'}"
    return Ask(
        item, incident, f"{headline(incident)}, {when_words(incident)}", f"Told by {sources}{differ}.",
        certainty_of_incident(incident), version_of(incident), decided=decided.latest.get(subject_of(item)),
    )  # fmt: skip


def _of_join(item: Item, incident: Incident, tie: Tie, others: Mapping[str, Incident]) -> Ask:
    label = f"{headline(incident)}, {when_words(incident)}"
    if tie.is_joined:
        why = f"Two tellings are held for one incident, with probability {tie.score:.2f}."
        return Ask(item, incident, label, why, tie.certainty, version_of(incident), tie=tie)
    other = others[tie.right]
    why = f"Left apart as too vague: with probability {tie.score:.2f} both are one incident."
    return Ask(item, incident, label, why, tie.certainty, version_of(incident), version_of(other), tie=tie)


def _of_mention(item: Item, mention: EventMention, decided: Decided) -> Ask:
    place = f", {mention.where.name}" if mention.where else ""
    label = f"“{mention.trigger.exact}”{place}"
    why = f"The reader is sure to {mention.confidence:.2f} that these words tell an event as it is read."
    return Ask(
        item, mention, label, why, mention.confidence, _number(subject_of(item), decided),
        decided=decided.latest.get(subject_of(item)),
    )  # fmt: skip


def _of_relation(item: Item, relation: Relation, decided: Decided) -> Ask:
    ends = RelationEnds(subject=relation.subject, predicate=relation.predicate, object=relation.object)
    label = f"{relation.subject.name} {plain(relation.predicate)} {relation.object.name}"
    why = f"Read in a report, sure to {relation.confidence:.2f}; {relation.base.note}."
    return Ask(
        item, relation, label, why, relation.confidence, version_of_relation(relation),
        decided=decided.latest.get(subject_of_relation(relation.quote, ends)),
    )  # fmt: skip


def _of_name(item: Item, actor: Actor, decided: Decided) -> Ask:
    candidate = actor.candidate
    reports = candidate.reports if candidate else 0
    given = "1 report gives it" if reports == 1 else f"{reports} reports give it"
    likest = candidate.may_be[0] if candidate and candidate.may_be else None
    like = f"; most like {likest.name} ({likest.likeness:.2f})" if likest else ""
    why = f"No known actor bears this name; {given}{like}."
    return Ask(
        item, actor, actor.name, why, certainty_of_name(actor), _number(subject_of(item), decided),
        decided=decided.latest.get(subject_of(item)),
    )  # fmt: skip


def _number(subject: Subject, decided: Decided) -> str:
    return str(decided.last_entry.get(subject, 0))

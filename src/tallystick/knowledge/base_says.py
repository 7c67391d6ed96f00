"""What the knowledge base says beside a relation that a report tells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.mention import RelationMention
from tallystick.model.relation import BaseSays, KnownRelation
from tallystick.model.terms import InBase, Predicate

# One way to write what several predicates say: who stands below, how, and who above.
_BELOW = {
    Predicate.PART_OF: "of",
    Predicate.SUBORDINATE_TO: "of",
    Predicate.MEMBER_OF: "of",
    Predicate.BACKED_BY: "backed",
    Predicate.OFFSHOOT_OF: "from",
    Predicate.SUCCESSOR_OF: "after",
    Predicate.MEDIA_OUTLET_OF: "outlet",
}
_ABOVE = {
    Predicate.CONTROLS: "of",
    Predicate.BRAND_OF: "of",
    Predicate.FRONT_FOR: "of",
    Predicate.ESTABLISHED: "established",
}
_STRONGEST_FIRST = (InBase.SAME, InBase.CONTRADICTS, InBase.RELATED)

# Two may back one another, so neither says the reverse of the other.
_MUTUAL = frozenset({"backed"})


def base_says(knowledge: KnowledgeBase, told: RelationMention) -> BaseSays:
    """Whether the base says the same as a report, the reverse of it, something else of the two, or nothing."""
    subject, other = told.subject.id, told.object.id
    if subject is None or other is None:
        return BaseSays()
    between = [r for r in knowledge.relations_of(subject) if {r.subject, r.object} == {subject, other}]
    compared = [(_compare(told, subject, other, known), known) for known in between]
    for verdict in _STRONGEST_FIRST:
        found = [known for one, known in compared if one is verdict]
        if found:
            # Of several that say the same, the one with the very predicate of the report.
            known = min(found, key=lambda r: (r.predicate is not told.predicate, r.predicate, r.since or date.min))
            return BaseSays(verdict=verdict, note=_note(verdict, known, told, knowledge), relation=known)
    return BaseSays()


def _compare(told: RelationMention, subject: str, other: str, known: KnownRelation) -> InBase:
    ours = _meaning(subject, told.predicate, other)
    theirs = _meaning(known.subject, known.predicate, known.object)
    if not _overlap((told.since, told.until), (known.since, known.until)):
        return InBase.RELATED
    if ours == theirs:
        return InBase.SAME
    low, how, high = ours
    if theirs == (high, how, low) and how not in _MUTUAL and how is not Predicate.ALLIED_WITH:
        return InBase.CONTRADICTS
    return InBase.RELATED


def _meaning(subject: str, predicate: Predicate, other: str) -> tuple[str, str, str]:
    """Who stands below, how, and who above. A brand stands above those who act under it; allies stand beside."""
    if predicate in _BELOW:
        return subject, _BELOW[predicate], other
    if predicate in _ABOVE:
        return other, _ABOVE[predicate], subject
    low, high = sorted((subject, other))
    return low, predicate, high


def _overlap(one: Iterable[date | None], other: Iterable[date | None]) -> bool:
    (since, until), (known_since, known_until) = one, other
    early = until is not None and known_since is not None and until < known_since
    late = since is not None and known_until is not None and since > known_until
    return not (early or late)


def _note(verdict: InBase, known: KnownRelation, told: RelationMention, knowledge: KnowledgeBase) -> str:
    grade = _words(known.grade)
    if verdict is InBase.SAME and known.predicate is told.predicate:
        return f"in the base: {grade}"
    ends = [knowledge.actor(i).name if knowledge.has(i) else i for i in (known.subject, known.object)]
    relation = f"{ends[0]} {_words(known.predicate)} {ends[1]}"
    if verdict is InBase.SAME:
        return f"in the base as {relation}: {grade}"
    period = _period(known)
    return f"{'contradicts' if verdict is InBase.CONTRADICTS else 'beside'}: {relation}{period} ({grade})"


def _period(known: KnownRelation) -> str:
    since = f" since {known.since}" if known.since else ""
    return since + (f" until {known.until}" if known.until else "")


def _words(code: str) -> str:
    return code.replace("_", " ")

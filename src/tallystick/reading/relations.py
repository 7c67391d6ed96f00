"""What a report says of how actors stand to each other."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.actor import ActorRef
from tallystick.model.mention import RelationMention
from tallystick.model.terms import Predicate
from tallystick.reading.document import Document
from tallystick.reading.relation_backing import backed_sets, backing_at
from tallystick.reading.relation_bodies import BETWEEN_BODIES_ALONE, may_stand_so
from tallystick.reading.relation_calling import called_rightly, is_state
from tallystick.reading.relation_control import control_at
from tallystick.reading.relation_founding import founding_at
from tallystick.reading.relation_nouns import relations_by_noun
from tallystick.reading.relation_phrases import is_denied
from tallystick.reading.relation_told import find_phrased


def find_relations(document: Document, *, knowledge: KnowledgeBase) -> tuple[RelationMention, ...]:
    """The relations that a report asserts, each with the words that assert it; who is known under the known name."""
    found: list[RelationMention] = []
    for sentence in document.sentences:
        for token in sentence:
            found += relations_by_noun(document, token)
            found += control_at(document, token, sentence)
            found += founding_at(document, token, sentence)
            found += backing_at(document, token, sentence)
    found += backed_sets(document)
    phrased = tuple(find_phrased(document))
    found = [
        m
        for m in found
        if not _is_outdone(m, phrased)
        and not is_denied(_words_up_to(document, m))
        and may_stand_so(document, m.predicate, m.subject, m.object)
    ]
    unique: dict[tuple[ActorRef, Predicate, ActorRef], RelationMention] = {}
    for one in (*phrased, *found):
        called = called_rightly(document, one, knowledge)
        if called.predicate in BETWEEN_BODIES_ALONE and any(
            is_state(r, knowledge) for r in (called.subject, called.object)
        ):
            continue
        unique.setdefault((called.subject, called.predicate, called.object), called)
    return tuple(sorted(unique.values(), key=lambda m: m.id))


def _is_outdone(one: RelationMention, phrased: Sequence[RelationMention]) -> bool:
    """True where a set phrase tells the same subject's relation in the same words: it reads its object closer."""
    return any(
        one.subject == told.subject and one.quote.start < told.quote.end and told.quote.start < one.quote.end
        for told in phrased
    )


def _words_up_to(document: Document, one: RelationMention) -> str:
    """The sentence as far as the relation goes."""
    span = document.span_of(one.quote)
    return "" if span is None else document.report.text[span.sent.start_char : one.quote.end]

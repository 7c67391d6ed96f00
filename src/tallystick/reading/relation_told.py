"""Relations told in set phrases, as mentions with their quote, their days and their grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tallystick.model.actor import ActorRef
from tallystick.model.expression import ActorExpression
from tallystick.model.mention import RelationMention
from tallystick.model.quote import Quote
from tallystick.model.terms import Predicate
from tallystick.reading.confidence import confidence_of
from tallystick.reading.document import Document
from tallystick.reading.event_mentions import READER, mention_id
from tallystick.reading.relation_bodies import are_bodies, is_of_body
from tallystick.reading.relation_grade import grade_of
from tallystick.reading.relation_names import Name, mark_names
from tallystick.reading.relation_phrases import read_phrases

_BEFORE_DAY = re.compile(r",? ?(?:in|since|from|as of|between)? ?(?:early |mid-|late )?")


def find_phrased(document: Document) -> Iterator[RelationMention]:
    """The relations that the set phrases of a report tell."""
    before: Name | None = None
    for sentence in document.sentences:
        marked = mark_names(document, sentence, before=before)
        for ordinal, told in enumerate(read_phrases(marked)):
            if not are_bodies(document, told.predicate, told.subject, told.object):
                continue
            start, end = min(told.subject.start, told.object.start), max(told.subject.end, told.object.end)
            since, until = _lifetime(document, end)
            relation = relation_mention(
                document,
                document.quote(start, end),
                told.subject.actor,
                told.predicate,
                _other(document, told.subject, told.object),
                ordinal,
            )
            grade = grade_of(sentence.text)
            yield relation.model_copy(update={"since": since, "until": until, "grade": grade})
        own = marked.names if before is None else marked.names[:-1]
        before = next((name for name in own if is_of_body(document, name)), before)


def relation_mention(
    document: Document, quote: Quote, subject: ActorRef, predicate: Predicate, other: ActorRef, ordinal: int
) -> RelationMention:
    """A relation asserted in these words; ``ordinal`` tells relations of one quote apart."""
    return RelationMention(
        id=mention_id(document.report.id, f"relation:{predicate.value}", quote, ordinal),
        report_id=document.report.id,
        quote=quote,
        confidence=confidence_of("relation"),
        reader=READER,
        subject=subject,
        predicate=predicate,
        object=other,
    )


def each_of(expression: ActorExpression) -> tuple[ActorRef, ...]:
    """Whom an expression means: each of those that "the two militias" points back to, else the one."""
    return tuple(ActorRef(id=one, name=one) for one in expression.member_ids) or (expression.actor,)


def _other(document: Document, subject: Name, other: Name) -> ActorRef:
    """The object; as written where the base takes both names for one actor ("X, formerly known as Y")."""
    if other.actor.id is None or other.actor.id != subject.actor.id:
        return other.actor
    return ActorRef(name=document.report.text[other.start : other.end])


def _lifetime(document: Document, end: int) -> tuple[date | None, date | None]:
    """Since when and until when, told right behind the relation ("in August 2019", "from 1994 to 2005")."""
    for told in document.dates:
        if told.quote.start >= end and _BEFORE_DAY.fullmatch(document.report.text[end : told.quote.start]):
            is_stretch = "/" in told.timex.value or " to " in told.quote.exact
            return told.when.start, told.when.end if is_stretch else None
    return None, None

"""When a group was founded."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Span, Token

from tallystick.model.actor import ActorRef
from tallystick.model.mention import RelationMention
from tallystick.model.terms import ActorType, DatePrecision, Predicate
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon
from tallystick.reading.phrases import noun_phrase
from tallystick.reading.relation_sides import actor_in
from tallystick.reading.relation_told import relation_mention


def founding_at(document: Document, token: Token, sentence: Span) -> list[RelationMention]:
    """Reads "a group established in 2020"."""
    if (
        token.pos_ != "VERB"
        or token.tag_ != "VBN"
        or token.lemma_.lower() not in load_lexicon("speech")["relation"]["established"]
    ):
        return []
    founded = next(
        (e for i in range(token.i + 1, min(sentence.end, token.i + 4)) if (e := document.date_at.get(i)) is not None),
        None,
    )
    if (
        founded is None
        or founded.when.start is None
        or founded.when.precision not in (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)
    ):
        return []
    noun = token.head if token.dep_ == "acl" else next((c for c in token.lefts if c.dep_ == "nsubjpass"), None)
    if noun is None:
        return []
    group = actor_in(document, noun)
    if group is None and noun.dep_ == "appos":
        group = actor_in(document, noun.head)
    if group is None or group.type is ActorType.STATE:
        return []
    end = document.span_of(founded.quote)
    start = noun_phrase(noun, tail=False).start
    quote = document.quote_span(token.doc[start : end.end if end is not None else token.i + 1])
    relation = relation_mention(
        document, quote, group.actor, Predicate.ESTABLISHED, ActorRef(name=_year(founded.when.start)), 0
    )
    return [relation.model_copy(update={"since": founded.when.start})]


def _year(day: date) -> str:
    return str(day.year)

"""What a report says of how actors stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Span, Token

from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.actor import ActorRef
from tallystick.model.expression import ActorExpression
from tallystick.model.mention import RelationMention
from tallystick.model.terms import ActorType, DatePrecision, Grade, Predicate
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon
from tallystick.reading.phrases import agent_of, noun_phrase, objects_of_prepositions, subject_of
from tallystick.reading.relation_bodies import BETWEEN_BODIES_ALONE, may_stand_so
from tallystick.reading.relation_grade import grade_of
from tallystick.reading.relation_nouns import relations_by_noun
from tallystick.reading.relation_phrases import is_denied
from tallystick.reading.relation_told import each_of, find_phrased, relation_mention

_TO_BACKER = frozenset({"by", "to", "with", "from"})


def find_relations(document: Document, *, knowledge: KnowledgeBase) -> tuple[RelationMention, ...]:
    """The relations that a report asserts, each with the words that assert it; who is known under the known name."""
    found: list[RelationMention] = []
    for sentence in document.sentences:
        for token in sentence:
            found += relations_by_noun(document, token)
            found += _control(document, token, sentence)
            found += _founding(document, token, sentence)
            found += _backing(document, token, sentence)
    found += _backed_sets(document)
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
        called = _called_rightly(document, one, knowledge)
        if called.predicate in BETWEEN_BODIES_ALONE and any(
            _is_state(r, knowledge) for r in (called.subject, called.object)
        ):
            continue
        unique.setdefault((called.subject, called.predicate, called.object), called)
    return tuple(sorted(unique.values(), key=lambda m: m.id))


def _called_rightly(document: Document, told: RelationMention, knowledge: KnowledgeBase) -> RelationMention:
    """The relation with known actors under their known names, and its sides marked that only describe somebody."""
    sides = {"subject": told.subject, "object": told.object}
    called = {side: _known_or_written(ref, knowledge) for side, ref in sides.items()}
    unnamed = tuple(s for s, r in called.items() if r.id is None and _only_describes(document, told, r))
    span = document.span_of(told.quote)
    grade = told.grade if told.grade is not Grade.ASSERTED or span is None else grade_of(span.sent.text)
    return told.model_copy(update={**called, "unnamed": unnamed, "grade": grade})


def _is_state(ref: ActorRef, knowledge: KnowledgeBase) -> bool:
    return ref.id is not None and knowledge.actor(ref.id).type is ActorType.STATE


def _known_or_written(ref: ActorRef, knowledge: KnowledgeBase) -> ActorRef:
    if ref.id is not None:
        return knowledge.ref(ref.id)
    # The state of "US-backed" is a word of the set's and no actor expression of its own.
    states = [actor for actor in knowledge.match_alias(ref.name) if actor.type is ActorType.STATE]
    return knowledge.ref(states[0].id) if len(states) == 1 else ActorRef(name=" ".join(ref.name.split()))


def _only_describes(document: Document, told: RelationMention, ref: ActorRef) -> bool:
    if told.predicate is Predicate.ESTABLISHED and ref == told.object:
        return False
    if not any(c.isupper() for c in ref.name):
        return True
    sets = (ActorType.UNNAMED_SET, ActorType.GROUP_OF_PEOPLE)
    return any(
        e.type in sets
        and ref.name in e.quote.exact
        and e.quote.start < told.quote.end
        and told.quote.start < e.quote.end
        for e in document.actors
    )


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


def _control(document: Document, token: Token, sentence: Span) -> list[RelationMention]:
    """Reads "… gives Y control over the militias", "Y controls the militias"."""
    lemma = token.lemma_.lower()
    if lemma not in load_lexicon("speech")["relation"]["controls"]:
        return []
    if token.pos_ == "NOUN" and lemma in ("control", "command"):
        thing = next(objects_of_prepositions(token, frozenset({"over"})), None)
        holder = _actor_before(document, token, sentence)
    elif token.pos_ == "VERB":
        thing = next((c for c in token.rights if c.dep_ in ("dobj", "obj")), None)
        subject = subject_of(token)
        holder = document.actor_at.get(subject.i) if subject is not None else None
    else:
        return []
    controlled = _actor_in(document, thing) if thing is not None else None
    if holder is None or controlled is None or holder.actor == controlled.actor or holder.acts_for is not None:
        return []
    quote = document.quote_span(sentence)
    return [
        relation_mention(document, quote, holder.actor, Predicate.CONTROLS, controlled.actor, token.i - sentence.start)
    ]


def _backing(document: Document, token: Token, sentence: Span) -> list[RelationMention]:
    """Reads "X, which is backed by Y", "Y funds X"."""
    if token.pos_ != "VERB" or token.lower_ not in load_lexicon("speech")["relation"]["strongly_backed"]:
        return []
    backer = agent_of(token)
    if backer is None:
        return []
    backed = next((c for c in token.lefts if c.dep_ == "nsubjpass"), None)
    if backed is None and token.dep_ in ("acl", "relcl", "amod"):
        backed = token.head
    left = _actor_in(document, backed) if backed is not None else None
    right = _actor_in(document, backer)
    if left is None or right is None or left.actor == right.actor:
        return []
    quote = document.quote_span(token.doc[min(left_edge(document, left), token.i) : backer.right_edge.i + 1])
    ordinal = token.i - sentence.start
    return [
        relation_mention(document, quote, side, Predicate.BACKED_BY, right.actor, ordinal + n)
        for n, side in enumerate(each_of(left))
    ]


def left_edge(document: Document, expression: ActorExpression) -> int:
    """Index of the first token of an expression."""
    span = document.span_of(expression.quote)
    return int(span.start) if span is not None else 0


def _backed_sets(document: Document) -> list[RelationMention]:
    """Reads "IRGC-backed militias": a set without a name, and the backer that the words give it."""
    relations = []
    seen: set[tuple[str, str]] = set()
    for expression in document.actors:
        if expression.backer_id is None:
            continue
        words = expression.quote.exact.lower()
        if expression.actor_id is not None:
            if any(word in words for word in load_lexicon("speech")["relation"]["strongly_backed"]):
                backer = ActorRef(id=expression.backer_id, name=expression.backer_id)
                quote = expression.quote
                relations.append(relation_mention(document, quote, expression.actor, Predicate.BACKED_BY, backer, 0))
            continue
        if not any(word in words for word in (*_tie_words(), "proxy", "proxies")):
            continue
        key = (expression.backer_id, words)
        if key not in seen:
            seen.add(key)
            subject = ActorRef(name=_without_backer(document, expression))
            backer = ActorRef(id=expression.backer_id, name=expression.backer_id)
            relations.append(relation_mention(document, expression.quote, subject, Predicate.BACKED_BY, backer, 0))
    return relations


def _without_backer(document: Document, expression: ActorExpression) -> str:
    """What a set is called but for its backer: the "Syrian rebels" of "US-backed Syrian rebels"."""
    span = document.span_of(expression.quote)
    if span is None:
        return expression.name
    behind = [t.i + 1 for t in span if t.lower_.rpartition("-")[2] in _tie_words()]
    if behind and behind[-1] < span.end and span.doc[behind[-1]].lower_ not in _TO_BACKER:
        return " ".join(t.text for t in span.doc[behind[-1] : span.end])
    return span.root.text if span.root.pos_ in ("NOUN", "PROPN") else span[-1].text


def _tie_words() -> Sequence[str]:
    return tuple(load_lexicon("speech")["relation"]["backed"])


def _founding(document: Document, token: Token, sentence: Span) -> list[RelationMention]:
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
    group = _actor_in(document, noun)
    if group is None and noun.dep_ == "appos":
        group = _actor_in(document, noun.head)
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


def _actor_before(document: Document, token: Token, sentence: Span) -> ActorExpression | None:
    for i in range(token.i - 1, sentence.start - 1, -1):
        expression = document.actor_at.get(i)
        if expression is not None and expression.actor_id is not None:
            return expression
    return None


def _actor_in(document: Document, noun: Token) -> ActorExpression | None:
    own = document.actor_at.get(noun.i)
    if own is not None:
        return own
    return next((document.actor_at[t.i] for t in noun_phrase(noun) if t.i in document.actor_at), None)

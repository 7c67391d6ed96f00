"""Tallies: counts that somebody quotes, with window, scope and parts."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.actor import ActorRef
from tallystick.model.mention import TallyMention, TallyPart, TallyScope
from tallystick.model.terms import TallyUnit, WeaponKind
from tallystick.reading.confidence import confidence_of
from tallystick.reading.document import Document
from tallystick.reading.event_mentions import READER, mention_id
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_plural, noun_phrase, objects_of_prepositions, subject_of
from tallystick.reading.placing import rank_of
from tallystick.reading.tally_counts import find_counts, find_elliptical_counts
from tallystick.reading.tally_parts import whole_with_parts
from tallystick.reading.tally_window import find_window
from tallystick.reading.tally_words import ATTACKS, STRIKES, TOTALS, Count
from tallystick.reading.telling import find_speaker
from tallystick.reading.told import Told


def find_tallies(document: Document, told: Told) -> tuple[TallyMention, ...]:
    """The counts of a report that are not told out one by one on the spot.

    "Two attacks, at A and at B" is two events and no tally; "at least 24 attacks since October 17" is a tally.
    """
    tallies: dict[str, TallyMention] = {}
    subject: ActorRef | None = None
    for sentence in document.sentences:
        counts = find_counts(document, sentence, told)
        parts_of: dict[int, list[TallyPart]] = {}
        whole = whole_with_parts(document, sentence, counts, parts_of)
        if not whole:
            whole = find_elliptical_counts(document, sentence, tallies)
        for count in whole:
            mention = _mention(document, sentence, count, tuple(parts_of.get(count.anchor.i, ())), subject)
            tallies.setdefault(mention.id, mention)
        subject = _targets_actor(document, sentence) or subject
    return tuple(tallies[i] for i in sorted(tallies))


def _mention(
    document: Document, sentence: Span, count: Count, parts: tuple[TallyPart, ...], earlier_target: ActorRef | None
) -> TallyMention:
    quote = document.quote_span(_tally_span(sentence, count))
    since, until, window = find_window(document, sentence, count)
    speaker = find_speaker(count.anchor, sentence) or _counter_of(count.anchor, sentence)
    scope = _scope(document, sentence, count, parts)
    if scope.target is None and earlier_target is not None and count.unit in (TallyUnit.ATTACKS,):
        scope = scope.model_copy(update={"target": earlier_target})
    return TallyMention(
        id=mention_id(document.report.id, "tally", quote, count.number.start - sentence.start),
        report_id=document.report.id,
        quote=quote,
        confidence=confidence_of("tally"),
        reader=READER,
        counter=_ref(document, speaker),
        quoted_by=document.report.publisher,
        unit=count.unit,
        scope=scope,
        since=since,
        until=until,
        comparator=count.number.comparator,
        value=count.number.value,
        value_low=count.number.low,
        value_high=count.number.high,
        parts=parts,
        window_quote=window,
    )


def _tally_span(sentence: Span, count: Count) -> Span:
    """The clause of the count: between semicolons, without a fronted phrase that holds no date."""
    start, end = sentence.start, sentence.end
    for token in sentence:
        if token.text == ";" and token.i < count.number.start:
            start = token.i + 1
        elif token.text == ";" and token.i > max(count.anchor.i, count.number.end):
            end = token.i
            break
    return sentence.doc[start:end]


def _scope(document: Document, sentence: Span, count: Count, parts: tuple[TallyPart, ...]) -> TallyScope:
    areas: list[str] = []
    for expression in document.places:
        span = document.span_of(expression.quote)
        if span is None or expression.place is None or not sentence.start <= span.start < sentence.end:
            continue
        if rank_of(expression) == 5 and expression.place.country:
            areas.append(expression.place.country)
        elif rank_of(expression) <= 4 and abs(span.start - count.anchor.i) < 8:
            areas.append(expression.place.id)
    areas += [p.scope for p in parts]
    weapons = sorted(
        {w.kind for w in document.weapons if sentence.start <= w.start < sentence.end} - {WeaponKind.OTHER}
    )
    actor = _actor_of(document, count.anchor)
    target = _target_of(document, count.anchor)
    return TallyScope(actor=actor, target=target, areas=tuple(dict.fromkeys(areas)), weapons=tuple(weapons))


def _actor_of(document: Document, anchor: Token) -> ActorRef | None:
    for child in anchor.lefts:
        if child.dep_ in ("compound", "amod", "poss", "nmod") and child.i in document.actor_at:
            return _ref(document, child)
    by = next(objects_of_prepositions(anchor, frozenset({"by"})), None)
    if by is not None and by.i in document.actor_at:
        return _ref(document, by)
    if anchor.dep_ in ("dobj", "obj") and anchor.head.lemma_.lower() in words_of("triggers", "light") | {"claim"}:
        subject = subject_of(anchor.head)
        if subject is not None and subject.i in document.actor_at:
            return _ref(document, subject)
    return None


def _target_of(document: Document, anchor: Token) -> ActorRef | None:
    for thing in objects_of_prepositions(anchor, frozenset({"on", "against", "at", "upon"})):
        for inner in noun_phrase(thing):
            if inner.i in document.actor_at:
                return _ref(document, inner)
    return None


def _targets_actor(document: Document, sentence: Span) -> ActorRef | None:
    """Whose bases or troops a sentence tells to be attacked: the scope of a bare count in the next sentence."""
    for token in reversed(list(sentence)):
        if token.lemma_.lower() in ATTACKS | STRIKES and is_plural(token):
            target = _target_of(document, token)
            if target is not None:
                return target
    return None


def _counter_of(anchor: Token, sentence: Span) -> Token | None:
    for ancestor in anchor.ancestors:
        if ancestor.pos_ == "VERB" and ancestor.lemma_.lower() in (
            "put",
            "count",
            "record",
            "raise",
            "give",
            "number",
            "verify",
            "report",
            "tally",
            "document",
            "register",
        ):
            return subject_of(ancestor)
    possessed = next((t for t in sentence if t.lemma_.lower() in TOTALS), None)
    if possessed is not None:
        return next((c for c in possessed.lefts if c.dep_ == "poss"), None)
    return None


def _ref(document: Document, token: Token | None) -> ActorRef | None:
    if token is None:
        return None
    expression = document.actor_at.get(token.i)
    if expression is not None:
        return ActorRef(id=expression.actor_id, name=expression.name)
    if token.pos_ == "PRON":
        return None
    return ActorRef(name=document.quote_span(noun_phrase(token)).exact)

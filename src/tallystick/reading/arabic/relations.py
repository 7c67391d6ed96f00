"""How Arabic text says that actors stand to each other: "كتائب القسام، الجناح العسكري لحركة حماس"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tallystick.model.actor import ActorRef
from tallystick.model.expression import PlaceExpression
from tallystick.model.mention import RelationMention
from tallystick.model.terms import ActorType, Grade, PlacePrecision, Predicate
from tallystick.reading.arabic.names import Named
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.phrases import words_in
from tallystick.reading.arabic.words import fold_phrase
from tallystick.reading.confidence import confidence_of
from tallystick.reading.event_mentions import mention_id
from tallystick.reading.lexicon import load_lexicon

_WRITTEN_ON = "ل"
"""The preposition "of" is written onto the name behind it, and is no word of its own."""


def find_relations(passage: Passage, *, reader: str) -> tuple[RelationMention, ...]:
    """The relations that a report tells between two actors named beside each other, each with its literal words."""
    found = {m.id: m for sentence in passage.sentences for m in _relations_in(passage, sentence, reader=reader)}
    return tuple(found[i] for i in sorted(found))


def _relations_in(passage: Passage, sentence: range, *, reader: str) -> Iterator[RelationMention]:
    for before, behind in pairwise(_named_in(passage, sentence)):
        subject, other = _actor(before), _actor(behind)
        predicate = _predicate(passage, range(before.last + 1, behind.first))
        is_state = isinstance(behind.expression, PlaceExpression)
        if predicate is None or subject == other or isinstance(before.expression, PlaceExpression):
            continue
        if is_state and predicate is not Predicate.BACKED_BY:
            continue
        quote = passage.quote(before.expression.quote.start, behind.expression.quote.end)
        yield RelationMention(
            id=mention_id(passage.report.id, "relation", quote),
            report_id=passage.report.id,
            quote=quote,
            confidence=confidence_of("relation"),
            reader=reader,
            subject=subject,
            predicate=predicate,
            object=other,
            grade=Grade.ASSERTED,
        )


def _predicate(passage: Passage, between: range) -> Predicate | None:
    """What the words between two names say, if they say nothing else."""
    start = between.start
    while start < between.stop and passage.words[start].is_one_of(words_in("relation_joins")):
        start += 1
    stop = between.stop
    while stop - 1 > start and passage.words[stop - 1].is_one_of(words_in("name_openers")):
        stop -= 1
    words = [{form.letters for form in passage.words[i].forms} for i in range(start, stop)]
    if not words:
        return None
    for phrase, predicate in _phrases():
        same = len(phrase) == len(words) and all(p in forms for p, forms in zip(phrase, words, strict=True))
        if same:
            return predicate
    return None


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], Predicate], ...]:
    listed = load_lexicon("arabic")["relations"]
    return tuple(
        (fold_phrase(phrase.removesuffix(f" {_WRITTEN_ON}")), Predicate(code))
        for code, phrases in listed.items()
        for phrase in phrases
    )


def _named_in(passage: Passage, sentence: range) -> list[Named]:
    """The actors with a name and the countries of a sentence, in order."""
    actors = [n for n, a in passage.actors_in(sentence) if a.type is not ActorType.UNNAMED_SET]
    countries = [n for n, p in passage.places_in(sentence) if p.place and p.place.precision is PlacePrecision.COUNTRY]
    return sorted([*actors, *countries], key=lambda n: n.first)


def _actor(named: Named) -> ActorRef:
    """Who is named; by a country's name its state."""
    told = named.expression
    if isinstance(told, PlaceExpression):
        country = told.place.country if told.place else None
        return ActorRef(
            id=country.lower() if country else None, name=told.place.name if told.place else told.quote.exact
        )
    return ActorRef(id=told.actor_id, name=told.name)

"""A report with everything that was found in it below the level of mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from spacy.tokens import Doc, Span, Token

from tallystick.model.expression import ActorExpression, DateExpression, PlaceExpression
from tallystick.model.mention import Casualties
from tallystick.model.place import Place
from tallystick.model.quote import Quote, quote_from
from tallystick.model.report import Report
from tallystick.model.terms import PlacePrecision, ToponymUse
from tallystick.reading.lexicon import words_of
from tallystick.reading.person_names import person_name
from tallystick.reading.weapons import WeaponSpan, find_weapons

_Expression = TypeVar("_Expression", DateExpression, PlaceExpression, ActorExpression)


@dataclass(frozen=True)
class Document:
    """A parsed report and its layers, indexed by token."""

    report: Report
    doc: Doc
    dates: tuple[DateExpression, ...]
    toponyms: tuple[PlaceExpression, ...]
    actors: tuple[ActorExpression, ...]

    def quote(self, start: int, end: int) -> Quote:
        """The quote of two code point offsets."""
        return quote_from(self.report.id, self.report.text, start, end)

    def quote_tokens(self, tokens: Iterable[Token]) -> Quote:
        """The quote that spans the given tokens."""
        chosen = sorted(tokens, key=_index)
        last = chosen[-1]
        return self.quote(chosen[0].idx, last.idx + len(last))

    def quote_span(self, span: Span) -> Quote:
        """The quote of a spaCy span, without closing punctuation."""
        end = span.end
        while end > span.start + 1 and (span.doc[end - 1].is_space or span.doc[end - 1].text in ".,;:"):
            end -= 1
        return self.quote(span.start_char, span.doc[end - 1].idx + len(span.doc[end - 1]))

    def span_of(self, quote: Quote) -> Span | None:
        """The tokens that a quote touches."""
        return self.doc.char_span(quote.start, quote.end, alignment_mode="expand")

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences behind the header."""
        return tuple(s for s in self.doc.sents if s.start_char >= self.report.body_start and s.text.strip())

    @cached_property
    def places(self) -> tuple[PlaceExpression, ...]:
        """The toponyms at which events may happen."""
        return tuple(e for e in self.toponyms if e.use is ToponymUse.PLACE)

    @cached_property
    def towns_in_names(self) -> tuple[PlaceExpression, ...]:
        """The towns that buildings and offices are named after: where something happens to "the Kabul Hospital"."""
        named = ((e, _town_in(e)) for e in self.toponyms if e.use is not ToponymUse.PLACE)
        return tuple(
            e.model_copy(update={"place": town})
            for e, town in named
            if town is not None and (head := self.head_of(e)) is not None and self._is_building(head)
        )

    @staticmethod
    def _is_building(head: Token) -> bool:
        noun = head.head if head.dep_ in ("compound", "nmod", "poss") else head
        return noun.lemma_.lower() in words_of("cues", "facility") | words_of("places", "venue_nouns")

    @cached_property
    def place_at(self) -> dict[int, PlaceExpression]:
        """Token index → the place expression that covers it."""
        return {i: e for e in self.places for i in self._indices(e.quote)}

    @cached_property
    def date_at(self) -> dict[int, DateExpression]:
        """Token index → the date expression that covers it."""
        return {i: e for e in self.dates for i in self._indices(e.quote)}

    @cached_property
    def actor_at(self) -> dict[int, ActorExpression]:
        """Token index → the actor expression that covers it, the longest where several do; pronouns aside."""
        covering: dict[int, ActorExpression] = {}
        for expression in sorted((a for a in self.actors if not a.is_pronoun), key=_length):
            for i in self._indices(expression.quote):
                covering[i] = expression
        return covering

    @cached_property
    def persons(self) -> tuple[Span, ...]:
        """Every name in the report that may be a person's, without titles, in order.

        The model knows names of some languages only; so runs of proper nouns that name no place and no known actor
        count too.
        """
        taken = {i for i, e in self.actor_at.items() if e.is_known_body} | self.place_at.keys()
        ends = [e.root for e in self.doc.ents if e.label_ == "PERSON"]
        ends += [t for t in self.doc if t.pos_ == "PROPN" and t.dep_ != "compound" and t.i not in taken]
        named = {(n.start, n.end): n for t in ends if (n := person_name(t, is_person=True)) is not None}
        return tuple(named[key] for key in sorted(named))

    @cached_property
    def weapons(self) -> tuple[WeaponSpan, ...]:
        """Every weapon named in the report, in order."""
        return find_weapons(self.doc)

    @cached_property
    def harm_read(self) -> dict[tuple[int, int], Casualties]:
        """What was read so far of people killed and injured, by the first token of a stretch and the one behind it."""
        return {}

    def head_of(self, expression: DateExpression | PlaceExpression | ActorExpression) -> Token | None:
        """The syntactic head of an expression's tokens."""
        span = self.span_of(expression.quote)
        return span.root if span is not None and len(span) else None

    def _indices(self, quote: Quote) -> range:
        span = self.span_of(quote)
        return range(0) if span is None else range(span.start, span.end)


def within(expressions: Sequence[_Expression], start: int, end: int) -> tuple[_Expression, ...]:
    """The expressions that lie inside two code point offsets."""
    return tuple(e for e in expressions if e.quote.start >= start and e.quote.end <= end)


def _town_in(expression: PlaceExpression) -> Place | None:
    """The town that an expression for another use has in its words; null if there is none."""
    place = expression.place if expression.use is ToponymUse.ASSOCIATED else next(iter(expression.candidates), None)
    if place is None or place.precision is not PlacePrecision.TOWN:
        return None
    return place


def _index(token: Token) -> int:
    return int(token.i)


def _length(expression: ActorExpression) -> int:
    return expression.quote.end - expression.quote.start

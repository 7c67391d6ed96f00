"""A report in Arabic with what was found in it below the level of mentions, indexed by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tallystick.model.expression import ActorExpression, DateExpression, PlaceExpression
from tallystick.model.mention import WeaponUse
from tallystick.model.quote import Quote, quote_from
from tallystick.model.report import Report
from tallystick.model.terms import PlacePrecision, WeaponKind
from tallystick.reading.arabic.names import Named
from tallystick.reading.arabic.phrases import phrases_in
from tallystick.reading.arabic.words import Word, split_sentences

_CLOSING = re.compile(r"[\s.،؛:!؟?\"»”]+\Z")


FINE = (PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE)
"""Places at which a single event is told."""


@dataclass(frozen=True)
class Weapon:
    """A weapon named by the words ``first`` to ``last`` (inclusive)."""

    first: int
    last: int
    use: WeaponUse


@dataclass(frozen=True)
class Passage:
    """A report, its words, and the dates, actors and places among them."""

    report: Report
    words: tuple[Word, ...]
    dates: tuple[DateExpression, ...]
    actors: tuple[Named, ...]
    places: tuple[Named, ...]

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The words of each sentence behind the header, as indices."""
        spans = split_sentences(self.report.text, start=self.report.body_start)
        found = (self.words_within(start, end) for start, end in spans)
        return tuple(words for words in found if words)

    @cached_property
    def weapons(self) -> tuple[Weapon, ...]:
        """The weapons named, in order."""
        return tuple(self._weapons())

    @cached_property
    def date_words(self) -> dict[int, DateExpression]:
        """Word index → the date that covers it."""
        return {i: d for d in self.dates for i in self.words_within(d.quote.start, d.quote.end)}

    @cached_property
    def named_words(self) -> frozenset[int]:
        """The words inside names of actors and places."""
        return frozenset(i for named in (*self.actors, *self.places) for i in range(named.first, named.last + 1))

    def words_within(self, start: int, end: int) -> range:
        """The words that begin from code point ``start`` to ``end`` (exclusive), as indices."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def quote(self, start: int, end: int) -> Quote:
        """The quote of two code points, without closing punctuation."""
        kept = _CLOSING.sub("", self.report.text[start:end])
        return quote_from(self.report.id, self.report.text, start, start + len(kept))

    def actors_in(self, words: range) -> Iterator[tuple[Named, ActorExpression]]:
        """The actors named within a run of words."""
        for named in self.actors:
            if named.first in words and isinstance(named.expression, ActorExpression):
                yield named, named.expression

    def places_in(self, words: range) -> Iterator[tuple[Named, PlaceExpression]]:
        """The places named within a run of words."""
        for named in self.places:
            if named.first in words and isinstance(named.expression, PlaceExpression):
                yield named, named.expression

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def _weapons(self) -> Iterator[Weapon]:
        at = 0
        phrases = phrases_in("weapons")
        while at < len(self.words):
            found = None if at in self.named_words else phrases.at(self.words, at)
            if found is None:
                at += 1
                continue
            stretch, kind = found
            quote = quote_from(self.report.id, self.report.text, stretch.start, self.words[stretch.last].end)
            yield Weapon(stretch.first, stretch.last, WeaponUse(kind=WeaponKind(kind), quote=quote))
            at = stretch.last + 1

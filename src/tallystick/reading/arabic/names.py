"""Names of actors and places in Arabic text, by what the knowledge base and the gazetteer call them in Arabic."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tallystick.knowledge.ambiguity import Bearer, choose_bearer
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.model.expression import ActorExpression, PlaceExpression
from tallystick.model.place import Place
from tallystick.model.quote import quote_from
from tallystick.model.report import Report
from tallystick.model.terms import ActorType
from tallystick.reading.arabic.phrases import all_words, nouns_in, phrases_in, verbs_in, words_in
from tallystick.reading.arabic.verbs import violent_verbs
from tallystick.reading.arabic.words import Form, Word, fold, split_words
from tallystick.reading.place_span import prior

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LONGEST = 5
_ARTICLE = "ال"
_IN = "ب"  # written onto the name
_BESIDE = 3  # words from a place to the one that it lies in
_KNOWN_BEHIND_IN = 1.6  # the same for a name right behind "in" or "on", which common words follow as well
_KNOWN_ALONE = 2.4  # how readily a name must stand for a place to be taken without a noun before it or a country beside


@cache
def acting() -> frozenset[str]:
    """The verbs of saying, doing and violence, whose subject stands right behind them."""
    return words_in("speaking") | verbs_in("doing", "firing", "bringing_down", "accusing", "denying") | violent_verbs()


@dataclass(frozen=True)
class Named:
    """An expression and the words it covers, ``first`` to ``last`` (inclusive)."""

    first: int
    last: int
    expression: ActorExpression | PlaceExpression


class NameFinder:
    """Finds the names that a knowledge base and a gazetteer hold."""

    def __init__(self, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> None:
        self._knowledge = knowledge
        self._gazetteer = gazetteer
        self._actors = _index(knowledge)
        self._longest = max(map(len, self._actors), default=0)

    def find(self, report: Report, words: Sequence[Word]) -> tuple[list[Named], list[Named]]:
        """The actors and the places of a report, in order; no two overlap.

        A name that both may have ("العراق") is a place, unless somebody speaks or acts by it: capitals
        ("واشنطن") and adjectives ("أمريكية") that stand for a state are actors.
        """
        places = [p for p in self._places(report, words) if not self._acts(words, p)]
        taken = {i for named in places for i in range(named.first, named.last + 1)}
        countries = Counter(
            named.expression.place.country
            for named in places
            if isinstance(named.expression, PlaceExpression) and named.expression.place is not None
        )
        actors = list(self._found_actors(report, words, taken, countries))
        covered = {i for named in actors for i in range(named.first, named.last + 1)}
        return actors, [p for p in places if covered.isdisjoint(range(p.first, p.last + 1))]

    def _acts(self, words: Sequence[Word], named: Named) -> bool:
        """True for the name of a state right behind a verb of saying or doing, or accused by the one named between."""
        keys = tuple(fold(word.written) for word in words[named.first : named.last + 1])
        if named.first == 0 or keys not in self._actors:
            return False
        is_accused = named.first > 1 and words[named.first - 2].is_one_of(verbs_in("accusing"))
        return is_accused or words[named.first - 1].is_one_of(acting())

    def _found_actors(
        self, report: Report, words: Sequence[Word], taken: set[int], countries: Counter[str | None]
    ) -> Iterator[Named]:
        at = 0
        while at < len(words):
            found = (
                self._known_at(report, words, at, taken, countries)
                or (None if at in taken else self._state_at(report, words, at))
                or _unnamed_at(report, words, at)
            )
            if found is None:
                at += 1
            else:
                yield found
                at = found.last + 1

    def _known_at(
        self, report: Report, words: Sequence[Word], at: int, taken: set[int], countries: Counter[str | None]
    ) -> Named | None:
        told = {country.lower(): n for country, n in countries.items() if country}
        for count in range(min(self._longest, len(words) - at), 0, -1):
            for first, keys in _readings(words[at : at + count]):
                bearers = self._actors.get(keys)
                if bearers is None:
                    continue
                name = report.text[first.start : words[at + count - 1].end]
                actor, why = choose_bearer(name, bearers, told=told, actors=frozenset())
                if actor is None or (count == 1 and (at in taken or _needs_opener(keys[0], words, at))):
                    continue
                quote = quote_from(report.id, report.text, first.start, words[at + count - 1].end)
                expression = ActorExpression(quote=quote, actor_id=actor.id, name=actor.name, type=actor.type, why=why)
                return Named(at, at + count - 1, expression)
        return None

    def _state_at(self, report: Report, words: Sequence[Word], at: int) -> Named | None:
        """A capital or an adjective that stands for a state, or for its forces behind "army"."""
        for list_ in ("capitals", "actor_words"):
            found = phrases_in(list_).at(words, at)
            if found is None or not self._knowledge.has(found[1]):
                continue
            actor = self._knowledge.actor(found[1])
            quote = quote_from(report.id, report.text, found[0].start, words[found[0].last].end)
            expression = ActorExpression(
                quote=quote, actor_id=actor.id, name=actor.name, type=actor.type, why="a word that stands for the state"
            )
            return Named(at, found[0].last, expression)
        return None

    def _places(self, report: Report, words: Sequence[Word]) -> Iterator[Named]:
        told = Counter(_countries_by_adjective(words))
        spans: list[tuple[int, int, Form, tuple[Place, ...], float]] = []
        at = 0
        while at < len(words):
            span = self._place_at(words, at, report)
            if span is None:
                at += 1
                continue
            spans.append(span)
            at = span[1] + 1
        for _, _, _, places, weight in spans:
            if weight >= _KNOWN_ALONE or places[0].id.startswith("site:"):
                told[places[0].country] += 1
        for number, (first, last, form, places, weight) in enumerate(spans):
            behind = next((s for s in spans[number + 1 : number + 2] if s[0] - last <= _BESIDE), None)
            holds = {behind[3][0].country} if behind is not None and behind[4] >= _KNOWN_ALONE else set()
            near = next((p for p in places if p.country in holds), None)
            if weight < _KNOWN_ALONE and holds and near is None:
                continue  # a quarter of the city told behind it, which has namesakes elsewhere
            place = near or next((p for p in places if p.country in told), places[0])
            if weight < _KNOWN_ALONE and not _is_opened(words, first, form, weight) and place.country not in told:
                continue
            why = "a name of the gazetteer" + (", in a country that the report names" if len(places) > 1 else "")
            quote = quote_from(report.id, report.text, form.start, words[last].end)
            yield Named(first, last, PlaceExpression(quote=quote, place=place, candidates=places[:5], why=why))

    def _place_at(
        self, words: Sequence[Word], at: int, report: Report
    ) -> tuple[int, int, Form, tuple[Place, ...], float] | None:
        if words[at].is_one_of(words_in("particles")):
            return None
        is_settled = at > 0 and words[at - 1].is_one_of(words_in("settlements"))
        for count in range(min(_LONGEST, len(words) - at), 0, -1):
            last = at + count - 1
            for form in words[at].forms:
                if form.definite or (count == 1 and _is_common(form.letters) and not is_settled):
                    continue
                text = report.text[form.start : words[last].end]
                if not _ARABIC.search(text) or "\n" in text or "،" in text:
                    continue
                entries = [e for e in self._gazetteer.entries(text) if e.match <= NameMatch.ALIAS]
                if entries:
                    weight = max(prior(e) for e in entries)
                    return at, last, form, tuple(e.place for e in entries), weight
        return None


def _is_common(letters: str) -> bool:
    """True for a word of the lexicon or one too short, which alone names no place; its article left out."""
    return len(letters) < 3 or not all_words().isdisjoint({letters, letters.removeprefix(_ARTICLE)})


def _is_opened(words: Sequence[Word], first: int, form: Form, weight: float) -> bool:
    """True behind a noun of place or a side of one ("near", "north of"); behind "in" and "on" for a bigger town."""
    before = words[first - 1] if first else None
    if before is not None and before.is_one_of(nouns_in("name_openers") | nouns_in("place_openers")):
        return True
    is_in = form.start > words[first].start and words[first].written[form.start - words[first].start - 1] == _IN
    is_behind = before is not None and before.is_one_of(words_in("place_prepositions"))
    return weight >= _KNOWN_BEHIND_IN and (is_in or is_behind)


def _countries_by_adjective(words: Sequence[Word]) -> Iterator[str | None]:
    """The countries that adjectives tell ("the Libyan army"), by their codes."""
    for at in range(len(words)):
        found = phrases_in("actor_words").at(words, at)
        if found is not None:
            yield found[1].upper()


def _readings(words: Sequence[Word]) -> Iterator[tuple[Form, tuple[str, ...]]]:
    """Each way to take the small words off the first word of a name, with the folded words of the name."""
    rest = tuple(fold(word.written) for word in words[1:])
    for form in words[0].names:
        yield form, (form.letters, *rest)


def _index(knowledge: KnowledgeBase) -> dict[tuple[str, ...], tuple[Bearer, ...]]:
    index: dict[tuple[str, ...], dict[str, Bearer]] = defaultdict(dict)
    for actor in knowledge.actors:
        plain = [(name, Bearer(actor)) for name in actor.names()]
        for name, bearer in (*plain, *((alias.name, Bearer(actor, alias)) for alias in actor.ambiguous_aliases)):
            if _ARABIC.search(name):
                index[tuple(fold(word.written) for word in split_words(name))].setdefault(actor.id, bearer)
    return {keys: tuple(bearers.values()) for keys, bearers in index.items()}


def _needs_opener(key: str, words: Sequence[Word], at: int) -> bool:
    """True for a name that is a common word too ("القاعدة", the base), without a word before it that makes it one."""
    is_common = key.removeprefix("ال") in all_words()
    return is_common and not (at and words[at - 1].is_one_of(nouns_in("name_openers")))


def _unnamed_at(report: Report, words: Sequence[Word], at: int) -> Named | None:
    """Armed people without a name, with the adjective behind them ("Iraqi factions")."""
    if not words[at].is_one_of(words_in("armed_sets")):
        return None
    last = at + 1 if at + 1 < len(words) and phrases_in("actor_words").at(words, at + 1) else at
    form = next(f for f in words[at].forms if f.letters in words_in("armed_sets"))
    quote = quote_from(report.id, report.text, form.start, words[last].end)
    why = "a word for armed people without a name"
    return Named(at, last, ActorExpression(quote=quote, name=quote.exact, type=ActorType.UNNAMED_SET, why=why))

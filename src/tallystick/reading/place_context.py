"""The countries that a report is about, as far as its words and its publisher tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_names import fold_name
from tallystick.model.report import Report
from tallystick.model.terms import ActorType, PlacePrecision
from tallystick.reading.place_words import Word

_SHORTEST_NAME = 4  # characters, of a group's name that is not all in capitals
_LONGEST_NAME = 5  # words


@dataclass(frozen=True)
class Nationalities:
    """The words that tell whose somebody or something is: folded word → ISO 3166-1 alpha-2 code.

    ``adjectives`` describe ("iraqi"); ``words`` holds those and the names of the people ("iraqis"); ``groups`` the
    names of those who act in one state alone ("codeco").
    """

    adjectives: Mapping[str, str]
    words: Mapping[str, str]
    groups: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=8)
def nationalities_of(knowledge: KnowledgeBase) -> Nationalities:
    """The words of nationality of the states that are known."""
    states = [a for a in knowledge.actors if a.type is ActorType.STATE and len(a.id) == 2]
    adjectives = {fold_name(word): state.id.upper() for state in states for word in state.attributes()}
    people = {fold_name(word): state.id.upper() for state in states for word in state.people}
    groups = {
        fold_name(name): actor.theatre[0].upper()
        for actor in knowledge.actors
        if len(actor.theatre) == 1 and actor.type is not ActorType.STATE
        for name in (actor.name, *actor.aliases)
        if len(name) > _SHORTEST_NAME or name.isupper()
    }
    return Nationalities(adjectives, adjectives | people, groups)


def count_countries(
    words: Sequence[Word], report: Report, *, gazetteer: Gazetteer, nationalities: Nationalities
) -> Counter[str]:
    """How often each country is named or its people are, with its publisher, its title and each group counted once."""
    known = nationalities.words
    counts: Counter[str] = Counter()
    for i, word in enumerate(words):
        if len(word.lower) < 4:
            continue
        code = known.get(word.lower)
        if code is None and word.is_capital:
            code = _country(gazetteer, word.text)
            if code is None and i + 1 < len(words) and words[i + 1].is_capital:
                code = _country(gazetteer, f"{word.text} {words[i + 1].text}")
        if code:
            counts[code] += 1
    counts.update(_homes_of_groups(words, nationalities))
    for text in (report.publisher, report.title):
        for piece in fold_name(text or "").split():
            code = known.get(piece) or (_country(gazetteer, piece) if len(piece) > 3 else None)
            if code:
                counts[code] += 1
    return counts


def _homes_of_groups(words: Sequence[Word], nationalities: Nationalities) -> Iterator[str]:
    """The state in which each group acts that is named and acts in one alone."""
    named = {
        name
        for first, word in enumerate(words)
        if word.is_capital
        for last in range(first + 1, min(first + _LONGEST_NAME, len(words)) + 1)
        if (name := fold_name(" ".join(w.text for w in words[first:last]))) in nationalities.groups
    }
    yield from (nationalities.groups[name] for name in sorted(named))


def _country(gazetteer: Gazetteer, name: str) -> str | None:
    top = gazetteer.entries(name)[:1]
    return top[0].place.country if top and top[0].place.precision is PlacePrecision.COUNTRY else None

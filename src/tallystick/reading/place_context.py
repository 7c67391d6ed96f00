"""The countries that a report is about, as far as its words and its publisher tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_names import fold_name
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.report import Report
from tallystick.model.terms import ActorType, PlacePrecision
from tallystick.reading.place_words import Word


@cache
def nationalities() -> dict[str, str]:
    """Folded nationality word ("iraqi", "iraqis") → ISO 3166-1 alpha-2 code."""
    return national_adjectives() | {fold_name(word): state.id.upper() for state in _states() for word in state.people}


@cache
def national_adjectives() -> dict[str, str]:
    """Folded adjective of a state ("iraqi") → ISO 3166-1 alpha-2 code."""
    return {fold_name(word): state.id.upper() for state in _states() for word in state.attributes()}


def _states() -> Iterator[KnownActor]:
    return (a for a in load_knowledge().actors if a.type is ActorType.STATE and len(a.id) == 2)


def count_countries(words: Sequence[Word], report: Report, gazetteer: Gazetteer) -> Counter[str]:
    """How often each country is named or its people are, with its publisher and title counted once."""
    known = nationalities()
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
    for text in (report.publisher, report.title):
        for piece in fold_name(text or "").split():
            code = known.get(piece) or (_country(gazetteer, piece) if len(piece) > 3 else None)
            if code:
                counts[code] += 1
    return counts


def _country(gazetteer: Gazetteer, name: str) -> str | None:
    top = gazetteer.entries(name)[:1]
    return top[0].place.country if top and top[0].place.precision is PlacePrecision.COUNTRY else None


def is_nationality(word: str) -> bool:
    """True for "Iraqi", "Iraqis" and "South Korean"."""
    return fold_name(word) in nationalities()

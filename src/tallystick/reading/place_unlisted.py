"""Places that no list holds: told by "the village of X", "X district" or "in X, Y province"."""

from __future__ import annotations

from collections import Counter

from rapidfuzz import fuzz, process

from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_compass import slug
from tallystick.knowledge.gazetteer_entry import Entry
from tallystick.knowledge.gazetteer_names import fold_name
from tallystick.model.place import Place

_CLOSE_ENOUGH = 88.0
_COUNTRIES_SEARCHED = 3


def entries_by_likeness(name: str, gazetteer: Gazetteer, countries: Counter[str]) -> tuple[Entry, ...]:
    """The places whose name is nearly this one, in the countries that the report names most; none for short names.

    Likeness is rapidfuzz's ratio (normalised indel similarity) of the folded names, 88 of 100 and more.
    """
    folded = fold_name(name)
    if len(folded) < 6 or not folded.isascii():
        return ()
    for country, _ in countries.most_common(_COUNTRIES_SEARCHED):
        best = process.extractOne(folded, gazetteer.names_in(country), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
        if best is not None and best[0][0] == folded[0]:
            return tuple(e for e in gazetteer.entries(best[0]) if e.place.country == country)
    return ()


def place_inside(name: str, container: Place) -> Place:
    """A place known by its name alone: no finer than what it lies in, whose middle and radius it takes."""
    return container.model_copy(update={"id": f"unlisted:{slug(container.name)}-{slug(name) or 'place'}", "name": name})


def main_country(countries: Counter[str], gazetteer: Gazetteer) -> Place | None:
    """The country that a report is about, if it names one more often than all others together."""
    if not countries:
        return None
    code, count = countries.most_common(1)[0]
    return gazetteer.country(code) if count * 2 > sum(countries.values()) else None

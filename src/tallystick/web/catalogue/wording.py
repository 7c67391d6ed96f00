"""Full-text search over the incidents, in memory: the words of what is held of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

import numpy as np

from tallystick.codebook import entry
from tallystick.ledger.glances import Glance
from tallystick.ledger.search import terms_of, words_of
from tallystick.model.terms import EventKind, WeaponKind
from tallystick.web.catalogue.numbers import Ints

_KIND = {kind.value: entry(kind).label for kind in EventKind}
_WEAPON = {kind.value: entry(kind).label for kind in WeaponKind}

# The same names come again and again.
_words_of = lru_cache(maxsize=50_000)(words_of)


def words_for(glance: Glance) -> list[str]:
    """The words by which an incident is found: its id, what, where, who, with what, and who reported it."""
    place = glance.place
    actors = [glance.perpetrator, glance.target_actor, *glance.claimed_by]
    actors += [actor for each in glance.attributed_to for actor in each.actors]
    told = [
        _KIND.get(glance.kind, glance.kind),
        *(_WEAPON.get(weapon, weapon) for weapon in glance.weapons),
        *((place.name, place.admin1 or "", place.country or "") if place else ()),
        glance.target or "",
        *(actor.name for actor in actors if actor is not None),
        *glance.origins,
    ]
    return [*words_of(glance.id), *(word for each in told for word in _words_of(each))]


class Wording:
    """The index. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._index = sqlite3.connect(":memory:", check_same_thread=False)
        self._index.execute("CREATE VIRTUAL TABLE words USING fts5(said, prefix='2 3')")

    def put(self, rows: Iterable[tuple[int, Glance]]) -> None:
        """Files the words of incidents by their rows, in place of what stood there."""
        said = [(row, " ".join(words_for(glance))) for row, glance in rows]
        with self._lock:
            self._index.executemany("INSERT OR REPLACE INTO words (rowid, said) VALUES (?, ?)", said)

    def find(self, query: str) -> Ints:
        """The rows that have all terms of the query; the last word of a term may be only a beginning."""
        terms = terms_of(query)
        if not terms:
            return np.empty(0, dtype=np.int32)
        match = " ".join(f'"{" ".join(term)}"*' for term in terms)
        with self._lock:
            found = self._index.execute("SELECT rowid FROM words WHERE words MATCH ?", (match,)).fetchall()
        return np.fromiter((row for (row,) in found), dtype=np.int32, count=len(found))

    def close(self) -> None:
        """Lets the index go."""
        with self._lock:
            self._index.close()

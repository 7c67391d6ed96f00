"""Which of the areas that tellings name hold which of the places that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tallystick.model.place import Place
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling


class Areas:
    """Which of the areas that tellings name contain which of the places that they name."""

    def __init__(self, tellings: Iterable[Telling], knows: Knows) -> None:
        self._knows = knows
        self._known: dict[str, tuple[str, ...]] = {}
        self._by_country: dict[str | None, dict[str, Place]] = defaultdict(dict)
        for t in tellings:
            if (where := t.mention.where) is not None and where.is_area:
                self._by_country[where.country].setdefault(where.id, where)

    def around(self, place: Place) -> tuple[str, ...]:
        """The ids of the areas, other than itself, that the place lies in; sorted."""
        if place.id not in self._known:
            near = [*self._by_country[None].values()]
            if place.country is not None:
                near += self._by_country[place.country].values()
            else:
                near = [a for areas in self._by_country.values() for a in areas.values()]
            inside = {a.id for a in near if a.id != place.id and self._knows.contains(a, place)}
            self._known[place.id] = tuple(sorted(inside))
        return self._known[place.id]

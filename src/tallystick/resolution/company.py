"""The company that an event is told in: the other places of which its report tells at a time that may be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tallystick.model.mention import EventMention
from tallystick.model.place import Place
from tallystick.model.terms import Modality, PlacePrecision
from tallystick.resolution.window import days_between, window_of

_POINT_LIKE = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT})
_AFFIRMED = frozenset({Modality.ACTUAL, Modality.ALLEGED})


def is_point(place: Place | None) -> bool:
    """True for a site, a town or a district, and for a name that no list holds."""
    return place is not None and (place.precision in _POINT_LIKE or place.is_unlisted)


def company_of(events: Iterable[EventMention], published: Mapping[str, date | None]) -> dict[str, tuple[Place, ...]]:
    """For each of the events, by mention id, the points other than its own at which its report says that something
    happened, sorted by id. ``events`` are all that the reports tell; ``published`` is by report id.

    What is told as history keeps company with history alone.
    """
    by_report: dict[str, list[EventMention]] = defaultdict(list)
    for event in events:
        by_report[event.report_id].append(event)
    return {
        event.id: _company(event, told, published.get(report_id))
        for report_id, told in by_report.items()
        for event in told
    }


def _company(event: EventMention, told: Sequence[EventMention], published: date | None) -> tuple[Place, ...]:
    if len(told) == 1:
        return ()
    own = event.where.id if event.where is not None else None
    window = window_of(event, published)
    found = {
        other.where.id: other.where
        for other in told
        if other.where is not None
        and other.where.id != own
        and is_point(other.where)
        and other.modality in _AFFIRMED
        and other.background == event.background
        and days_between(window, window_of(other, published)) == 0
    }
    return tuple(found[id_] for id_ in sorted(found))

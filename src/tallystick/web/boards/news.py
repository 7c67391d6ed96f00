"""What the last derivations changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tallystick.ledger import Ledger
from tallystick.ledger.standing import Standing
from tallystick.model.change import Derivation, Subject, What

MOST_DERIVATIONS = 5
MOST_NAMED = 12


@dataclass(frozen=True)
class News:
    """What one derivation changed: how many of each sort, and the first incidents among them by what became of them."""

    derivation: Derivation
    numbers: Mapping[tuple[Subject, What], int]
    incident_ids: Mapping[What, tuple[str, ...]]


def make_news(ledger: Ledger, before: tuple[News, ...] | None = None) -> tuple[News, ...]:
    """What the last derivations changed, the latest first. History is never changed: what is known of it stays."""
    known = {news.derivation.number: news for news in before or ()}
    with ledger.standing() as standing:
        latest = standing.latest_derivations(most=MOST_DERIVATIONS)
        return tuple(known.get(each.number) or _news_of(standing, each) for each in latest)


def _news_of(standing: Standing, derivation: Derivation) -> News:
    numbers: Counter[tuple[Subject, What]] = Counter()
    named: dict[What, list[str]] = {}
    for subject_id, change in standing.changes_of(derivation.number):
        numbers[change.subject, change.what] += 1
        held = named.setdefault(change.what, [])
        if change.subject is Subject.INCIDENT and len(held) < MOST_NAMED:
            held.append(subject_id)
    return News(derivation, numbers, {what: tuple(ids) for what, ids in named.items()})

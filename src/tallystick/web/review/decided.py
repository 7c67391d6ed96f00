"""What was decided already, as far as only the journal tells it: so that nothing is asked twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from tallystick.ledger import Ledger
from tallystick.model.decision import Act, Decision, in_force, meant
from tallystick.model.names import unknown_id
from tallystick.model.quote import Quote
from tallystick.model.relation import RelationEnds
from tallystick.web.review.item import Item, Sort

Subject = tuple[object, ...]


@dataclass(frozen=True)
class Decided:
    """The latest decision in force on each subject, and the number of the last entry of the journal on it."""

    entries: Mapping[int, Decision] = field(default_factory=dict)
    latest: Mapping[Subject, Decision] = field(default_factory=dict)
    last_entry: Mapping[Subject, int] = field(default_factory=dict)

    @property
    def incidents_with_pairs(self) -> set[str]:
        """The incidents of whose tellings somebody said whether they are one, or noted that it cannot be told."""
        pairs = (decision for subject, decision in self.latest.items() if subject[0] == Sort.JOIN)
        return {decision.incident_id for decision in pairs if decision.incident_id is not None}

    def of_incident(self, incident_id: str) -> list[Decision]:
        """The entries on an incident or a telling of it, undos among them, oldest first."""
        entries = self.entries
        return [entry for entry in entries.values() if meant(entry, entries).incident_id == incident_id]

    def items(self, sort: Sort) -> set[str]:
        """The ids of the incidents, mentions or names that somebody decided on, or noted as unsure."""
        return {str(subject[1]) for subject in self.latest if subject[0] == sort}


class DecidedBoard:
    """What the journal says, read on as it grows. Safe to use from several threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._held = Decided()

    def now(self) -> Decided:
        """As of the last entry."""
        with self._lock:
            new = self._ledger.journal(after=len(self._held.entries))
            if new:
                self._held = _read({**self._held.entries, **{entry.id: entry for entry in new}})
            return self._held


def subject_of(item: Item) -> Subject:
    """What a decision on an incident, a single mention or a name is filed under."""
    return (item.sort, item.id)


def subject_of_pair(left: Iterable[Quote], right: Iterable[Quote]) -> Subject:
    """What a decision on two sides is filed under: the words that first tell each."""
    return (Sort.JOIN, frozenset({_first(left), _first(right)}))


def subject_of_relation(quote: Quote, ends: RelationEnds) -> Subject:
    """What a decision on a told relation is filed under: its words and ends."""
    return (Sort.RELATION, quote.report_id, quote.start, quote.end, str(ends))


def _read(entries: Mapping[int, Decision]) -> Decided:
    latest = {_subject(decision): decision for decision in in_force(entries.values())}
    last_entry = {_subject(meant(entry, entries)): number for number, entry in entries.items()}
    return Decided(entries, latest, last_entry)


def _subject(decision: Decision) -> Subject:
    if decision.relation is not None:
        return subject_of_relation(decision.anchors[0], decision.relation)
    if decision.name is not None:
        return (Sort.NAME, unknown_id(decision.name))
    if decision.mention_id is not None:
        return (Sort.MENTION, decision.mention_id)
    if decision.other_anchors and (decision.pairs or decision.act is Act.UNSURE):
        return subject_of_pair(decision.anchors, decision.other_anchors)
    return (Sort.INCIDENT, decision.incident_id)


def _first(quotes: Iterable[Quote]) -> tuple[str, int]:
    return min((quote.report_id, quote.start) for quote in quotes)

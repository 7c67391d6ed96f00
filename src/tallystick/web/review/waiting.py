"""What waits for review, the least certain first: each sort by itself, and all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice

import numpy as np

from tallystick.deciding.certainty import certainty_of_name
from tallystick.ledger import Ledger
from tallystick.ledger.standing import Standing
from tallystick.model.actor import Actor
from tallystick.model.names import UNKNOWN
from tallystick.model.relation import Relation, RelationEnds
from tallystick.model.terms import RelationStanding, ReviewState
from tallystick.web.catalogue.catalogue import Catalogue, Moment
from tallystick.web.catalogue.finding import Found
from tallystick.web.catalogue.numbers import CERTAINTY, Floats, Ints
from tallystick.web.filters import Filter
from tallystick.web.review.decided import Decided, DecidedBoard, subject_of_relation
from tallystick.web.review.item import Item, Sort, Waiting
from tallystick.web.review.ties import least_sure

MOST_NAMES = 20_000
_DISPUTED_FROM = CERTAINTY["reported"] + 1


@dataclass(frozen=True)
class Asked:
    """What is asked at this moment: the items of a window in order, and how many wait of each sort."""

    window: Sequence[Waiting]
    counts: dict[Sort, int]


class ReviewQueue:
    """What waits for review. Safe to use from several threads.

    A filter narrows incidents down: under one, only they and their joins are asked.
    """

    def __init__(self, ledger: Ledger, catalogue: Catalogue) -> None:
        self._ledger = ledger
        self._catalogue = catalogue
        self._names: tuple[int, list[Waiting]] = (-1, [])
        self.decided = DecidedBoard(ledger)

    def ask(self, wanted: Filter, *, of: Sort | None, start: int, size: int) -> Asked:
        """The items from number ``start`` on, counted from 0: of one sort, or of all."""
        moment, decided = self._catalogue.now(), self.decided.now()
        rows = _open_rows(moment, wanted)
        most = start + size
        sorts = [of] if of is not None else list(Sort)
        incidents, joins = _Incidents(moment, rows, decided), _Joins(moment, rows, decided, self._ledger)
        names = [] if not wanted.is_empty else self._undecided_names(decided)
        streams: dict[Sort, Sequence[Waiting]] = {}
        if Sort.INCIDENT in sorts:
            streams[Sort.INCIDENT] = incidents.first(most)
        if Sort.JOIN in sorts:
            streams[Sort.JOIN] = joins.first(most)
        if wanted.is_empty:
            if Sort.MENTION in sorts:
                streams[Sort.MENTION] = self._mentions(decided, most)
            if Sort.RELATION in sorts:
                streams[Sort.RELATION] = self._relations(decided, most)
            if Sort.NAME in sorts:
                streams[Sort.NAME] = names[:most]
        window = list(islice(merge(*streams.values()), start, most))
        counts = {Sort.INCIDENT: incidents.number, Sort.JOIN: joins.number}
        if wanted.is_empty:
            counts[Sort.MENTION] = self._count_mentions(moment, rows, decided)
            counts[Sort.RELATION] = self._count_relations(decided)
            counts[Sort.NAME] = len(names)
        return Asked(window, counts)

    def _mentions(self, decided: Decided, most: int) -> list[Waiting]:
        done = decided.items(Sort.MENTION)
        with self._ledger.standing() as standing:
            found = standing.least_sure_events(most=most + len(done))
        return [Waiting(sure, Item(Sort.MENTION, id_)) for id_, sure in found if id_ not in done][:most]

    @staticmethod
    def _count_mentions(moment: Moment, rows: Ints, decided: Decided) -> int:
        told = int(moment.columns.numbers["mentions"][rows].sum()) if len(rows) else 0
        return max(0, told - len(decided.items(Sort.MENTION)))

    def _relations(self, decided: Decided, most: int) -> list[Waiting]:
        with self._ledger.standing() as standing:
            waits = (each for each in standing.least_sure_relations() if _waits(each, decided))
            return [Waiting(each.confidence, Item(Sort.RELATION, each.id)) for each in islice(waits, most)]

    def _count_relations(self, decided: Decided) -> int:
        with self._ledger.standing() as standing:
            return max(0, standing.count(Relation) - len(decided.items(Sort.RELATION)))

    def _undecided_names(self, decided: Decided) -> list[Waiting]:
        done = decided.items(Sort.NAME)
        with self._ledger.standing() as standing:
            turn = standing.turn()
            if self._names[0] != turn:
                self._names = (turn, _unknown_names(standing))
        return [each for each in self._names[1] if each.item.id not in done]


class _Incidents:
    """The incidents that wait, by how sure it is that they stand on file as they happened."""

    def __init__(self, moment: Moment, rows: Ints, decided: Decided) -> None:
        self._ids = moment.columns.ids
        unsure = decided.items(Sort.INCIDENT)
        self._rows = _without(moment, rows, unsure)
        self.number = len(self._rows)
        numbers = moment.columns.numbers
        if self.number:
            sources = numbers["sources"][self._rows]
            against = numbers["conflicts"][self._rows] + (numbers["certainty"][self._rows] >= _DISPUTED_FROM)
            self._certainty: Floats = ((sources + 1) / (sources + against + 2)).astype(np.float32)

    def first(self, most: int) -> list[Waiting]:
        if not self.number:
            return []
        found = _least(self._certainty, self._rows, most)
        return sorted(
            Waiting(round(float(self._certainty[at]), 4), Item(Sort.INCIDENT, self._ids[self._rows[at]]))
            for at in found
        )


class _Joins:
    """The incidents with a tie that is not sure, by the least sure."""

    def __init__(self, moment: Moment, rows: Ints, decided: Decided, ledger: Ledger) -> None:
        self._ids = moment.columns.ids
        looked_at = decided.incidents_with_pairs
        numbers = moment.columns.numbers
        unsure = rows[numbers["tied"][rows] < 1000] if len(rows) else rows
        self._rows = _without(moment, unsure, looked_at)
        self._again: list[Waiting] = []
        with ledger.standing() as standing:
            again = standing.incidents([self._ids[row] for row in np.setdiff1d(unsure, self._rows)])
        for incident in again:
            tie = least_sure(incident, decided, ledger)
            if tie is not None:
                self._again.append(Waiting(tie.certainty, Item(Sort.JOIN, incident.id)))
        self.number = len(self._rows) + len(self._again)
        tied = numbers["tied"][self._rows] if len(rows) else rows
        self._certainty: Floats = (tied / 1000).astype(np.float32)

    def first(self, most: int) -> list[Waiting]:
        found = _least(self._certainty, self._rows, most)
        fresh = [
            Waiting(round(float(self._certainty[at]), 4), Item(Sort.JOIN, self._ids[self._rows[at]])) for at in found
        ]
        return sorted([*fresh, *self._again])[:most]


def _open_rows(moment: Moment, wanted: Filter) -> Ints:
    """The rows of the incidents that nobody has passed and that fit a filter."""
    machine = (ReviewState.MACHINE.value,)
    fits = Found(moment, replace(wanted, chosen={**wanted.chosen, "review": machine})).mask
    return np.flatnonzero(fits).astype(np.int32)


def _without(moment: Moment, rows: Ints, ids: set[str]) -> Ints:
    """The rows but those of these incidents."""
    if not ids:
        return rows
    return np.array([row for row in rows.tolist() if moment.columns.ids[row] not in ids], dtype=rows.dtype)


def _least(certainty: Floats, rows: Ints, most: int) -> list[int]:
    """Where the least certain stand, at most so many; of equals the first row."""
    if len(certainty) > most:
        bound = np.partition(certainty, most)[most]
        near = np.flatnonzero(certainty <= bound)
    else:
        near = np.arange(len(certainty))
    order = near[np.lexsort((rows[near], certainty[near]))]
    return [int(at) for at in order[:most]]


def _waits(relation: Relation, decided: Decided) -> bool:
    ends = RelationEnds(subject=relation.subject, predicate=relation.predicate, object=relation.object)
    proposed = relation.standing is RelationStanding.PROPOSED
    return proposed and subject_of_relation(relation.quote, ends) not in decided.latest


def _unknown_names(standing: Standing) -> list[Waiting]:
    met = standing.page(Actor, after=UNKNOWN, most=MOST_NAMES)
    names = (actor for actor in met if actor.id.startswith(UNKNOWN) and actor.candidate is not None)
    return sorted(Waiting(certainty_of_name(actor), Item(Sort.NAME, actor.id)) for actor in names)

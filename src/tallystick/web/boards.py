"""What is worked out from the whole record: kept until the next derivation, since it takes longer than a page may."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from tallystick.analysis.running import follow_running_totals
from tallystick.attribution.sides import side_test
from tallystick.ledger import Ledger
from tallystick.model.actor import Actor
from tallystick.model.change import Derivation, Subject, What
from tallystick.model.disagreement import Disagreement
from tallystick.model.record import Record
from tallystick.model.relation import Relation
from tallystick.model.running import RunningTotal
from tallystick.model.tally_comparison import TallyComparison
from tallystick.pipeline import default_knowledge, read_record
from tallystick.publishing.words import cite
from tallystick.reconciliation.compare import list_disagreements
from tallystick.writing import matrix_of

T = TypeVar("T")


class Kept(Generic[T]):
    """Something made from the ledger, and made anew when a derivation was saved. Safe to use from several threads."""

    def __init__(self, ledger: Ledger, make: Callable[[Ledger], T]) -> None:
        self._ledger = ledger
        self._make = make
        self._lock = Lock()
        self._held: tuple[int, T] | None = None

    def now(self) -> T:
        """As of the last derivation saved, by whichever process."""
        with self._lock:
            with self._ledger.standing() as standing:
                turn = standing.turn()
            if self._held is None or self._held[0] != turn:
                self._held = (turn, self._make(self._ledger))
            return self._held[1]


@dataclass(frozen=True)
class TallyBoard:
    """The counts checked against the incidents and against each other, with the record that they stand in."""

    record: Record
    matrix: tuple[TallyComparison, ...]
    disagreements: tuple[Disagreement, ...]
    running: tuple[RunningTotal, ...]


def make_tally_board(ledger: Ledger) -> TallyBoard:
    """All counts of a ledger, checked."""
    record = read_record(ledger)
    matrix = matrix_of(record)
    disagreements = list_disagreements(record.tallies, matrix)
    same_side = side_test(default_knowledge())
    running = follow_running_totals(record, disagreements, same_side=same_side)
    return TallyBoard(record, matrix, tuple(disagreements), running)


@dataclass(frozen=True)
class NetworkBoard:
    """All relations that reports tell, all actors that they name, and what the reports are called."""

    relations: tuple[Relation, ...]
    actors: tuple[Actor, ...]
    sources: Mapping[str, str]


def make_network_board(ledger: Ledger) -> NetworkBoard:
    """What reports tell of the network."""
    with ledger.standing() as standing:
        relations = standing.all_relations()
        heads = standing.heads({relation.report_id for relation in relations})
        return NetworkBoard(relations, standing.all_actors(), {head.id: cite(head) for head in heads})


MOST_DERIVATIONS = 5
MOST_NAMED = 12


@dataclass(frozen=True)
class News:
    """What one derivation changed: how many of each sort, and the first incidents among them by what became of them."""

    derivation: Derivation
    numbers: Mapping[tuple[Subject, What], int]
    incident_ids: Mapping[What, tuple[str, ...]]


def make_news(ledger: Ledger) -> tuple[News, ...]:
    """What the last derivations changed, the latest first."""
    with ledger.standing() as standing:
        found = []
        for derivation in standing.latest_derivations(most=MOST_DERIVATIONS):
            numbers: Counter[tuple[Subject, What]] = Counter()
            named: dict[What, list[str]] = {}
            for subject_id, change in standing.changes_of(derivation.number):
                numbers[change.subject, change.what] += 1
                held = named.setdefault(change.what, [])
                if change.subject is Subject.INCIDENT and len(held) < MOST_NAMED:
                    held.append(subject_id)
            found.append(News(derivation, numbers, {what: tuple(ids) for what, ids in named.items()}))
        return tuple(found)

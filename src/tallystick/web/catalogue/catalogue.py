"""The catalogue: the incidents of a ledger in memory, brought up to date as soon as a derivation was saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from tallystick.ledger import Ledger
from tallystick.web.catalogue.columns import Columns
from tallystick.web.catalogue.facets import FACETS
from tallystick.web.catalogue.labels import Labels
from tallystick.web.catalogue.wording import Wording


@dataclass(frozen=True)
class Moment:
    """The incidents as a derivation left them; ``turn`` is its number."""

    turn: int
    columns: Columns
    labels: Mapping[str, Labels]
    wording: Wording


class Catalogue:
    """Holds the moment that is now. Safe to use from several threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._row: dict[str, int] = {}
        self._moment = _before_all()

    def now(self) -> Moment:
        """The moment of the last derivation saved, by whichever process.

        Only what was written since the last look is read. Raises as ``Ledger.standing`` does.
        """
        with self._ledger.standing() as standing:
            if standing.turn() == self._moment.turn:
                return self._moment
        with self._lock:
            self._moment = self._catch_up(self._moment)
        return self._moment

    def _catch_up(self, held: Moment) -> Moment:
        with self._ledger.standing() as standing:
            turn = standing.turn()
            if turn == held.turn:
                return held
            if turn < held.turn:
                # A backup was put in the ledger's place.
                held = _before_all()
                self._row = {}
            written = list(standing.glances(after=held.turn))
            standing_now = standing.count_incidents()
            columns = held.columns
            if written:
                rows = [self._row.setdefault(glance.id, len(self._row)) for glance in written]
                columns = columns.with_rows(rows, written, held.labels)
                held.wording.put(zip(rows, written, strict=True))
            if int(columns.alive.sum()) != standing_now:
                stand = standing.incident_ids()
                columns = columns.without([row for id_, row in self._row.items() if id_ not in stand])
        return Moment(turn, columns, held.labels, held.wording)

    def close(self) -> None:
        """Lets the search index go."""
        self._moment.wording.close()


def _before_all() -> Moment:
    return Moment(0, Columns(), {facet.name: Labels() for facet in FACETS}, Wording())

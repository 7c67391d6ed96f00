"""The catalogue: the incidents of a ledger in memory, brought up to date as soon as a derivation was saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from threading import Lock

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.ledger.glances import Glance
from tallystick.web.catalogue.columns import Columns
from tallystick.web.catalogue.facets import FACETS
from tallystick.web.catalogue.labels import Labels
from tallystick.web.catalogue.wording import Wording

PATIENCE = 2.0
"""For how many seconds a request waits while all incidents are read for the first time."""

AT_ONCE = 5_000
"""How many incidents are read before they are put into columns: few enough for the collector of garbage."""


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
        self._reading = (0, 0)
        self._is_closing = False

    def now(self) -> Moment:
        """The moment of the last derivation saved, by whichever process.

        Only what was written since the last look is read.

        Raises:
            TallystickError: E811 if all are being read for the first time, by another thread, and that takes long;
                else as ``Ledger.standing`` does.

        """
        with self._ledger.standing() as standing:
            if standing.turn() == self._moment.turn:
                return self._moment
        is_first = self._moment.turn == 0
        if not self._lock.acquire(timeout=PATIENCE if is_first else -1):
            read, number = self._reading
            raise TallystickError(Code.E811, read=f"{read:,}", number=f"{number:,}")
        try:
            self._moment = self._catch_up(self._moment)
        finally:
            self._lock.release()
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
            standing_now = standing.count_incidents()
            columns = held.columns
            self._reading = (0, standing_now)
            glances = standing.glances(after=held.turn)
            while (written := list(islice(glances, AT_ONCE))) and not self._is_closing:
                columns = self._with_written(columns, written, held)
                self._reading = (self._reading[0] + len(written), standing_now)
            if int(columns.alive.sum()) != standing_now:
                stand = standing.incident_ids()
                columns = columns.without([row for id_, row in self._row.items() if id_ not in stand])
        return Moment(turn, columns, held.labels, held.wording)

    def _with_written(self, columns: Columns, written: Sequence[Glance], held: Moment) -> Columns:
        rows = [self._row.setdefault(glance.id, len(self._row)) for glance in written]
        held.wording.put(zip(rows, written, strict=True))
        return columns.with_rows(rows, written, held.labels)

    def close(self) -> None:
        """Lets the search index go, and whoever is still reading ends soon."""
        self._is_closing = True
        with self._lock:
            self._moment.wording.close()


def _before_all() -> Moment:
    return Moment(0, Columns(), {facet.name: Labels() for facet in FACETS}, Wording())

"""How long the catalogue and the boards of a ledger take to make, and to bring up to date after a decision, in seconds
of the processor.

``python -m benchmarks.boards LEDGER``, of a ledger that ``benchmarks.large`` made: it accepts one incident and rejects
another that counts cover, so give it a copy.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tallystick.deciding import take_decision
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date
from tallystick.web.boards.network import make_network_board
from tallystick.web.boards.news import make_news
from tallystick.web.boards.tallies import TallyBoard, make_tally_board
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.said_of_sites import make_site_board


def main(path: Path) -> None:
    """Prints a line for each."""
    with open_ledger(path) as ledger:
        catalogue = Catalogue(ledger)
        _fill(catalogue, "catalogue")
        for name, make in (("network", make_network_board), ("news", make_news), ("sites", make_site_board)):
            begun = time.process_time()
            make(ledger)
            print(f"{name}: {time.process_time() - begun:.1f} s")
        board = _tallies(ledger, None, "counts")
        covered = next(t.reconciliation.inside for t in board.tallies.values() if len(t.reconciliation.inside) > 1)
        for act, incident_id in zip((Act.ACCEPT, Act.REJECT), covered, strict=False):
            take_decision(ledger, act, incident_id, by="benchmark", reason=None)
            bring_up_to_date(ledger)
            _fill(catalogue, f"catalogue after {act.value}")
            with ledger.standing() as standing:
                stale = standing.count_stale_tallies()
            board = _tallies(ledger, board, f"counts after {act.value}, {stale} to be checked anew")


def _fill(catalogue: Catalogue, name: str) -> None:
    begun = time.process_time()
    catalogue.now()
    print(f"{name}: {time.process_time() - begun:.2f} s")


def _tallies(ledger: Ledger, before: TallyBoard | None, name: str) -> TallyBoard:
    begun = time.process_time()
    board = make_tally_board(ledger, before)
    print(f"{name}: {time.process_time() - begun:.1f} s")
    return board


if __name__ == "__main__":
    main(Path(sys.argv[1]))

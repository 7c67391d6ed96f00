"""How the decisions people took stand now, read from the ledger as far as they reach."""

from __future__ import annotations

from tallystick.ledger import Ledger
from tallystick.resolution.standing import Standing, standing_of


def how_decisions_stand(ledger: Ledger) -> dict[int, Standing]:
    """How each entry of the journal stands, by number, with the incidents and mentions on file.

    Only the reports are read that hold words of a decision, and the incidents that they tell; all, where no derivation
    has filed yet which these are.
    """
    journal = ledger.journal()
    reports = {quote.report_id for d in journal for quote in (*d.anchors, *d.other_anchors)}
    with ledger.standing() as standing:
        mentions = standing.mentions_in(reports)
        if standing.inputs() is None:
            incidents = ledger.incidents()
        else:
            placed = {row.incident_id for row in standing.placed_in(reports) if row.incident_id is not None}
            incidents = standing.incidents(placed)
    return standing_of(journal, incidents, mentions)

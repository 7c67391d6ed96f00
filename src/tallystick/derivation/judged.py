"""How the decisions people took stand now, read from the ledger as far as they reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from tallystick.ledger import Ledger
from tallystick.model.decision import Decision
from tallystick.resolution.standing import Standing, standing_of


def how_decisions_stand(ledger: Ledger, *, near: Collection[str] | None = None) -> dict[int, Standing]:
    """How each entry of the journal stands, by number, with the incidents and mentions on file.

    Only the reports are read that hold words of a decision, and the incidents that they tell; all, where no derivation
    has filed yet which these are. With ``near``, ids of reports, only those entries are given that hold words of these
    reports, what can bear on how they stand, and those that hold no words.
    """
    journal: Sequence[Decision] = ledger.journal()
    if near is not None:
        journal = _reaching(journal, near)
    reports = {report_id for d in journal for report_id in _reports_of(d)}
    with ledger.standing() as standing:
        mentions = standing.mentions_in(reports)
        if standing.inputs() is None:
            incidents = ledger.incidents()
        else:
            placed = {row.incident_id for row in standing.placed_in(reports) if row.incident_id is not None}
            incidents = standing.incidents(placed)
    return standing_of(journal, incidents, mentions)


def _reaching(journal: Sequence[Decision], near: Collection[str]) -> list[Decision]:
    """The entries on words of these reports, and on words of any that shares an entry with one of them, and so on: what
    one decision says can stand against another that shares only some of its words.
    """
    on: dict[str, list[Decision]] = defaultdict(list)
    for entry in journal:
        for report_id in _reports_of(entry):
            on[report_id].append(entry)
    met: set[str] = set()
    waiting = set(near)
    while waiting:
        met |= waiting
        waiting = {other for each in waiting for entry in on.get(each, ()) for other in _reports_of(entry)} - met
    return [entry for entry in journal if not (reports := _reports_of(entry)) or not met.isdisjoint(reports)]


def _reports_of(entry: Decision) -> set[str]:
    return {quote.report_id for quote in (*entry.anchors, *entry.other_anchors)}

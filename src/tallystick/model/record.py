"""Everything that a ledger says at one moment: what publishers and the web application read."""

from __future__ import annotations

from tallystick.model.actor import Actor
from tallystick.model.base import Noun
from tallystick.model.claim import Claim
from tallystick.model.incident import Incident, Tombstone
from tallystick.model.mention import EventMention, Mention, StatementMention
from tallystick.model.relation import Relation
from tallystick.model.report import Failure, Report
from tallystick.model.tally import Tally


class Record(Noun):
    """A snapshot, each tuple sorted by id."""

    reports: tuple[Report, ...] = ()
    mentions: tuple[Mention, ...] = ()
    incidents: tuple[Incident, ...] = ()
    tallies: tuple[Tally, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    failures: tuple[Failure, ...] = ()

    def report(self, report_id: str) -> Report:
        """The report of that id. Raises KeyError if there is none."""
        for report in self.reports:
            if report.id == report_id:
                return report
        raise KeyError(report_id)

    def events_of(self, incident: Incident) -> tuple[EventMention, ...]:
        """The event mentions behind an incident, in the order of its ``mentions``."""
        events = {m.id: m for m in self.mentions if isinstance(m, EventMention)}
        return tuple(events[i] for i in incident.mentions if i in events)

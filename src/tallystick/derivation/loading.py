"""Tellings read from the ledger as they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tallystick.ledger.index import Placed
from tallystick.ledger.standing import Standing
from tallystick.model.mention import EventMention, Mention
from tallystick.model.report import Report
from tallystick.resolution.origins import OutletOf, Source
from tallystick.resolution.resolve import tells_an_event
from tallystick.resolution.telling import Telling, last_days_told, tellings_of

_NOBODY = Source("", "")


class Tellings:
    """Event mentions with what their reports add. ``found`` are the reports of which it was found anew whose words
    they have.
    """

    def __init__(self, standing: Standing, found: Iterable[Report], outlet_of: OutletOf) -> None:
        self._standing = standing
        self._found = {report.id: report for report in found}
        self._outlet_of = outlet_of
        self._events: dict[str, EventMention] = {}
        self._reports: dict[str, Report] = {}
        self._tellings: dict[str, Telling] = {}
        self._told: set[str] = set()

    def know(self, mentions: Iterable[Mention]) -> None:
        """Takes in all mentions of some reports that were read already."""
        self._events.update({m.id: m for m in mentions if isinstance(m, EventMention)})

    def reports(self, report_ids: Collection[str]) -> list[Report]:
        """Those reports, with whose words they now have."""
        missing = [i for i in report_ids if i not in self._reports and i not in self._found]
        self._reports.update({report.id: report for report in self._standing.reports(missing)})
        return [self._found.get(i) or self._reports[i] for i in sorted(report_ids)]

    def families(self, report_ids: Collection[str]) -> list[Report]:
        """Those reports and all that are of their families, as they now are."""
        ours = self.reports(self._standing.families(report_ids))
        originals = {report.syndicated_from or report.id for report in ours}
        more = {r.id for r in self._found.values() if (r.syndicated_from or r.id) in originals}
        return self.reports({report.id for report in ours} | more)

    def events(self, mention_ids: Collection[str]) -> list[EventMention]:
        """Those event mentions."""
        self.know(self._standing.mentions([i for i in mention_ids if i not in self._events]))
        return [self._events[i] for i in mention_ids]

    def of(self, rows: Iterable[Placed]) -> list[Telling]:
        """The tellings that are filed in these rows, sorted by key."""
        rows = list(rows)
        missing = {row.report_id for row in rows} - self._told
        if missing:
            mentions = self._standing.mentions_in(missing)
            events = [m for m in mentions if tells_an_event(m)]
            self.know(events)
            made = tellings_of(
                events,
                self.families(missing),
                batches=self._standing.batch_of(missing),
                told_until=last_days_told(mentions),
                outlet_of=self._outlet_of,
            )
            self._tellings.update({t.mention.id: t for t in made})
            self._told |= missing
        return sorted((self._tellings[row.mention_id] for row in rows), key=lambda t: t.key)

    def to_compare(self, rows: Iterable[Placed]) -> list[Telling]:
        """The same, of tellings that are only to be compared with others: whose word they are stays unknown."""
        report_of = {row.mention_id: row.report_id for row in rows}
        reports = set(report_of.values())
        mentions = self._standing.mentions_in(reports)
        self.know(mentions)
        events = [m for m in mentions if tells_an_event(m)]
        made = tellings_of(events, self._standing.heads(reports), batches={}, told_until=last_days_told(mentions))
        return [t for t in made if t.mention.id in report_of]

    def as_told(self, rows: Iterable[Placed]) -> list[Telling]:
        """The same, by their own words alone: from nobody, in no batch and no company. Once they are compared, that is
        enough to tell where they belong.
        """
        rows = list(rows)
        events = self.events([row.mention_id for row in rows])
        published = self._standing.published({row.report_id for row in rows})
        tellings = (
            Telling(m, _NOBODY, 0, published[m.report_id], row.ordinal) for row, m in zip(rows, events, strict=True)
        )
        return sorted(tellings, key=lambda t: t.key)

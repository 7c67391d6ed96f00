"""The record as the brief looks things up in it."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from tallystick.model.counting import set_vague_apart
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.model.tally import Tally
from tallystick.model.terms import ReviewState
from tallystick.publishing.words import cite, report_name


class Index:
    """Incidents in the order in which they are numbered, and everything by its id.

    Rejected incidents are not numbered. Those of the time told about come first, by day; then what is told as
    background.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        kept = [i for i in record.incidents if i.review_state is not ReviewState.REJECTED]
        self.incidents: tuple[Incident, ...] = tuple(sorted(kept, key=_in_order))
        self.rejected = tuple(i for i in record.incidents if i.review_state is ReviewState.REJECTED)
        self.number = {incident.id: at for at, incident in enumerate(self.incidents, 1)}
        self.by_id = {incident.id: incident for incident in self.incidents}
        self.reports = {report.id: report for report in record.reports}
        self._maybe: dict[str, list[Incident]] = defaultdict(list)
        for vague in self.incidents:
            for other in vague.may_be:
                self._maybe[other.id].append(vague)
        self.events = {m.id: m for m in record.mentions if isinstance(m, EventMention)}

    @property
    def current(self) -> tuple[Incident, ...]:
        """The incidents that are not background."""
        return tuple(i for i in self.incidents if not i.background)

    @property
    def counted(self) -> tuple[Incident, ...]:
        """The incidents that are not background, but for those that may be one of the others."""
        return set_vague_apart(self.current)[0]

    @property
    def vague(self) -> tuple[Incident, ...]:
        """The incidents, not background, that are told too vaguely to say whether they are others."""
        return set_vague_apart(self.current)[1]

    def may_be(self, incident: Incident) -> tuple[Incident, ...]:
        """The incidents that this one may be, in the order of their numbers."""
        return self.numbered(each.id for each in incident.may_be)

    def maybe_this(self, incident: Incident) -> tuple[Incident, ...]:
        """The vague incidents that may be this one, in the order of their numbers."""
        return tuple(self._maybe[incident.id])

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """The tallies by the day of their report."""
        return tuple(sorted(self.record.tallies, key=lambda t: (self._published(t.report_id), t.id)))

    def _published(self, report_id: str) -> date:
        report = self.reports.get(report_id)
        return (report.published_on if report else None) or date.max

    def numbered(self, ids: Iterable[str]) -> tuple[Incident, ...]:
        """The incidents of these ids in the order of their numbers, those without one left out."""
        return tuple(sorted((self.by_id[i] for i in ids if i in self.by_id), key=lambda i: self.number[i.id]))

    @property
    def background(self) -> tuple[Incident, ...]:
        """The incidents told as history."""
        return tuple(i for i in self.incidents if i.background)

    def events_of(self, incident: Incident) -> tuple[EventMention, ...]:
        """The event mentions behind an incident, copies of another report last."""
        own = [self.events[i] for i in incident.mentions if i in self.events]
        return tuple(sorted(own, key=self._is_copy))

    def _is_copy(self, event: EventMention) -> bool:
        report = self.reports.get(event.report_id)
        return bool(report and report.syndicated_from)

    def source(self, quote: Quote) -> str:
        """Who says it and when."""
        report = self.reports.get(quote.report_id)
        return source_words(report) if report else "report not on file"

    def teller(self, mention_id: str) -> str:
        """Who tells a mention, and when; its id where no event on file has it."""
        event = self.events.get(mention_id)
        return self.source(event.quote) if event else mention_id

    def language(self, quote: Quote) -> str | None:
        """The language of the report that a quote stands in."""
        report = self.reports.get(quote.report_id)
        return report.language if report else None

    def families(self) -> tuple[tuple[Report, ...], ...]:
        """Reports by where their words come from: each original with its copies, in order of publication."""
        groups: dict[str, list[Report]] = {}
        for report in self.record.reports:
            groups.setdefault(self._origin(report), []).append(report)
        for members in groups.values():
            members.sort(key=lambda r: (r.syndicated_from is not None, r.published_on or date.max, r.id))
        return tuple(sorted(map(tuple, groups.values()), key=lambda f: (f[0].published_on or date.max, f[0].id)))

    def _origin(self, report: Report) -> str:
        seen = {report.id}
        while report.syndicated_from and report.syndicated_from not in seen:
            seen.add(report.syndicated_from)
            if report.syndicated_from not in self.reports:
                return report.syndicated_from
            report = self.reports[report.syndicated_from]
        return report.id


def source_words(report: Report) -> str:
    """A report's name and day; a name written from right to left is kept from turning the words around it."""
    name, said = report_name(report), cite(report)
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name):
        return f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}{said.removeprefix(name)}"
    return said


def span(dates: Iterable[date | None]) -> tuple[date | None, date | None]:
    """The first and the last of the days that are known."""
    known = sorted(day for day in dates if day)
    return (known[0], known[-1]) if known else (None, None)


def _in_order(incident: Incident) -> tuple[bool, date, date, str]:
    start = incident.start or incident.end or date.max
    return incident.background, start, incident.end or start, incident.id

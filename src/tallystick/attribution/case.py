"""What is on file of one incident."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.grounded import Grounded
from tallystick.attribution.network import Network
from tallystick.attribution.parts_told import PartTold
from tallystick.attribution.stated import Stated
from tallystick.attribution.voices import Voices
from tallystick.model.actor import ActorRef
from tallystick.model.incident import Incident
from tallystick.model.report import Report


class Case(NamedTuple):
    """What is on file of one incident: every claim, stated attributions and grounds, the network, what is known of
    those who speak, the reports by id, and what states are said to have had to do with it.
    ``is_perpetrator_fact`` is true where a report names the perpetrator in its own words, and not on somebody else's;
    ``inferred`` are those whom only the reader puts to it.
    """

    incident: Incident
    claimed: tuple[Claimed, ...]
    stated: tuple[Stated, ...]
    grounds: tuple[Grounded, ...]
    network: Network
    voices: Voices
    reports: Mapping[str, Report]
    state_parts: tuple[PartTold, ...] = ()
    is_perpetrator_fact: bool = False
    inferred: tuple[ActorRef, ...] = ()

    @property
    def standing(self) -> tuple[Claimed, ...]:
        """The claims that were not taken back, replaced or denied."""
        return tuple(c for c in self.claimed if c.stands)

    def origins_of(self, report_ids: Iterable[str]) -> dict[str, str]:
        """Who originally wrote these reports: ids with names. Copies of one original have one origin."""
        told = {report_id: origin for origin in self.incident.origins for report_id in origin.reports}
        found: dict[str, str] = {}
        for report_id in sorted(report_ids):
            if report_id in told:
                found[told[report_id].id] = told[report_id].name
            else:
                report = self.reports.get(report_id)
                found[(report.syndicated_from if report else None) or report_id] = _name(report, report_id)
        return found

    def has_been_replaced(self, one: Stated) -> bool:
        """True if the same institution says on a later day, of every report, that it was somebody else."""
        if one.attributor is None or one.is_denied:
            return False
        voice, last = self.voices.institution(one.attributor), self._last_told(one.report_ids)
        return last is not None and any(
            (first := self.first_told(other.report_ids)) is not None and first > last
            for other in self.stated
            if other.attributor is not None and not other.is_denied and not other.actor_keys & one.actor_keys
            if self.voices.institution(other.attributor) == voice
        )

    def _last_told(self, report_ids: Iterable[str]) -> date | None:
        days = [r.published_on for i in report_ids if (r := self.reports.get(i)) is not None]
        return max((day for day in days if day is not None), default=None)

    def first_told(self, report_ids: Iterable[str]) -> date | None:
        """The day of the first of these reports that bears one."""
        days = (r.published_on for i in report_ids if (r := self.reports.get(i)) is not None)
        return min((day for day in days if day is not None), default=None)


def _name(report: Report | None, report_id: str) -> str:
    return (report and (report.publisher or report.title or report.path)) or report_id[:12]

"""Claims of responsibility, applied only as far as they reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tallystick.attribution.names import key
from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.claim import Claim, ClaimCover
from tallystick.model.incident import Incident
from tallystick.model.mention import ClaimMention, EventMention
from tallystick.model.quote import Quote
from tallystick.model.report import Report
from tallystick.model.terms import ClaimStatus, Quantifier, Role

_MARKS = (Quantifier.ONE, Quantifier.SEVERAL, Quantifier.ALL)
_TAKEN_BACK = (ClaimStatus.WITHDRAWN, ClaimStatus.SUPERSEDED)
_UP = (ClaimStatus.STANDING, ClaimStatus.DISPUTED)


class Claimed(Noun):
    """That an actor claims an incident, as it stands after every report on file, with the words that say so."""

    claimant: ActorRef
    status: ClaimStatus
    quotes: tuple[Quote, ...]
    report_ids: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """True unless the claim was taken back, replaced or denied."""
        return self.status in _UP


def apply_claims(mentions: Iterable[ClaimMention], incident_of: Mapping[str, str]) -> tuple[Claim, ...]:
    """Every claim with the incidents that it reaches, sorted by id. ``incident_of`` gives the incident of a mention.

    A claim over "one", "several" or "all" of the events that it names reaches their incidents. A claim over a
    quantified set ("most of these attacks") reaches none: which ones it covers is not known.
    """
    claims = []
    for mention in sorted(mentions, key=lambda m: m.id):
        covered = mention.covers if mention.quantifier in _MARKS else ()
        ids = sorted({incident_of[m] for m in covered if m in incident_of})
        claims.append(
            Claim(
                id=mention.id,
                report_id=mention.report_id,
                quote=mention.quote,
                claimant=mention.claimant.actor,
                covers=ClaimCover(incident_ids=tuple(ids), quantifier=mention.quantifier),
                mode=mention.mode,
                status=mention.status,
            )
        )
    return tuple(claims)


def claimed(
    incident: Incident, claims: Sequence[Claim], events: Sequence[EventMention], reports: Mapping[str, Report]
) -> tuple[Claimed, ...]:
    """Who claims an incident, one entry a claimant, rivals beside each other.

    Reports may give one claimant's claim different statuses. A claim once withdrawn or superseded stays so, whatever
    others still relay; else the newest report prevails, and of one day's reports the one that doubts. A claimant that
    an event mention names is taken as standing.
    """
    told: dict[str, list[_Told]] = {}
    for claim in claims:
        if incident.id in claim.covers.incident_ids:
            one = _Told(claim.claimant, claim.status, claim.quote, _published(reports, claim.report_id))
            told.setdefault(key(claim.claimant), []).append(one)
    for event in events:
        for participant in event.participants:
            if participant.role is Role.CLAIMANT:
                one = _Told(
                    participant.actor, ClaimStatus.STANDING, participant.quote, _published(reports, event.report_id)
                )
                told.setdefault(key(participant.actor), []).append(one)
    return tuple(_settle(told[k]) for k in sorted(told))


class _Told(NamedTuple):
    """One report's word on one actor's claim."""

    claimant: ActorRef
    status: ClaimStatus
    quote: Quote
    published: date

    def order(self) -> tuple[bool, date, bool, str, int]:
        doubts = self.status is not ClaimStatus.STANDING
        return self.status in _TAKEN_BACK, self.published, doubts, self.quote.report_id, self.quote.start


def _settle(told: Sequence[_Told]) -> Claimed:
    ordered = sorted(told, key=_Told.order)
    last = ordered[-1]
    quotes = {(t.quote.report_id, t.quote.start, t.quote.end): t.quote for t in ordered}
    return Claimed(
        claimant=last.claimant,
        status=last.status,
        quotes=tuple(quotes[k] for k in sorted(quotes)),
        report_ids=tuple(sorted({t.quote.report_id for t in ordered})),
    )


def _published(reports: Mapping[str, Report], report_id: str) -> date:
    report = reports.get(report_id)
    return report.published_on if report and report.published_on else date.min

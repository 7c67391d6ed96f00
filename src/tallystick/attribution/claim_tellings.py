"""What each report tells of a claim: that it was made, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tallystick.attribution.names import key
from tallystick.model.actor import ActorRef
from tallystick.model.claim import LifeStep
from tallystick.model.mention import ClaimMention, EventMention, Mention
from tallystick.model.quote import Quote
from tallystick.model.report import Report
from tallystick.model.terms import ClaimMode, ClaimStatus, ClaimStep, Quantifier, Role
from tallystick.model.when import When

_MARKS = (Quantifier.ONE, Quantifier.SEVERAL, Quantifier.ALL)
_DOERS = (Role.CLAIMANT, Role.PERPETRATOR, Role.ACCUSED)
_FILMED = (ClaimMode.VIDEO, ClaimMode.BRANDED_VIDEO)
_STEPS = {
    ClaimStatus.SUPERSEDED: ClaimStep.SUPERSEDED,
    ClaimStatus.WITHDRAWN: ClaimStep.WITHDRAWN,
    ClaimStatus.DENIED: ClaimStep.DENIED,
    ClaimStatus.DISPUTED: ClaimStep.DISPUTED,
}
_ORDER = tuple(ClaimStep)


class Telling(NamedTuple):
    """One step in the life of one actor's claim over some incidents, as one report tells it."""

    claimant: ActorRef
    step: ClaimStep
    incidents: frozenset[str]
    quote: Quote
    published: date
    on: When | None = None
    by: ActorRef | None = None
    claim_id: str | None = None
    is_shared: bool = False
    takes_over: bool = False
    is_filmed: bool = False

    @property
    def day(self) -> date:
        """The day of the step, or else that of the report; the first of all days where neither is told."""
        return (self.on.start if self.on and self.on.start else None) or self.published

    @property
    def is_by_claimant(self) -> bool:
        """True for a step that the claimant is said to have taken."""
        return self.by is not None and key(self.by) == key(self.claimant)

    def order(self) -> tuple[date, int, date, str, int, str]:
        """By day, and on one day by what can only follow what."""
        quote = self.quote
        return self.day, _ORDER.index(self.step), self.published, quote.report_id, quote.start, self.claim_id or ""

    def as_step(self) -> LifeStep:
        """The step as it is published."""
        return LifeStep(
            step=self.step,
            on=self.on,
            by=self.by,
            report_id=self.quote.report_id,
            quote=self.quote,
            claim_id=self.claim_id,
        )


def reach_of(mention: ClaimMention, incident_of: Mapping[str, str]) -> frozenset[str]:
    """The incidents that a claim marks: those of the events it names; over a quantified set none."""
    covered = mention.covers if names_events(mention) else ()
    return frozenset(incident_of[m] for m in covered if m in incident_of)


def names_events(mention: ClaimMention) -> bool:
    """True for a claim over the very events that it names, false for one over a set of which none is marked."""
    return mention.quantifier in _MARKS and bool(mention.covers)


def doers_named_in(mention: Mention) -> tuple[ActorRef, ...]:
    """The actors that a mention names as claimants or for the deed: behind the name of each, others may stand."""
    if isinstance(mention, ClaimMention):
        return (mention.claimant.actor,)
    if isinstance(mention, EventMention):
        return tuple(p.actor for p in mention.participants if p.role in _DOERS)
    return ()


def told_by_claims(
    mentions: Iterable[ClaimMention], incident_of: Mapping[str, str], reports: Mapping[str, Report]
) -> dict[str, tuple[Telling, ...]]:
    """By the id of each claim mention, what it tells: that the claim was made, and its turns."""
    return {m.id: tuple(_told_by(m, reach_of(m, incident_of), published(reports, m.report_id))) for m in mentions}


def told_by_events(
    incident_id: str, events: Sequence[EventMention], told: Sequence[Telling], reports: Mapping[str, Report]
) -> Iterator[Telling]:
    """The claimants that tellings of an incident name, where no claim of the same report says so already."""
    known = {(key(t.claimant), t.quote.report_id) for t in told}
    for event in events:
        for participant in event.participants:
            claims = participant.role is Role.CLAIMANT
            if claims and (key(participant.actor), event.report_id) not in known:
                yield Telling(
                    claimant=participant.actor,
                    step=ClaimStep.MADE,
                    incidents=frozenset({incident_id}),
                    quote=participant.quote,
                    published=published(reports, event.report_id),
                )


def published(reports: Mapping[str, Report], report_id: str) -> date:
    """The day of a report; the first of all days where it bears none."""
    report = reports.get(report_id)
    return report.published_on if report and report.published_on else date.min


def _told_by(mention: ClaimMention, incidents: frozenset[str], day: date) -> Iterator[Telling]:
    made = Telling(
        claimant=mention.claimant.actor,
        step=ClaimStep.MADE,
        incidents=incidents,
        quote=mention.quote,
        published=day,
        on=mention.when if mention.when.is_known else None,
        claim_id=mention.id,
        is_shared=mention.is_shared,
        takes_over=mention.takes_over,
        is_filmed=mention.mode in _FILMED,
    )
    yield made
    for turn in mention.turns:
        on = turn.when if turn.when.is_known else None
        yield made._replace(step=turn.step, quote=turn.quote, on=on, by=turn.by)
    if not mention.turns and mention.status in _STEPS:
        yield made._replace(step=_STEPS[mention.status], on=None)

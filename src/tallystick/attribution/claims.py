"""Claims of responsibility, applied only as far as they reach, each with its life."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tallystick.attribution.claim_standing import Claimed, settle
from tallystick.attribution.claim_tellings import Telling, told_by_claims, told_by_events
from tallystick.attribution.names import key
from tallystick.model.actor import ActorRef
from tallystick.model.claim import Claim, ClaimCover
from tallystick.model.incident import Incident
from tallystick.model.mention import ClaimMention, EventMention
from tallystick.model.quote import Quote
from tallystick.model.report import Report
from tallystick.model.terms import ClaimStatus, ClaimStep

Akin = Callable[[ActorRef, ActorRef, Incident], bool]
"""Whether one of two actors acts under the other's name on the day of an incident."""

_LASTING = (
    ClaimStatus.STANDING,
    ClaimStatus.DISPUTED,
    ClaimStatus.DENIED,
    ClaimStatus.WITHDRAWN,
    ClaimStatus.SUPERSEDED,
)


class Claims:
    """All that is told of claims over some incidents: who claims each, and what became of every claim."""

    def __init__(
        self,
        mentions: Iterable[ClaimMention],
        events: Mapping[str, EventMention],
        incidents: Iterable[Incident],
        incident_of: Mapping[str, str],
        reports: Mapping[str, Report],
        *,
        akin: Akin,
    ) -> None:
        self._mentions = sorted(mentions, key=lambda m: m.id)
        self._incidents = {i.id: i for i in incidents}
        self._akin = akin
        self._told = told_by_claims(self._mentions, incident_of, reports)
        self._on: dict[str, list[Telling]] = defaultdict(list)
        for told in self._told.values():
            for each in told:
                for incident_id in each.incidents:
                    self._on[incident_id].append(each)
        for incident in self._incidents.values():
            naming = [events[m] for m in incident.mentions if m in events]
            on = self._on[incident.id]
            on.extend(told_by_events(incident.id, naming, tuple(on), reports))
        self._settled = {i: {key(c.claimant): c for c in settle(told)} for i, told in self._on.items()}
        self._by: dict[tuple[str, str], list[Telling]] = defaultdict(list)
        for incident_id, tellings in self._on.items():
            for each in tellings:
                self._by[incident_id, key(each.claimant)].append(each)
        self._rivals: dict[tuple[str, str], list[Telling]] = {}

    def on(self, incident_id: str) -> tuple[Claimed, ...]:
        """Who claims an incident, one entry a claimant, sorted by key."""
        return tuple(self._settled.get(incident_id, {}).values())

    def all(self, mention_ids: Iterable[str]) -> tuple[Claim, ...]:
        """Those claims with the incidents that they reach and their lives, sorted by id.

        A claim over "one", "several" or "all" of the events that it names reaches their incidents. A claim over a
        quantified set ("most of these attacks") reaches none: which ones it covers is not known. Its life is then what
        its own report tells.
        """
        wanted = set(mention_ids)
        return tuple(self._claim(m) for m in self._mentions if m.id in wanted)

    def _claim(self, mention: ClaimMention) -> Claim:
        own = self._told[mention.id]
        ids = own[0].incidents
        who = key(mention.claimant.actor)
        told = {t for i in ids for t in self._by.get((i, who), ())} or set(own)
        settled = [self._settled[i][who] for i in sorted(ids)] or list(settle(own))
        stands = min(settled, key=lambda c: _LASTING.index(c.status))
        outcome = self._outcome(stands, who, ids)
        life = _life([*told, *outcome.added])
        made = next((t for t in life if t.step is ClaimStep.MADE), None)
        return Claim(
            id=mention.id,
            report_id=mention.report_id,
            quote=mention.quote,
            claimant=mention.claimant.actor,
            covers=ClaimCover(
                incident_ids=tuple(sorted(ids)),
                quantifier=mention.quantifier,
                number=mention.number,
                of=mention.of,
                scope=mention.scope,
            ),
            mode=mention.mode,
            channel=mention.channel,
            made_on=next((t.on for t in life if t.on and t.step in (ClaimStep.MADE, ClaimStep.REPEATED)), None),
            status=outcome.status,
            ground=outcome.ground or ((made.quote,) if made else ()),
            superseded_by=outcome.superseded_by,
            life=tuple(t.as_step() for t in life),
        )

    def _outcome(self, claimed: Claimed, who: str, ids: Iterable[str]) -> _Outcome:
        """How a claim stands among those over the same incidents: what took its place, or who else claims the same."""
        if claimed.status is ClaimStatus.SUPERSEDED:
            winner = self._first(claimed.gave_way_to, ids)
            return _Outcome(
                claimed.status, claimed.ground, winner and winner.claim_id, self._overtaken(who, ids, winner)
            )
        rivals = [r for i in sorted(ids) for r in self._rivals_over(i, who)] if claimed.stands else []
        if not rivals:
            return _Outcome(claimed.status, claimed.ground)
        said = tuple(r.quote for r in rivals)
        return _Outcome(ClaimStatus.DISPUTED, (*claimed.ground, *said), added=tuple(_disputing(r) for r in rivals))

    def _first(self, who: str | None, ids: Iterable[str]) -> Telling | None:
        """The first claim of an actor over one of the incidents."""
        told = [t for i in ids for t in self._by.get((i, who or ""), ()) if t.claim_id]
        return min((t for t in told if t.step is ClaimStep.MADE), key=Telling.order, default=None)

    def _overtaken(self, who: str, ids: Iterable[str], winner: Telling | None) -> tuple[Telling, ...]:
        """The step by which a claim gave way, where no report puts it into words of its own."""
        told = [t for i in ids for t in self._by.get((i, who), ())]
        if winner is None or any(t.step is ClaimStep.SUPERSEDED for t in told):
            return ()
        day = max(winner.day, *(t.day for t in told))
        on = winner.on if winner.day == day else None
        return (winner._replace(step=ClaimStep.SUPERSEDED, by=winner.claimant, on=on, published=day),)

    def _rivals_over(self, incident_id: str, who: str) -> list[Telling]:
        """The first claim of each actor who also claims the incident, apart from this one and for itself."""
        if (incident_id, who) not in self._rivals:
            self._rivals[incident_id, who] = list(self._find_rivals(incident_id, who))
        return self._rivals[incident_id, who]

    def _find_rivals(self, incident_id: str, who: str) -> Iterator[Telling]:
        claimants, incident = self._settled[incident_id], self._incidents.get(incident_id)
        if incident is None:
            return
        together = {t.quote for t in self._by.get((incident_id, who), ()) if t.is_shared}
        for other, claimed in claimants.items():
            if other == who or not claimed.stands or self._akin(claimants[who].claimant, claimed.claimant, incident):
                continue
            told = [t for t in self._by[incident_id, other] if t.step is ClaimStep.MADE]
            if not any(t.is_shared and t.quote in together for t in told):
                yield min(told, key=Telling.order)


class _Outcome(NamedTuple):
    status: ClaimStatus
    ground: tuple[Quote, ...] = ()
    superseded_by: str | None = None
    added: tuple[Telling, ...] = ()


def _disputing(rival: Telling) -> Telling:
    return rival._replace(step=ClaimStep.DISPUTED, by=rival.claimant)


def _life(told: Sequence[Telling]) -> list[Telling]:
    """The steps in order: made once, in the first report that tells it, and repeated once in each other."""
    steps: list[Telling] = []
    tellers: set[str] = set()
    for each in sorted(told, key=Telling.order):
        if each.step is not ClaimStep.MADE:
            steps.append(each)
        elif each.quote.report_id not in tellers:
            steps.append(each._replace(step=ClaimStep.REPEATED) if tellers else each)
            tellers.add(each.quote.report_id)
    return steps

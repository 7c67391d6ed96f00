"""Who claims an incident, who is said to have done it, how likely and how sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tallystick.attribution.attributions import attributions_of
from tallystick.attribution.case import Case
from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.claim_tellings import doers_named_in, names_events
from tallystick.attribution.claims import Claims
from tallystick.attribution.doers_told import inferred_in
from tallystick.attribution.grounded import grounds_in
from tallystick.attribution.names import key
from tallystick.attribution.network import Network
from tallystick.attribution.parts_told import state_parts_in
from tallystick.attribution.sentences import describe
from tallystick.attribution.sides import side_test
from tallystick.attribution.stated import is_own_statement, stated_in
from tallystick.attribution.status import refine_status
from tallystick.attribution.voices import Voices
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.claim import Claim
from tallystick.model.incident import Incident
from tallystick.model.mention import ClaimMention, EventMention, Mention, RelationMention
from tallystick.model.report import Report
from tallystick.model.terms import AttributionRole


class Beside(NamedTuple):
    """Incidents that are not attributed anew, with the mentions and reports that tell them and the claims over them.
    What became of a claim that reaches one of them hangs on these too.
    """

    incidents: Sequence[Incident] = ()
    mentions: Sequence[Mention] = ()
    reports: Sequence[Report] = ()


class Attributed(Noun):
    """Incidents with who claims them and who is said to have done them, and the claims with their reach.

    ``sentences`` says it in words for every incident, by id; also where nothing is known. ``doers`` gives for each
    incident the keys of all who are named for it, by whatever claim or word, one that was denied too: what is told of
    those behind them bears on it.
    """

    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]
    sentences: dict[str, tuple[str, ...]]
    doers: dict[str, frozenset[str]]


def attribute(
    incidents: Sequence[Incident],
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    *,
    knowledge: KnowledgeBase,
    incident_of: Mapping[str, str] | None = None,
    beside: Beside | None = None,
) -> Attributed:
    """Answers who did it, as far as the reports and the knowledge base bear, incident by incident.

    Sets ``claimed_by``, ``attributed_to`` and ``status``, by subjective logic (docs/explanation/attribution.md). A
    claim over a quantified set marks no incident; a claim by a brand is followed to its members and their backer, and
    never further. ``incident_of`` gives the incident of each mention where ``incidents`` are not all there are, and
    ``beside`` what claims reach besides them.
    """
    network = Network(knowledge, (m for m in mentions if isinstance(m, RelationMention)))
    beside = beside or Beside()
    told = {m.id: m for m in (*mentions, *beside.mentions)}
    events = {m.id: m for m in told.values() if isinstance(m, EventMention)}
    by_id = {r.id: r for r in (*reports, *beside.reports)}
    if incident_of is None:
        incident_of = {m: i.id for i in incidents for m in i.mentions}
    claiming = Claims(
        (m for m in told.values() if isinstance(m, ClaimMention)),
        events,
        (*incidents, *beside.incidents),
        incident_of,
        by_id,
        akin=lambda one, other, incident: network.are_akin(one, other, incident.start),
    )
    claims = claiming.all(m.id for m in mentions if isinstance(m, ClaimMention))
    loose: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        mention = told[claim.id]
        # A claim over an event that it names is of that event's incident, be it among ``incidents`` or not.
        if isinstance(mention, ClaimMention) and not names_events(mention):
            loose[claim.report_id].append(claim)
    voices = voices_known(knowledge)
    done: list[Incident] = []
    sentences: dict[str, tuple[str, ...]] = {}
    doers: dict[str, frozenset[str]] = {}
    for incident in sorted(incidents, key=lambda i: i.id):
        tellings = [events[m] for m in incident.mentions if m in events]
        case = _case(incident, tellings, claiming.on(incident.id), by_id, network, voices)
        answered = case.incident.model_copy(update={"attributed_to": attributions_of(case)})
        done.append(answered)
        sentences[incident.id] = describe(case, answered, _loose_claims(loose, tellings))
        doers[incident.id] = frozenset(map(key, _named_for(case, answered, tellings)))
    return Attributed(incidents=tuple(done), claims=claims, sentences=sentences, doers=doers)


@lru_cache(maxsize=4)
def voices_known(knowledge: KnowledgeBase) -> Voices:
    """What a knowledge base tells of voices, kept for as long as it is in use."""
    return Voices(knowledge, side_test(knowledge))


def _case(
    incident: Incident,
    told: Sequence[EventMention],
    by_whom: tuple[Claimed, ...],
    reports: Mapping[str, Report],
    network: Network,
    voices: Voices,
) -> Case:
    standing = tuple(c for c in by_whom if c.stands)
    refined = incident.model_copy(
        update={
            "claimed_by": tuple(c.claimant for c in standing),
            "status": refine_status(incident, told, by_whom),
        }
    )
    stated = stated_in(told, claimants=frozenset(key(c.claimant) for c in standing))
    naming = incident.told_by("perpetrator")
    return Case(
        refined,
        by_whom,
        stated,
        grounds_in(told),
        network,
        voices,
        reports,
        state_parts_in(told),
        is_perpetrator_fact=any(is_own_statement(e) for e in told if e.id in naming),
        inferred=inferred_in(told),
    )


def _named_for(case: Case, answered: Incident, told: Sequence[EventMention]) -> Iterator[ActorRef]:
    yield from (claim.claimant for claim in case.claimed)
    yield from (actor for event in told for actor in doers_named_in(event))
    executed = (each for each in answered.attributed_to if each.role is AttributionRole.EXECUTOR)
    yield from (actor for each in executed for actor in each.actors)


def _loose_claims(loose: Mapping[str, Sequence[Claim]], told: Sequence[EventMention]) -> tuple[Claim, ...]:
    """The claims of the same reports that reach no single incident, sorted by id."""
    near = {e.report_id for e in told}
    return tuple(sorted((c for report_id in near for c in loose.get(report_id, ())), key=lambda c: c.id))

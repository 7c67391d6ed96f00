"""Everything that follows from the reports and the decisions, made as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tallystick.attribution.actors import list_actors
from tallystick.attribution.attribute import attribute
from tallystick.attribution.sides import side_test
from tallystick.derivation.found import as_found, with_set_aside
from tallystick.derivation.known import area_names, area_test, area_within, around_test, what_is_known
from tallystick.derivation.proposing import followed, propose
from tallystick.derivation.rows import (
    namings_of,
    placed_others,
    placed_tellings,
    places_of,
    presences_of,
    relation_ends,
    ties_of,
    windows_of,
)
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.ledger import Ledger, Turn
from tallystick.ledger.filed import Filing
from tallystick.ledger.index import Index
from tallystick.model.countable import Countable
from tallystick.model.incident import MintedId
from tallystick.model.mention import Mention, StatementMention, TallyMention
from tallystick.model.presence import Presence
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.model.tally import Tally
from tallystick.model.terms import ReviewState
from tallystick.reconciliation.reconcile import reconcile
from tallystick.resolution.decisions import apply_decisions
from tallystick.resolution.linkage import link
from tallystick.resolution.resolve import Linking, Resolution, resolve


@dataclass(frozen=True)
class Whole:
    """A record, the ids given for the first time, and what is filed for the next derivation."""

    record: Record
    minted: tuple[MintedId, ...]
    filing: Filing


def derive_whole(
    ledger: Ledger,
    *,
    knowledge: KnowledgeBase,
    gazetteer: Gazetteer,
    inputs: str,
    dirt: int,
    turn: Turn,
    linking: Linking = link,
) -> Whole:
    """Derives from all reports, their mentions and the decisions that held at ``turn``. What changed after the change
    ``dirt`` may be in it or not.
    """
    decisions = ledger.active_decisions(until=turn.decision)
    minted = ledger.minted()
    mentions = ledger.mentions()
    # Read last: a report that comes in meanwhile has no mentions yet, and no mention is without its report.
    found = as_found(ledger.reports(), knowledge)
    reports = with_set_aside(ledger, found.reports)
    knows = what_is_known(knowledge, gazetteer)
    resolution = resolve(
        mentions,
        reports,
        batches=ledger.batch_of(),
        knows=knows,
        minted=minted,
        decisions=decisions,
        linking=linking,
    )
    relations = propose(mentions, decisions, knowledge=knowledge)
    attributed = attribute(resolution.incidents, followed(mentions, relations), reports, knowledge=knowledge)
    incidents = apply_decisions(attributed.incidents, mentions, decisions).incidents
    told = [m for m in mentions if isinstance(m, TallyMention)]
    checked = reconcile_all(told, incidents, mentions, reports, knowledge, gazetteer)
    record = Record(
        reports=reports,
        mentions=mentions,
        incidents=incidents,
        tallies=tuple(sorted(checked, key=lambda tally: tally.id)),
        claims=attributed.claims,
        relations=relations,
        statements=tuple(m for m in mentions if isinstance(m, StatementMention)),
        actors=list_actors(mentions, knowledge=knowledge),
        tombstones=resolution.tombstones,
        failures=ledger.failures(),
    )
    filing = Filing(
        index=_index(resolution, record, attributed.doers),
        kin=found.kin,
        tallies=windows_of(mentions, {r.id: r for r in reports}),
        inputs=inputs,
        dirt=dirt,
    )
    return Whole(record, (*minted, *resolution.minted), filing)


def reconcile_all(
    tallies: Sequence[TallyMention],
    incidents: Sequence[Countable],
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    knowledge: KnowledgeBase,
    gazetteer: Gazetteer,
    *,
    presences: Iterable[Presence] = (),
) -> Iterator[Tally]:
    """The tallies, checked one by one against the incidents that nobody rejected. Beside the incidents on file that
    are not given, ``presences`` say who is where.
    """
    return reconcile(
        tallies,
        [i for i in incidents if i.review_state is not ReviewState.REJECTED],
        mentions,
        reports,
        in_area=area_test(gazetteer),
        same_side=side_test(knowledge),
        around_area=around_test(gazetteer),
        area_within=area_within(gazetteer),
        area_name=area_names(gazetteer),
        presences=presences,
    )


def _index(resolution: Resolution, record: Record, doers: Mapping[str, Collection[str]]) -> Index:
    links = resolution.links
    incident_of = {mention: i.id for i in resolution.incidents for mention in i.mentions}
    left = {links.ids[n] for n in resolution.gathered.left}
    return Index(
        placed=[
            *placed_tellings(links.tellings, left=left, incident_of=incident_of),
            *placed_others(record.mentions, tellings=links.number_of.keys()),
        ],
        places=places_of(links.tellings),
        ties=ties_of(links),
        namings=namings_of(record.mentions),
        doers=doers,
        presences=presences_of(record.incidents),
        relation_ends=relation_ends(record.relations),
    )

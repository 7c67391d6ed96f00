"""What follows from the reports and decisions that are new: only what they concern is made again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tallystick.attribution.attribute import Attributed, Beside, attribute
from tallystick.attribution.claim_tellings import doers_named_in
from tallystick.attribution.names import key
from tallystick.derivation.behind import Told
from tallystick.derivation.fresh import Fresh
from tallystick.derivation.meeting import actors_met
from tallystick.derivation.placing import Placing, place
from tallystick.derivation.proposing import propose
from tallystick.derivation.regrouping import Regrouping
from tallystick.derivation.retelling import Names, name, renamed, retell
from tallystick.derivation.rows import (
    namings_of,
    placed_others,
    placed_tellings,
    places_of,
    presences_of,
    relation_ends,
    windows_of,
)
from tallystick.knowledge.base import KnowledgeBase
from tallystick.ledger.delta import Delta
from tallystick.ledger.index import Index, Placed
from tallystick.ledger.standing import Standing
from tallystick.model.incident import Incident
from tallystick.model.mention import ClaimMention, StatementMention
from tallystick.model.relation import Relation
from tallystick.resolution.decisions import apply_decisions
from tallystick.resolution.knows import Knows


@dataclass(frozen=True)
class Part:
    """The rows that differ, and the number of incidents that were looked at to find them."""

    delta: Delta
    looked_at: int


def derive_part(standing: Standing, fresh: Fresh, *, knowledge: KnowledgeBase, knows: Knows) -> Part:
    """Derives what the fresh reports and decisions concern, as a derivation of the whole would."""
    tellings, near, deciding = fresh.tellings, fresh.near, fresh.deciding
    proposed = propose(fresh.relations, fresh.decisions, knowledge=knowledge)
    relations = Told(standing, knowledge, proposed, fresh.gone)
    placing = place(near, fresh.seeds, deciding, tellings, knows)
    regrouping = Regrouping(near, standing)
    regrouping.take_up(placing)
    regrouping.add(relations.incidents_touched())
    regrouping.add({home for i in fresh.judged if (home := near.home_on_file(i)) is not None})
    regrouping.follow(deciding, tellings)
    names = name(regrouping.groups, near, tellings, standing)
    incident_of = _incident_of(regrouping, names, placing, fresh)
    resolved = retell(
        regrouping, names, placing=placing, near=near, tellings=tellings, deciding=deciding, standing=standing,
        knows=knows, incident_of=incident_of,
    )  # fmt: skip
    left_by = {near.row(i).report_id for i in _homeless(placing)}
    attributed = _attribute(resolved, fresh, left_by, standing, relations, incident_of, knowledge)
    events = {m.id: m for m in (*tellings.events(sorted(regrouping.members)), *deciding.events())}
    reviewed = apply_decisions(attributed.incidents, list(events.values()), deciding.met())
    delta = _delta(
        standing, fresh, reviewed.incidents, attributed, proposed, regrouping, names, placing, incident_of, knowledge
    )
    return Part(delta=delta, looked_at=len(regrouping.groups))


def _incident_of(regrouping: Regrouping, names: Names, placing: Placing, fresh: Fresh) -> dict[str, str]:
    """The incident of every mention of the reports concerned, and of those that vague ones may mean."""
    near = fresh.near
    told = regrouping.members
    now = renamed(regrouping, names)
    homeless = _homeless(placing)
    beside = near.in_reports({near.row(i).report_id for i in told | homeless} | fresh.reports)
    beside |= {mention for found in placing.may_be.values() for mention, _ in found}
    beside -= told | near.fresh.keys() | homeless
    homes = {i: home for i in beside if (home := near.home_on_file(i)) is not None}
    found = {i: now.get(home, home) for i, home in homes.items()}
    for group, called in zip(regrouping.groups, names.names, strict=True):
        found.update(dict.fromkeys(group.members, called))
    return found


def _attribute(
    resolved: Sequence[Incident],
    fresh: Fresh,
    left_by: Collection[str],
    standing: Standing,
    relations: Told,
    incident_of: Mapping[str, str],
    knowledge: KnowledgeBase,
) -> Attributed:
    # A report that tells of none of these incidents any more may still tell a claim of what it told of one.
    events = fresh.tellings.events(sorted({m for i in resolved for m in i.mentions}))
    reports = {e.report_id for e in events} | fresh.reports | set(left_by)
    claims = [m for m in standing.claim_mentions_in(reports) if isinstance(m, ClaimMention)]
    beside, homes = _beside(resolved, claims, fresh, standing, incident_of)
    doers = {key(actor) for m in (*events, *claims, *beside.mentions) for actor in doers_named_in(m)}
    return attribute(
        resolved,
        [*events, *claims, *relations.behind(doers)],
        fresh.tellings.reports(reports),
        knowledge=knowledge,
        incident_of={**homes, **incident_of},
        beside=beside,
    )


def _beside(
    resolved: Sequence[Incident],
    claims: Sequence[ClaimMention],
    fresh: Fresh,
    standing: Standing,
    incident_of: Mapping[str, str],
) -> tuple[Beside, Mapping[str, str]]:
    """What is on file of the incidents that these claims reach besides, and the incident of each of its mentions: a
    claim lives on in all that reports tell of any incident that it reaches.
    """
    reached = {incident_of[m] for claim in claims for m in claim.covers if m in incident_of}
    incidents = standing.incidents(reached - {i.id for i in resolved})
    homes = {m: i.id for i in incidents for m in i.mentions}
    events = fresh.tellings.events(sorted(homes))
    reports = {e.report_id for e in events}
    told = [*events, *standing.claim_mentions_in(reports)]
    return Beside(incidents, told, fresh.tellings.reports(reports)), homes


def _delta(
    standing: Standing,
    fresh: Fresh,
    incidents: Sequence[Incident],
    attributed: Attributed,
    proposed: Sequence[Relation],
    regrouping: Regrouping,
    names: Names,
    placing: Placing,
    incident_of: Mapping[str, str],
    knowledge: KnowledgeBase,
) -> Delta:
    near = fresh.near
    before = {i.id: i for i in standing.incidents({*regrouping.on_file, *names.names})}
    differ = [i for i in incidents if before.get(i.id) != i]
    gone = regrouping.on_file - set(names.names)
    placed = _placed(fresh, regrouping, placing, incident_of)
    replaced = [row for row in placed if row.mention_id not in near.fresh and row != near.row(row.mention_id)]
    forgotten = {row.mention_id for row in fresh.gone}
    claims_before = {c.id: c for c in standing.claims([c.id for c in attributed.claims if c.id not in forgotten])}
    actors, unmet = actors_met(standing, fresh.mentions, fresh.gone, knowledge=knowledge)
    heads = {head.id: head for head in fresh.tellings.reports(fresh.reports)}
    new_mentions = {mention.id for mention in fresh.mentions}
    return Delta(
        reports=fresh.reports,
        dirt=fresh.dirt,
        recast=fresh.recast,
        kin=fresh.kin,
        forgotten=forgotten,
        replaced={row.mention_id for row in replaced},
        index=Index(
            placed=[
                *replaced,
                *(row for row in placed if row.mention_id in near.fresh),
                *placed_others(fresh.mentions, tellings=near.fresh.keys()),
            ],
            places=places_of(fresh.tellings.as_told(near.fresh.values())),
            ties=near.new_ties(),
            namings=namings_of(fresh.mentions),
            doers=attributed.doers,
            presences=presences_of(differ),
            relation_ends=relation_ends(r for r in proposed if r.id in new_mentions),
        ),
        gone=gone,
        incidents=differ,
        minted=names.minted,
        raised={*names.names, *(stone.id for stone in names.tombstones)},
        tombstones=names.tombstones,
        claims=[c for c in attributed.claims if claims_before.get(c.id) != c],
        relations=proposed,
        statements=[m for m in fresh.mentions if isinstance(m, StatementMention)],
        tallies=windows_of(fresh.mentions, heads),
        actors=actors,
        unmet=unmet,
    )


def _placed(fresh: Fresh, regrouping: Regrouping, placing: Placing, incident_of: Mapping[str, str]) -> list[Placed]:
    """The rows of the tellings that are new, that moved, or whose incident is told anew."""
    near = fresh.near
    anew = (regrouping.members & placing.reached) | near.fresh.keys() | (_homeless(placing) - near.gone.keys())
    stay = [near.row(i) for i in regrouping.members - placing.reached]
    return [
        *placed_tellings(fresh.tellings.as_told(near.row(i) for i in anew), left=placing.left, incident_of=incident_of),
        *(row._replace(incident_id=incident_of[row.mention_id]) for row in stay),
    ]


def _homeless(placing: Placing) -> frozenset[str]:
    """The tellings that now are in no incident: denials of what is on file nowhere, or parted from it by a person."""
    return frozenset(placing.reached.difference(*(c.placed for c in placing.clusters)))

"""Incidents told anew: their names, and what they now come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tallystick.derivation.deciding import Deciding
from tallystick.derivation.loading import Tellings
from tallystick.derivation.neighbourhood import Neighbourhood
from tallystick.derivation.placing import Placing
from tallystick.derivation.regrouping import Group, Regrouping
from tallystick.derivation.rows import LEFT
from tallystick.ledger.standing import Standing
from tallystick.model.incident import Incident, MayBe, MintedId, Tombstone
from tallystick.resolution.describe import describe
from tallystick.resolution.explain import Explanations
from tallystick.resolution.gather import Gathered
from tallystick.resolution.groups import Candidate
from tallystick.resolution.identity import name_clusters
from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage import load_model
from tallystick.resolution.linkage.kept import links_from
from tallystick.resolution.telling import Telling


@dataclass(frozen=True)
class Names:
    """The id of each group, in their order, the ids given for the first time, and the ids among those once given to
    words of these groups, or to words no longer read, that are tombstones.
    """

    names: tuple[str, ...]
    minted: tuple[MintedId, ...]
    tombstones: tuple[Tombstone, ...]


def name(groups: Sequence[Group], near: Neighbourhood, tellings: Tellings, standing: Standing) -> Names:
    """The ids of the groups, by the words of their reports for which ids were given before."""
    told = {i for group in groups for i in group.members}
    known = {t.mention.id: t for t in tellings.of(near.row(i) for i in told)}
    clusters = [[known[i] for i in group.members] for group in groups]
    reports = {near.row(i).report_id for i in told} | {row.report_id for row in near.gone.values()}
    beside = [near.row(i) for i in near.in_reports(reports) - told if near.row(i).incident_id]
    others: dict[str, list[Telling]] = {}
    homes = {row.mention_id: row.incident_id or "" for row in beside}
    for t in tellings.of(beside):
        if t.is_affirmed:
            others.setdefault(homes[t.mention.id], []).append(t)
    names, minted, tombstones = name_clusters([*clusters, *others.values()], standing.minted_in(reports))
    ours = frozenset(names[: len(clusters)])
    return Names(
        names=tuple(names[: len(clusters)]),
        minted=tuple(sorted((m for m in minted if m.id in ours), key=lambda m: m.id)),
        tombstones=tuple(stone for stone in tombstones if stone.points_to is None or stone.points_to in ours),
    )


def retell(
    regrouping: Regrouping,
    names: Names,
    *,
    placing: Placing,
    near: Neighbourhood,
    tellings: Tellings,
    deciding: Deciding,
    standing: Standing,
    knows: Knows,
    incident_of: Mapping[str, str],
) -> list[Incident]:
    """The groups as incidents, sorted by id. ``incident_of`` gives the incident of the mentions of their reports."""
    told = regrouping.members
    meant = {mention for i in told for mention, _ in placing.may_be.get(i, ())}
    rows = [near.row(i) for i in told | meant]
    links = links_from(near.ties(told), tellings.of(rows), knows, load_model())
    number_of = links.number_of
    clusters = [tuple(sorted(number_of[i] for i in group.members)) for group in regrouping.groups]
    may_be = {
        number_of[i]: tuple(Candidate(number_of[mention], score) for mention, score in placing.may_be[i])
        for i in told & placing.may_be.keys()
    }
    gathered = Gathered(clusters=tuple(clusters), may_be=may_be, left=frozenset())
    explanations = Explanations(gathered, links, deciding.constraints())
    incidents = [
        describe(
            called,
            [links.tellings[n] for n in cluster],
            knows=knows,
            incident_of=incident_of,
            joins=explanations.joins(cluster),
            may_be=explanations.may_be(cluster, incident_of),
        )
        for called, cluster in zip(names.names, clusters, strict=True)
    ]
    kept = _kept_candidates(regrouping, placing, near, standing, renamed(regrouping, names))
    return sorted(
        (i if more is None else i.model_copy(update={"may_be": more}) for i, more in zip(incidents, kept, strict=True)),
        key=lambda i: i.id,
    )


def renamed(regrouping: Regrouping, names: Names) -> dict[str, str]:
    """What the incidents on file are called now whose tellings stay together in one that is told anew."""
    pairs = zip(regrouping.groups, names.names, strict=True)
    return {group.stays_in: now for group, now in pairs if group.stays_in is not None}


def _kept_candidates(
    regrouping: Regrouping, placing: Placing, near: Neighbourhood, standing: Standing, now: Mapping[str, str]
) -> list[tuple[MayBe, ...] | None]:
    """What incidents whose vague tellings were not placed anew may be: the same as before, under the names of today."""
    placed_anew = {near.home_on_file(i) for i in placing.reached if LEFT in near.sorts(i)}
    stay = {g.stays_in for g in regrouping.groups if g.stays_in and g.stays_in not in placed_anew}
    before = {i.id: i.may_be for i in standing.incidents(stay) if i.may_be}
    return [
        tuple(sorted((_under(m, now) for m in before[group.stays_in]), key=lambda m: (-m.score, m.id)))
        if group.stays_in in before
        else None
        for group in regrouping.groups
    ]


def _under(candidate: MayBe, now: Mapping[str, str]) -> MayBe:
    return candidate.model_copy(update={"id": now.get(candidate.id, candidate.id)})

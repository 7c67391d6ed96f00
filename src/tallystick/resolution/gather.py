"""All tellings to clusters, the surest first: firm ones, vague ones, bare ones, and at last what people joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tallystick.resolution.block import candidate_pairs
from tallystick.resolution.cluster import THRESHOLD, Cluster, cluster_tellings
from tallystick.resolution.constraints import Constraints, pair_of
from tallystick.resolution.scores import Scores
from tallystick.resolution.telling import Telling


def gather(tellings: Sequence[Telling], scores: Scores) -> list[Cluster]:
    """The clusters, each with at least one telling that says it happened, sorted by their first telling."""
    affirmed = [t for t in tellings if t.is_affirmed]
    near: dict[str, list[Telling]] = defaultdict(list)
    pairs = list(candidate_pairs(tellings))
    for one, other in pairs:
        for t, neighbour in ((one, other), (other, one)):
            if not (t.is_firm and t.is_affirmed):
                near[t.mention.id].append(neighbour)

    firm = [t for t in affirmed if t.is_firm]
    vague = [t for t in affirmed if not t.is_firm and not t.tells_nothing_new]
    bare = [t for t in affirmed if t.tells_nothing_new]
    clusters = cluster_tellings(firm, _within(pairs, firm), scores.score)
    left = _attach_vague(vague, clusters, near, scores)
    clusters += cluster_tellings(left, _within(pairs, left), scores.score)
    clusters += _attach_bare(bare, clusters, scores)
    clusters = _join_as_decided(clusters, scores.constraints)
    _attach_denials([t for t in tellings if not t.is_affirmed], clusters, near, scores)
    return sorted((sorted(c, key=lambda t: t.key) for c in clusters), key=lambda c: c[0].key)


def _within(pairs: Iterable[tuple[Telling, Telling]], chosen: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    ids = {t.mention.id for t in chosen}
    return [(a, b) for a, b in pairs if a.mention.id in ids and b.mention.id in ids]


def _attach_vague(
    vague: Sequence[Telling], clusters: list[Cluster], near: dict[str, list[Telling]], scores: Scores
) -> list[Telling]:
    """Put each telling without a day or a close place to the one incident that it fits; give back what fits none or
    several. An incident of its own report comes before those of others.
    """
    home = {t.mention.id: n for n, cluster in enumerate(clusters) for t in cluster}
    chosen: list[tuple[float, Telling, int]] = []
    left: list[Telling] = []
    for t in vague:
        fits = {
            n: score
            for n in sorted({home[o.mention.id] for o in near[t.mention.id] if o.mention.id in home})
            if (score := scores.best_in(t, clusters[n])) is not None and score >= THRESHOLD
        }
        own = [n for n in fits if any(o.mention.report_id == t.mention.report_id for o in clusters[n])]
        if len(only := own or list(fits)) == 1:
            chosen.append((fits[only[0]], t, only[0]))
        else:
            left.append(t)
    for _, t, n in sorted(chosen, key=lambda c: (-c[0], c[1].key)):
        if scores.best_in(t, clusters[n]) is None:
            left.append(t)
        else:
            clusters[n].append(t)
    return left


def _attach_bare(bare: Sequence[Telling], clusters: list[Cluster], scores: Scores) -> list[Cluster]:
    """Put each bare "the attack" to the likeliest event of its report, of equals to the nearest told before it; give
    back those that fit none, each as a cluster of its own.
    """
    by_report: dict[str, dict[int, Cluster]] = defaultdict(dict)
    for n, cluster in enumerate(clusters):
        for t in cluster:
            by_report[t.mention.report_id][n] = cluster
    alone: list[Cluster] = []
    for t in bare:
        best: tuple[float, int, int] | None = None
        for n, cluster in by_report[t.mention.report_id].items():
            if scores.best_in(t, cluster) is None:
                continue
            for o in cluster:
                if o.mention.report_id == t.mention.report_id:
                    distance = t.mention.trigger.start - o.mention.trigger.start
                    nearness = -distance if distance >= 0 else distance - 10**9
                    rank = (scores.score(t, o) or 0.0, nearness, n)
                    best = max(best, rank) if best else rank
        if best is None:
            cluster = [t]
            alone.append(cluster)
            by_report[t.mention.report_id][-len(alone)] = cluster
        else:
            by_report[t.mention.report_id][best[2]].append(t)
    return alone


def _join_as_decided(clusters: list[Cluster], constraints: Constraints) -> list[Cluster]:
    """Join what people joined. Where two whole clusters may not join, since a person parted some of their members,
    only the tellings that the person named move.
    """
    home = {t.mention.id: cluster for cluster in clusters for t in cluster}
    for a, b in sorted(constraints.joined, key=lambda pair: (-constraints.joined[pair].id, pair)):
        if a not in home or b not in home or home[a] is home[b]:
            continue
        ours, theirs = home[a], home[b]
        moving = list(theirs)
        if _parted(ours, moving, constraints):
            moving = [t for t in theirs if t.mention.id == b]
        if _parted(ours, moving, constraints):
            continue
        ours += moving
        theirs[:] = [t for t in theirs if t not in moving]
        home.update({t.mention.id: ours for t in moving})
    return [cluster for cluster in clusters if cluster]


def _parted(a: Cluster, b: Cluster, constraints: Constraints) -> bool:
    return any(pair_of(x.mention.id, y.mention.id) in constraints.parted for x in a for y in b)


def _attach_denials(
    denials: Sequence[Telling], clusters: list[Cluster], near: dict[str, list[Telling]], scores: Scores
) -> None:
    """Put each denial to the incident that it most likely denies. A denial makes no incident of its own."""
    home = {t.mention.id: n for n, cluster in enumerate(clusters) for t in cluster}
    chosen: list[tuple[Telling, int]] = []
    for t in denials:
        fits: list[tuple[float, int]] = []
        for n in sorted({home[o.mention.id] for o in near[t.mention.id] if o.mention.id in home}):
            score = scores.best_in(t, clusters[n])
            own = any(o.mention.report_id == t.mention.report_id for o in clusters[n])
            if score is not None and (score >= THRESHOLD or (own and t.tells_nothing_new)):
                fits.append((score, -n))
        if fits:
            chosen.append((t, -max(fits)[1]))
    for t, n in chosen:
        if scores.best_in(t, clusters[n]) is not None:
            clusters[n].append(t)

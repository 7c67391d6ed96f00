"""Why the tellings of a cluster were taken for one incident."""

from __future__ import annotations

from tallystick.model.decision import Decision
from tallystick.model.incident import Join
from tallystick.resolution.cluster import Cluster
from tallystick.resolution.compare import compare
from tallystick.resolution.constraints import pair_of
from tallystick.resolution.scores import Scores
from tallystick.resolution.telling import Telling


def explain_joins(cluster: Cluster, scores: Scores) -> tuple[Join, ...]:
    """For every telling but the first, its strongest tie to an earlier one."""
    return tuple(_explain(t, cluster[:n], scores) for n, t in enumerate(cluster) if n)


def _explain(t: Telling, earlier: list[Telling], scores: Scores) -> Join:
    decided = scores.constraints.joined
    for other in earlier:
        if decision := decided.get(pair_of(other.mention.id, t.mention.id)):
            return Join(left=other.mention.id, right=t.mention.id, score=1.0, reasons=(_decided(decision),))
    best = max(earlier, key=lambda o: scores.score(o, t) or 0.0)
    score = scores.score(best, t)
    if score is None:
        reasons: tuple[str, ...] = ("joined through others that a person joined",)
    else:
        reasons = compare(best, t, scores.knows).reasons
        if t.tells_nothing_new or best.tells_nothing_new:
            reasons = ("tells neither day nor place: taken for the likeliest event of its report", *reasons)
    return Join(left=best.mention.id, right=t.mention.id, score=score or 0.0, reasons=reasons)


def _decided(decision: Decision) -> str:
    why = f": {decision.reason}" if decision.reason else ""
    return f"joined by {decision.by} (decision {decision.id}){why}"

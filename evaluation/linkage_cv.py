"""How a way to fit the linkage does on incidents that it was not fitted on."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from evaluation.linkage_odds import weigh
from evaluation.linkage_pairs import Pairs, candidates_of, pairs_of
from evaluation.linkage_truths import Truths
from tallystick.evaluation.identity import Placed, across_reports
from tallystick.resolution.constraints import Constraints
from tallystick.resolution.gather import gather
from tallystick.resolution.linkage.levels import levels_of
from tallystick.resolution.linkage.link import FLOOR
from tallystick.resolution.linkage.links import Links
from tallystick.resolution.linkage.model import Model

FOLDS = 5
_SUREST = 1e-6

Fit = Callable[[Sequence[Pairs]], Model]


@dataclass(frozen=True)
class Candidates:
    """All that one source has: its truths, all its candidate pairs with their levels, and those that are labelled."""

    truths: Truths
    links: Links
    levels: NDArray[np.int8]
    pairs: Pairs


@dataclass(frozen=True)
class HeldOut:
    """The labelled pairs of a source, each with the weight in bits that a model gave it which did not know it."""

    bits: NDArray[np.float64]
    same: NDArray[np.bool_]
    weight: NDArray[np.float64]

    @property
    def parts(self) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]:
        """All three."""
        return self.bits, self.same, self.weight

    @property
    def likely(self) -> NDArray[np.float64]:
        """The probability of each, 0 to 1."""
        return 1 / (1 + np.exp2(-self.bits))

    @property
    def loss(self) -> float:
        """The mean log loss in bits: 1 for a coin that is tossed, 0 for who knows all."""
        p = np.clip(self.likely, _SUREST, 1 - _SUREST)
        return float(-(self.weight * np.where(self.same, np.log2(p), np.log2(1 - p))).sum() / self.weight.sum())


def fold_of(incident: str) -> int:
    """The fold of an incident, the same in all sources."""
    return zlib.crc32(incident.encode()) % FOLDS


def models_of(sources: Sequence[Candidates], fit: Fit) -> list[Model]:
    """For each fold a model that was fitted on no pair with an incident of it."""
    return [fit([c.pairs.take(~_touches(c.pairs, fold)) for c in sources]) for fold in range(FOLDS)]


def hold_out(pairs: Pairs, models: Sequence[Model]) -> HeldOut:
    """Each pair weighed by the model of the first fold that it touches."""
    held = []
    for fold, model in enumerate(models):
        chosen = pairs.take(_touches(pairs, fold, first=True))
        held.append(HeldOut(weigh(chosen.levels, model), chosen.same, chosen.weight))
    return HeldOut(*(np.concatenate(parts) for parts in zip(*(h.parts for h in held), strict=True)))


def _touches(pairs: Pairs, fold: int, *, first: bool = False) -> NDArray[np.bool_]:
    folds = [(fold_of(a), fold_of(b)) for a, b in pairs.incidents]
    return np.array([(min(f) == fold) if first else fold in f for f in folds], dtype=np.bool_)


def count_clustered(source: Candidates, models: Sequence[Model]) -> tuple[int, int, int]:
    """As ``identity.count_same``, over the pairs of tellings one of which is of a held-out incident, fold by fold."""
    both = found = true = 0
    for fold, model in enumerate(models):
        for a, b in across_reports(put_together(source, model)):
            if min(fold_of(a.truth), fold_of(b.truth)) == fold:
                true += a.truth == b.truth
                found += a.put_to == b.put_to
                both += a.truth == b.truth and a.put_to == b.put_to
    return both, found, true


def put_together(source: Candidates, model: Model) -> list[Placed]:
    """The tellings of which gold knows the incident, each with the cluster it is put to; background is left out."""
    bits, links = weigh(source.levels, model), source.links
    reports = np.array([t.mention.report_id for t in links.tellings], dtype=object)
    kept = (bits >= np.log2(FLOOR / (1 - FLOOR))) | (reports[links.left] == reports[links.right])
    weighed = replace(links, model=model, left=links.left[kept], right=links.right[kept], weight=bits[kept])
    gathered = gather(weighed, Constraints())
    placed = []
    for n, cluster in enumerate(gathered.clusters):
        for mention in (links.tellings[t].mention for t in cluster):
            truth = source.truths.incident_of.get(mention.id)
            if truth is not None and not mention.background:
                placed.append(Placed(mention.report_id, truth, str(n), mention.quote.exact))
    return placed


def source_of(truths: Truths) -> Candidates:
    """All of one source: its candidate pairs found and compared, and those labelled that gold knows."""
    links = candidates_of(truths)
    return Candidates(truths, links, levels_of(links.left, links.right, links.table), pairs_of(truths, links))

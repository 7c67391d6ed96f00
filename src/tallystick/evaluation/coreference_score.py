"""Clusters of mentions scored as CoNLL 2012 did, by scorch (https://pypi.org/project/scorch)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from tallystick.errors import Code, TallystickError


@dataclass(frozen=True)
class CorefScore:
    """F1 by MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF-e (Luo 2005), 0 to 1, and their mean."""

    muc: float
    b_cubed: float
    ceaf_e: float

    @property
    def conll(self) -> float:
        """The mean of the three (Pradhan et al. 2012)."""
        return (self.muc + self.b_cubed + self.ceaf_e) / 3


def score_clusters(
    gold: Mapping[str, Hashable], found: Mapping[str, Hashable], *, singletons: bool = True
) -> CorefScore:
    """The score of the clusters found against the gold chains, both by mention.

    Without ``singletons`` the mentions that are alone in their gold chain are taken out of both.

    Raises:
        TallystickError: E602 if scorch is not installed.

    """
    try:
        from scorch import scores
    except ImportError as fault:
        raise TallystickError(Code.E602, package="scorch") from fault
    chains = _clusters(gold)
    kept = {m for chain in chains if singletons or len(chain) > 1 for m in chain}
    key = [chain for chain in chains if chain & kept]
    response = [cut for cluster in _clusters({m: found[m] for m in gold}) if (cut := cluster & kept)]
    return CorefScore(*(float(measure(key, response)[2]) for measure in (scores.muc, scores.b_cubed, scores.ceaf_e)))


def _clusters(label: Mapping[str, Hashable]) -> list[set[str]]:
    found: defaultdict[Hashable, set[str]] = defaultdict(set)
    for mention, each in label.items():
        found[each].add(mention)
    return list(found.values())

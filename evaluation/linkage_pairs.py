"""Labelled candidate pairs of tellings: the levels of their comparison, and whether they are of one incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.linkage_truths import Truths
from tallystick.derivation.known import what_is_known
from tallystick.model.mention import EventMention
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.resolution.apart import why_told_apart
from tallystick.resolution.linkage.levels import levels_of
from tallystick.resolution.linkage.link import link
from tallystick.resolution.linkage.links import Links
from tallystick.resolution.linkage.model import expert_model
from tallystick.resolution.resolve import OF_EVENTS
from tallystick.resolution.telling import last_days_told, tellings_of

_CERTAIN = 40.0  # bits from which on no pair falls under the floor


@dataclass(frozen=True)
class Pairs:
    """The labelled candidate pairs of one source.

    ``levels`` are of ``linkage.levels.levels_of``. ``weight`` makes all pairs between two reports on the same
    one or two incidents count as one. ``incidents`` are those of either side.
    """

    source: str
    levels: NDArray[np.int8]
    same: NDArray[np.bool_]
    weight: NDArray[np.float64]
    incidents: tuple[tuple[str, str], ...]

    def take(self, chosen: NDArray[np.bool_]) -> Pairs:
        """Some of the pairs."""
        incidents = tuple(i for i, is_chosen in zip(self.incidents, chosen.tolist(), strict=True) if is_chosen)
        return Pairs(self.source, self.levels[chosen], self.same[chosen], self.weight[chosen], incidents)


def candidates_of(truths: Truths) -> Links:
    """All candidate pairs of a source, whatever their score."""
    events = [m for m in truths.mentions if isinstance(m, EventMention) and not m.plural and m.modality in OF_EVENTS]
    tellings = tellings_of(events, truths.reports, batches={}, told_until=last_days_told(truths.mentions))
    knows = what_is_known(default_knowledge(), default_gazetteer())
    return link(tellings, knows, model=expert_model(prior_bits=_CERTAIN))


def pairs_of(truths: Truths, links: Links) -> Pairs:
    """The candidate pairs of which gold knows the truth, but for those that their report tells apart."""
    rows: list[int] = []
    incidents: list[tuple[str, str]] = []
    groups: list[Hashable] = []
    for row, (a, b) in enumerate(zip(links.left.tolist(), links.right.tolist(), strict=True)):
        one, other = links.tellings[a], links.tellings[b]
        ours, theirs = truths.incident_of.get(one.mention.id), truths.incident_of.get(other.mention.id)
        if ours is None or theirs is None or frozenset((one.mention.id, other.mention.id)) in truths.unsure:
            continue
        reports = (one.mention.report_id, other.mention.report_id)
        if reports[0] == reports[1] and why_told_apart(one, other) is not None:
            continue
        rows.append(row)
        incidents.append((ours, theirs))
        groups.append((frozenset(reports), frozenset((ours, theirs))))
    return Pairs(
        source=truths.source,
        levels=levels_of(links.left, links.right, links.table)[rows],
        same=np.array([a == b for a, b in incidents], dtype=np.bool_),
        weight=_shared_out(groups),
        incidents=tuple(incidents),
    )


def _shared_out(groups: Sequence[Hashable]) -> NDArray[np.float64]:
    sizes = Counter(groups)
    return np.array([1 / sizes[group] for group in groups], dtype=np.float64)

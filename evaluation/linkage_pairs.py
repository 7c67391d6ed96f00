"""Labelled candidate pairs of tellings: the levels of their comparison, and whether they are of one incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
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
from tallystick.resolution.telling import Telling, last_days_told, tellings_of

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


@dataclass(frozen=True)
class Labelled:
    """A candidate pair whose truth is known: its row among the links, its two tellings, and their incidents."""

    row: int
    one: Telling
    other: Telling
    incidents: tuple[str, str]

    @property
    def same(self) -> bool:
        """True if the two are of one incident."""
        return self.incidents[0] == self.incidents[1]

    @property
    def reports(self) -> frozenset[str]:
        """The one or two reports that tell them."""
        return frozenset((self.one.mention.report_id, self.other.mention.report_id))


def labelled(truths: Truths, links: Links) -> Iterator[Labelled]:
    """The candidate pairs of which gold knows the truth, but for those that their report tells apart."""
    for row, (a, b) in enumerate(zip(links.left.tolist(), links.right.tolist(), strict=True)):
        one, other = links.tellings[a], links.tellings[b]
        ours, theirs = truths.incident_of.get(one.mention.id), truths.incident_of.get(other.mention.id)
        if ours is None or theirs is None or frozenset((one.mention.id, other.mention.id)) in truths.unsure:
            continue
        pair = Labelled(row, one, other, (ours, theirs))
        if len(pair.reports) > 1 or why_told_apart(one, other) is None:
            yield pair


def pairs_of(truths: Truths, links: Links) -> Pairs:
    """The labelled candidate pairs of a source with the levels of their comparisons."""
    pairs = list(labelled(truths, links))
    return Pairs(
        source=truths.source,
        levels=levels_of(links.left, links.right, links.table)[[p.row for p in pairs]],
        same=np.array([p.same for p in pairs], dtype=np.bool_),
        weight=_shared_out([(p.reports, frozenset(p.incidents)) for p in pairs]),
        incidents=tuple(p.incidents for p in pairs),
    )


def _shared_out(groups: Sequence[Hashable]) -> NDArray[np.float64]:
    sizes = Counter(groups)
    return np.array([1 / sizes[group] for group in groups], dtype=np.float64)

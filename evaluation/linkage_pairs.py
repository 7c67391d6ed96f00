"""Labelled candidate pairs of tellings: the levels of their comparison, and whether they are of one incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from evaluation.linkage_truths import Truths
from tallystick.derivation.known import what_is_known
from tallystick.model.mention import EventMention
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.resolution.apart import why_told_apart
from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.features.comparison import Comparison
from tallystick.resolution.linkage.link import link
from tallystick.resolution.linkage.links import Links
from tallystick.resolution.linkage.model import expert_model
from tallystick.resolution.resolve import OF_EVENTS
from tallystick.resolution.telling import last_days_told, tellings_of

_CERTAIN = 40.0  # bits from which on no pair falls under the floor


@dataclass(frozen=True)
class Pairs:
    """The labelled candidate pairs of one source.

    ``levels`` has a row for each pair and a column for each comparison: the number of the level in
    ``Comparison.all_levels``, or -1 where nothing is told. ``weight`` makes all pairs between two reports on the same
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
        levels=levels_of(links)[rows],
        same=np.array([a == b for a, b in incidents], dtype=np.bool_),
        weight=_shared_out(groups),
        incidents=tuple(incidents),
    )


def levels_of(links: Links) -> NDArray[np.int8]:
    """The number of each pair's level in each comparison."""
    columns = ", ".join(f"{_level_in_sql(c)} AS c{n}" for n, c in enumerate(COMPARISONS))
    pairs = pa.table({"left": links.left, "right": links.right})
    with duckdb.connect() as connection:
        connection.register("pairs", pairs)
        for side in ("l", "r"):
            renamed = links.table.rename_columns([f"{name}_{side}" for name in links.table.column_names])
            connection.register(side, renamed)
        found = connection.execute(
            f"SELECT {columns} FROM pairs JOIN l ON unique_id_l = pairs.left JOIN r ON unique_id_r = pairs.right "
            "ORDER BY pairs.left, pairs.right"
        ).fetchnumpy()
    return np.stack([found[f"c{n}"] for n in range(len(COMPARISONS))], axis=1).astype(np.int8)


def _level_in_sql(comparison: Comparison) -> str:
    tried = "".join(f" WHEN {level.condition} THEN {n}" for n, level in enumerate(comparison.levels))
    return f"CASE WHEN {comparison.untold} THEN -1{tried} ELSE {len(comparison.levels)} END"


def _shared_out(groups: Sequence[Hashable]) -> NDArray[np.float64]:
    sizes = Counter(groups)
    return np.array([1 / sizes[group] for group in groups], dtype=np.float64)

"""The weights of the linkage of events, fitted to gold chains; and clusters by weights that never saw them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tallystick.evaluation.coreference import GoldDocument
from tallystick.evaluation.coreference_documents import group_documents
from tallystick.evaluation.coreference_kinds import fit_kinds
from tallystick.evaluation.coreference_parse import Parsed
from tallystick.evaluation.coreference_score import score_clusters
from tallystick.evaluation.coreference_tellings import Meanings, tell_mentions
from tallystick.evaluation.coreference_weights import fit_weights
from tallystick.resolution.events.cluster import cluster_events
from tallystick.resolution.events.kinds import with_kinds
from tallystick.resolution.events.link import levels_of_pairs, score_pairs
from tallystick.resolution.events.model import EventModel
from tallystick.resolution.events.telling import EventTelling

FOLDS = 5
VERSION = "1"
_THRESHOLDS = np.arange(0.2, 0.71, 0.05)
_LIKENESSES = np.arange(0.08, 0.321, 0.02)
_TOGETHER = 0.98
"""The part of the pairs of documents of one subtopic that a grouping must leave together."""


def fit_events(
    documents: Sequence[GoldDocument], parsed: Parsed, meanings: Meanings, *, compared: Sequence[str]
) -> EventModel:
    """A model fitted to some documents, grouped as they will be; ``compared`` names its comparisons.

    The kinds by which pairs are compared are read by heads that were fitted on other incidents, and the threshold is
    the one that scores best where pairs are weighed by what was fitted on other incidents. The likeness of documents
    is the highest that leaves nearly all documents of one gold subtopic in one group: what is grouped too widely the
    weights can mend, what is kept apart nothing can.
    """
    own = {d.name: parsed[d.name] for d in documents}
    likeness = _choose_likeness(documents, own)
    tellings = tell_mentions(documents, parsed, meanings, group_documents(own, threshold=likeness))
    chains = {m.id: m.chain for d in documents for m in d.mentions}
    kinds = {m.id: m.kind for d in documents for m in d.mentions}
    head = fit_kinds(tellings, kinds)
    read = _read_apart(tellings, kinds) if head else tellings
    pairs, levels = levels_of_pairs(read)
    same = np.array([chains[a] == chains[b] for a, b in pairs], dtype=np.float64)
    prior, weights = fit_weights(levels, same, compared=compared)
    model = EventModel(
        version=VERSION,
        prior=prior,
        threshold=0.5,
        documents=likeness,
        weights=weights,
        fitted_on=tuple(sorted({d.subtopic for d in documents})),
        kinds=head,
    )
    fold = fold_of([t.incident for t in read])
    incident = {t.id: t.incident for t in read}
    place = np.array([fold[incident[a]] for a, _ in pairs])
    scores: dict[tuple[str, str], float] = {}
    for n in range(FOLDS):
        prior, weights = fit_weights(levels[place != n], same[place != n], compared=compared)
        held = model.model_copy(update={"prior": prior, "weights": weights})
        scores |= score_pairs([t for t in read if fold[t.incident] == n], held)
    best = _best(_THRESHOLDS, lambda t: score_clusters(chains, cluster_events(read, scores, threshold=t)).conll)
    return model.model_copy(update={"threshold": best})


def link_documents(
    documents: Sequence[GoldDocument],
    parsed: Parsed,
    meanings: Meanings,
    model: EventModel,
    incidents: Mapping[str, str],
) -> dict[str, tuple[str, int]]:
    """The cluster of each mention of some documents, whose groups are ``incidents``."""
    tellings = with_kinds(tell_mentions(documents, parsed, meanings, incidents), model.kinds)
    return cluster_events(tellings, score_pairs(tellings, model), threshold=model.threshold)


def fold_of(units: Sequence[str], *, folds: int = FOLDS) -> dict[str, int]:
    """The fold of each unit that is held out whole, all folds of about the same number."""
    return {unit: n % folds for n, unit in enumerate(sorted(set(units), key=lambda u: (len(u), u)))}


def _read_apart(tellings: Sequence[EventTelling], kinds: Mapping[str, str]) -> list[EventTelling]:
    """The tellings with kinds, each read by a head fitted on the incidents of the other folds."""
    fold = fold_of([t.incident for t in tellings])
    found: list[EventTelling] = []
    for n in range(FOLDS):
        head = fit_kinds([t for t in tellings if fold[t.incident] != n], kinds)
        found += with_kinds([t for t in tellings if fold[t.incident] == n], head)
    return found


def _choose_likeness(documents: Sequence[GoldDocument], parsed: Parsed) -> float:
    subtopic = {d.name: d.subtopic for d in documents}
    pairs = [(a, b) for a, b in combinations(subtopic, 2) if subtopic[a] == subtopic[b]]
    for likeness in _LIKENESSES[::-1]:
        group = group_documents(parsed, threshold=float(likeness))
        if sum(group[a] == group[b] for a, b in pairs) >= _TOGETHER * len(pairs):
            break
    return round(float(likeness), 3)


def _best(values: NDArray[np.float64], measure: Callable[[float], float]) -> float:
    """The value that measures best; of several, the middle one."""
    measured = [measure(float(v)) for v in values]
    top = [float(v) for v, m in zip(values, measured, strict=True) if m >= max(measured) - 1e-9]
    return round(top[len(top) // 2], 3)


def fit_apart(
    documents: Sequence[GoldDocument],
    parsed: Parsed,
    meanings: Meanings,
    *,
    unit: Callable[[GoldDocument], str],
    compared: Sequence[str],
    folds: int = FOLDS,
) -> dict[str, EventModel]:
    """For each document a model that was fitted on the documents of other units alone: a fold holds out units whole."""
    fold = fold_of([unit(d) for d in documents], folds=folds)
    found: dict[str, EventModel] = {}
    for n in sorted(set(fold.values())):
        model = fit_events([d for d in documents if fold[unit(d)] != n], parsed, meanings, compared=compared)
        found |= {d.name: model for d in documents if fold[unit(d)] == n}
    return found


def link_apart(
    documents: Sequence[GoldDocument],
    parsed: Parsed,
    meanings: Meanings,
    models: Mapping[str, EventModel],
    incidents: Mapping[str, str],
) -> dict[str, tuple[str, int]]:
    """The cluster of each mention, by the model of its document. Documents of two models are never linked."""
    found: dict[str, tuple[str, int]] = {}
    for model in {id(m): m for m in models.values()}.values():
        held = [d for d in documents if models[d.name] is model]
        linked = link_documents(held, parsed, meanings, model, incidents)
        found |= {mention: (f"{id(model)} {incident}", n) for mention, (incident, n) in linked.items()}
    return found

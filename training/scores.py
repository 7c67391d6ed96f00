"""Scores of the tasks beside roles, each a few figures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.answers import Read
from training.corpora.briefs import read_briefs
from training.entities import fit_logistic
from training.fit import Case
from training.labelled import Labelled
from training.labels import MODALITIES, TRIGGER_GROUPS
from training.read import Encoder

_FEWEST = 10
"""A group told less often than that on the held-out documents takes the threshold of all groups."""


def fit_trigger_thresholds(reads: Sequence[Read], labels: Sequence[Labelled]) -> dict[str, float]:
    """For each group the probability of telling an event with the best F1 over pieces of that group."""
    rows = [_piece_rows(r, d) for r, d in zip(reads, labels, strict=True) if d.triggers is not None]
    likely = np.concatenate([1 - r.triggers[:, 0] for r, _ in rows])
    group = np.concatenate([r.triggers[:, 1:].argmax(axis=1) + 1 for r, _ in rows])
    gold = np.concatenate([g for _, g in rows])
    everywhere = _best_threshold(likely, gold > 0)
    return {
        name: _best_threshold(likely[group == i], gold[group == i] > 0)
        if (gold == i).sum() >= _FEWEST and (group == i).any()
        else everywhere
        for i, name in enumerate(TRIGGER_GROUPS)
        if i
    }


def _best_threshold(likely: NDArray[Any], wanted: NDArray[Any]) -> float:
    def f1(threshold: float) -> float:
        taken = likely >= threshold
        return float(2 * (taken & wanted).sum() / max(taken.sum() + wanted.sum(), 1))

    return float(max(np.round(np.arange(0.1, 0.9, 0.05), 2), key=f1))


def _piece_rows(read: Read, document: Labelled) -> tuple[Read, NDArray[Any]]:
    gold = np.zeros(len(read.spans), dtype=int)
    for trigger in document.triggers or ():
        for i, (start, end) in enumerate(read.spans):
            if start < trigger.end and trigger.start < end:
                gold[i] = TRIGGER_GROUPS.index(trigger.group)
    return read, gold


def score_triggers(
    reads: Sequence[Read], labels: Sequence[Labelled], thresholds: Mapping[str, float]
) -> dict[str, float]:
    """Precision, recall and F1 of pieces that tell an event, and how often their group is right."""
    right = taken = wanted = same = 0
    for read, document in zip(reads, labels, strict=True):
        if document.triggers is None:
            continue
        _, gold = _piece_rows(read, document)
        found = _found(read, thresholds)
        right += int(((found > 0) & (gold > 0)).sum())
        same += int(((found == gold) & (gold > 0)).sum())
        taken += int((found > 0).sum())
        wanted += int((gold > 0).sum())
    precision, recall = right / max(taken, 1), right / max(wanted, 1)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
        "group right": round(same / max(right, 1), 4),
    }


def _found(read: Read, thresholds: Mapping[str, float]) -> NDArray[Any]:
    """The group of each piece, 0 where it tells no event."""
    if not len(read.spans):
        return np.zeros(0, dtype=int)
    group = read.triggers[:, 1:].argmax(axis=1) + 1
    least = np.array([thresholds[TRIGGER_GROUPS[g]] for g in group])
    return np.where(1 - read.triggers[:, 0] >= least, group, 0)


def score_modality(reads: Sequence[Read], labels: Sequence[Labelled]) -> dict[str, float]:
    """How often the likeliest modality of a trigger is that of the rules; and of those that are not actual."""
    pairs = []
    for read, document in zip(reads, labels, strict=True):
        for trigger in document.triggers or ():
            inside = [i for i, (a, b) in enumerate(read.spans) if a < trigger.end and trigger.start < b]
            if inside and trigger.modality:
                pairs.append((MODALITIES[int(read.modality[inside[0]].argmax())], trigger.modality))
    unreal = [p for p in pairs if p[1] != "actual"]
    return {
        "right": round(sum(a == b for a, b in pairs) / max(len(pairs), 1), 4),
        "triggers": len(pairs),
        "not actual, found": round(sum(a != "actual" for a, _ in unreal) / max(len(unreal), 1), 4),
        "not actual": len(unreal),
    }


def score_relevance(cases: Sequence[Case]) -> dict[str, float]:
    """How well the best window of a document tells documents with templates from those without (area under ROC)."""
    best = np.array([c.read.window.max() if len(c.read.window) else 0.0 for c in cases])
    wanted = np.array([bool(c.document.templates) for c in cases])
    above = (best[wanted][:, None] > best[~wanted][None, :]).mean() + 0.5 * (
        best[wanted][:, None] == best[~wanted][None, :]
    ).mean()
    return {"area under ROC": round(float(above), 4), "documents": len(cases)}


def score_briefs(
    folder: Path, encoder: Encoder, pair: tuple[float, float], thresholds: Mapping[str, float]
) -> dict[str, dict[str, float]]:
    """On the held-out third of the briefs: triggers in quotes of incidents, in texts that tell none, and pairs."""
    quotes = false = 0
    documents = list(read_briefs(folder, held_out=True))
    tellings: list[Telling] = []
    for document in documents:
        read = encoder.read(document.text)
        if document.relevant:
            quotes += len(list(_incident_quotes(folder, document)))
            tellings += _tellings(folder, document, read, thresholds)
        else:
            false += bool((_found(read, thresholds) > 0).any())
    cosines, same = _compare(tellings)
    said = pair[0] * cosines + pair[1] > 0
    return {
        "briefs held out, incidents with a trigger in their quote": {
            "recall": round(len(tellings) / max(quotes, 1), 4),
            "incidents": quotes,
            "texts without incident that got a trigger": false,
            "texts without incident": sum(not d.relevant for d in documents),
        },
        "briefs held out, same incident, pairs of triggers": {
            "right": round(float((said == same).mean()), 4),
            "pairs": len(same),
            "same": int(same.sum()),
            "same, found": int((said & same).sum()),
            "said to be the same": int(said.sum()),
        },
    }


def fit_pair(folder: Path, encoder: Encoder, thresholds: Mapping[str, float]) -> tuple[float, float]:
    """Scale and offset by which a cosine tells same incidents, fitted on the briefs that are not held out.

    Training sees only whether two triggers are closer than others; the briefs say where to draw the line. Which
    incidents are the same was no label in training.
    """
    tellings: list[Telling] = []
    for document in read_briefs(folder):
        if document.relevant:
            tellings += _tellings(folder, document, encoder.read(document.text), thresholds)
    cosines, same = _compare(tellings)
    scale, offset = fit_logistic(cosines[:, None], same.astype(float), penalty=0.01)
    return float(scale), float(offset)


class Telling(NamedTuple):
    """A trigger in the quote of an incident: which incident, and the vector of its likeliest piece."""

    incident: str
    vector: NDArray[Any]


def _tellings(folder: Path, document: Labelled, read: Read, thresholds: Mapping[str, float]) -> Iterator[Telling]:
    found = _found(read, thresholds)
    for incident, start, end in _incident_quotes(folder, document):
        inside = [i for i, (a, b) in enumerate(read.spans) if start <= a and b <= end and found[i] > 0]
        if inside:
            yield Telling(incident, read.event[min(inside, key=lambda i: read.triggers[i, 0])])


def _compare(tellings: Sequence[Telling]) -> tuple[NDArray[Any], NDArray[Any]]:
    """The cosine of every two tellings, and whether they tell one incident."""
    unit = np.stack([t.vector / np.linalg.norm(t.vector) for t in tellings])
    first, second = np.triu_indices(len(tellings), k=1)
    names = np.array([t.incident for t in tellings])
    return (unit @ unit.T)[first, second], names[first] == names[second]


def _incident_quotes(folder: Path, document: Labelled) -> Iterator[tuple[str, int, int]]:
    gold = json.loads((folder / "gold" / f"{document.id}.json").read_text(encoding="utf-8"))
    for incident in gold["incidents"]:
        start = document.text.find(incident["quote"])
        if start >= 0:
            yield incident["global_id"], start, start + len(incident["quote"])

"""Template F1: whole incident templates scored slot by slot, one predicted to one gold.

Du, Rush, Cardie: Template Filling with Generative Transformers (GTT), NAACL 2021, section 5, and its ``eval.py``.
A predicted template counts only beside a gold one of its incident type; all its slots count as wrong otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.evaluation.ceaf import Tally, pool
from tallystick.evaluation.muc_templates import MucRole, MucTemplate

INCIDENT_TYPE = "incident_type"
_MOST_PAIRINGS = 4096  # kept at a time; only a document with a dozen templates alike on both sides meets it


def score_templates(predicted: Sequence[MucTemplate], gold: Sequence[MucTemplate]) -> dict[str, Tally]:
    """The tally of each slot of one document, under the pairing of templates that gives the best F1 over all slots."""
    pairs = _best_pairs(predicted, gold)
    tallies = {slot: Tally() for slot in (INCIDENT_TYPE, *(role.value for role in MucRole))}
    for made in predicted:
        for slot in tallies:
            tallies[slot] += Tally(predicted=_size(made, slot))
    for wanted in gold:
        for slot in tallies:
            tallies[slot] += Tally(gold=_size(wanted, slot))
    for i, j in pairs.items():
        for slot, tally in _hits(predicted[i], gold[j]).items():
            tallies[slot] += tally
    return tallies


def _best_pairs(predicted: Sequence[MucTemplate], gold: Sequence[MucTemplate]) -> dict[int, int]:
    """Goes through the predicted templates one by one and keeps, for each set of gold ones used, what may still win.

    The sizes of both sides do not depend on the pairing. So only how many fillers are right and how many are found
    decides, and a pairing that is no better in either than one over the same gold templates can be let go.
    """
    predicted_size = sum(_size(t, s) for t in predicted for s in _SLOTS)
    gold_size = sum(_size(t, s) for t in gold for s in _SLOTS)
    kept: dict[frozenset[int], dict[tuple[int, int], dict[int, int]]] = {frozenset(): {(0, 0): {}}}
    for i, made in enumerate(predicted):
        grown = {used: dict(front) for used, front in kept.items()}
        for j, wanted in enumerate(gold):
            if made.incident_type not in wanted.incident_type:
                continue
            gain = pool(_hits(made, wanted))
            for used, front in kept.items():
                if j in used:
                    continue
                target = grown.setdefault(used | {j}, {})
                for (right, found), pairs in front.items():
                    target.setdefault((right + gain.right, found + gain.found), {**pairs, i: j})
        kept = {used: _undominated(front) for used, front in grown.items()}
        if len(kept) > _MOST_PAIRINGS:
            best = sorted(kept, key=lambda used: -max(map(sum, kept[used])))
            kept = {used: kept[used] for used in best[:_MOST_PAIRINGS]}
    candidates = [(key, pairs) for front in kept.values() for key, pairs in front.items()]
    return max(candidates, key=lambda c: Tally(c[0][0], predicted_size, c[0][1], gold_size).f1)[1]


def _undominated(front: dict[tuple[int, int], dict[int, int]]) -> dict[tuple[int, int], dict[int, int]]:
    return {
        key: pairs
        for key, pairs in front.items()
        if not any(other != key and other[0] >= key[0] and other[1] >= key[1] for other in front)
    }


def _hits(made: MucTemplate, wanted: MucTemplate) -> dict[str, Tally]:
    """What two paired templates share, slot by slot. Several predicted fillers may be right by one gold entity."""
    hits = {INCIDENT_TYPE: Tally(right=1, found=1)}
    for role in MucRole:
        ours, theirs = made.of(role), wanted.of(role)
        hits[role.value] = Tally(
            right=sum(any(o <= t for t in theirs) for o in ours),
            found=sum(any(o <= t for o in ours) for t in theirs),
        )
    return hits


_SLOTS = (INCIDENT_TYPE, *(role.value for role in MucRole))


def _size(template: MucTemplate, slot: str) -> int:
    return 1 if slot == INCIDENT_TYPE else len(template.of(MucRole(slot)))

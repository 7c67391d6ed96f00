"""Fits on held-out documents what turns probabilities into decisions, and scores it on others.

Thresholds of triggers: the F1 over words of the held-out documents. Choice of entities: CEAF-REE per role.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tallystick.evaluation.ceaf import Entity, Tally, as_entity, count_fillers, normalise_string
from tallystick.evaluation.muc_templates import MucDocument, MucRole, fillers_of_document
from training.answers import Read
from training.entities import Candidate, Known, Rescorer, choose, find_candidates, fit_logistic
from training.labels import ROLES

MUC_ROLE = dict(
    zip(ROLES, (MucRole.PERP_IND, MucRole.PERP_ORG, MucRole.TARGET, MucRole.VICTIM, MucRole.WEAPON), strict=True)
)
_GRID = np.round(np.arange(0.1, 0.75, 0.025), 3)


@dataclass(frozen=True)
class Case:
    """A read document beside its gold."""

    document: MucDocument
    read: Read
    candidates: tuple[Candidate, ...]

    def gold(self, role: str) -> list[Entity]:
        """The gold entities of a role, each a set of normalised strings."""
        return fillers_of_document(self.document.templates, MUC_ROLE[role])


def make_case(document: MucDocument, read: Read) -> Case:
    """A case with its candidates."""
    return Case(document, read, tuple(find_candidates(read)))


def fit_rescorer(cases: Sequence[Case], *, known: Known) -> Rescorer:
    """Weights by logistic regression, then for each role a threshold of half the best F1 that can be had.

    With probabilities that are about right, that is the threshold with the best F1 (Lipton et al. 2014); the one
    that happens to be best on sixty entities is far noisier.
    """
    weights, offsets = {}, {}
    for role in ROLES:
        rows, wanted = [], []
        for case in cases:
            strings = {s for entity in case.gold(role) for s in entity}
            for candidate in case.candidates:
                if candidate.role == role:
                    rows.append(candidate.features)
                    wanted.append(float(normalise_string(candidate.string) in strings))
        fitted = fit_logistic(np.array(rows), np.array(wanted), penalty=5.0)
        weights[role], offsets[role] = tuple(float(w) for w in fitted[:-1]), float(fitted[-1])
    rescorer = Rescorer(weights, offsets, dict.fromkeys(ROLES, 0.5))
    for role in ROLES:
        best = max(tally(cases, _at(rescorer, role, t), known=known)[role].f1 for t in _GRID)
        rescorer = _at(rescorer, role, round(best / 2, 3))
    return rescorer


def _at(rescorer: Rescorer, role: str, threshold: float) -> Rescorer:
    return replace(rescorer, thresholds={**rescorer.thresholds, role: float(threshold)})


def tally(cases: Sequence[Case], rescorer: Rescorer, *, known: Known) -> Mapping[str, Tally]:
    """CEAF-REE counts of each role."""
    counts = {role: Tally() for role in ROLES}
    for case in cases:
        chosen = choose(case.candidates, rescorer, known=known, text=case.document.text)
        for role in ROLES:
            counts[role] += count_fillers([as_entity([s]) for s in chosen[role]], case.gold(role))
    return counts

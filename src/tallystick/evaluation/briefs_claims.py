"""Claims and relations of briefs: who claims which incident by the brief's own words, and how actors stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tallystick.evaluation.briefs_gold import Brief, GroupClaim, Told
from tallystick.evaluation.names import are_alike
from tallystick.evaluation.score import ErrorCase, Figure, Unit, figures_prf
from tallystick.evaluation.ties import Tie, pair_ties, readings_of


@dataclass
class ClaimSums:
    """What the claims and relations of some briefs come to."""

    told: int = 0
    found: int = 0
    right: int = 0
    false: int = 0
    group_told: int = 0
    group_found: int = 0
    group_marks: int = 0
    ties_told: int = 0
    ties_found: int = 0
    ties_found_coded: int = 0
    ties_right: int = 0
    errors: list[ErrorCase] = field(default_factory=list)

    def add_claimants(
        self, brief: Brief, pairs: Sequence[tuple[int, Told]], claimants: Mapping[str, Sequence[str]]
    ) -> None:
        """Takes in who claims the incidents of one brief.

        ``pairs`` are the incidents found: the index of the coded one and the one read. ``claimants`` are those of each
        incident id. A claim on an incident that the brief does not tell so, or not at all, is false.
        """
        coded = {own.id: brief.incidents[a] for a, own in pairs}
        for incident_id, told in coded.items():
            names = claimants.get(incident_id, ())
            self.told += len(told.claimed_by)
            self.found += len(names)
            taken = [c for c in told.claimed_by if any(are_alike(c, n) for n in names)]
            self.right += len(taken)
            for name in told.claimed_by:
                if name not in taken:
                    self._add_error(brief, "claim missed", name, "nothing", told.spans[0])
        for incident_id, names in claimants.items():
            gold = coded.get(incident_id)
            for name in names:
                if gold is None or not any(are_alike(name, c) for c in gold.claimed_by):
                    self.false += 1
                    span = gold.spans[0] if gold else (0, 0)
                    self._add_error(brief, "false claim", "nothing", name, span)

    def add_group_claims(self, brief: Brief, found: Sequence[GroupClaim]) -> None:
        """Takes in the claims of one brief over sets: each coded one must be found, and mark no incident."""
        for gold in brief.group_claims:
            self.group_told += 1
            own = [f for f in found if _overlap(gold, f) and are_alike(gold.claimant, f.claimant)]
            self.group_found += bool(own)
            self.group_marks += any(f.marks for f in own)
            if not own:
                self._add_error(brief, "group claim missed", gold.claimant, "nothing", gold.span)

    def add_ties(self, brief: Brief, found: Sequence[Tie], coded: frozenset[str]) -> None:
        """Takes in the relations of one brief; ``coded`` are our predicates that the coders of the set had in view."""
        pairs = pair_ties(brief.relations, found)
        self.ties_told += len(brief.relations)
        self.ties_found += len(found)
        self.ties_found_coded += sum(tie.predicate in coded for tie in found)
        self.ties_right += len(pairs)
        for a, tie in enumerate(brief.relations):
            if all(a != c for c, _ in pairs):
                self._add_error(brief, "relation missed", str(tie), "nothing", (0, 0))
        for b, tie in enumerate(found):
            if all(b != d for _, d in pairs):
                self._add_error(brief, "false relation", "nothing", str(tie), (0, 0))

    def figures(self, of: str) -> Iterator[Figure]:
        """The figures; ``of`` names the briefs that they are of."""
        yield from figures_prf(f"claimant{of}", self.right, self.found, self.told)
        yield Figure(f"false claims{of}", self.false, self.found, Unit.COUNT)
        yield from figures_prf(
            f"relation, coded predicates{of}", self.ties_right, self.ties_found_coded, self.ties_told
        )
        yield from figures_prf(f"relation, all{of}", self.ties_right, self.ties_found, self.ties_told)
        if self.group_told:
            yield Figure(f"group claims found{of}", self.group_found / self.group_told, self.group_told)
        yield Figure(f"group claims that mark an incident{of}", self.group_marks, self.group_told, Unit.COUNT)

    def _add_error(self, brief: Brief, kind: str, expected: str, got: str, span: tuple[int, int]) -> None:
        text = brief.report.text[slice(*span)] or brief.report.text
        self.errors.append(ErrorCase(brief.name, kind, expected, got, text, weight=2.0))


def predicates_coded(briefs: Sequence[Brief]) -> frozenset[str]:
    """Our predicates that say what some coded relation of the set says, from either end.

    Coders code some relations and pass over others (briefs that say "Iran-backed militias" have no row for it), so a
    found relation of a kind that they never coded is not told false by their silence.
    """
    return frozenset(str(p) for b in briefs for tie in b.relations for p, _ in readings_of(tie.predicate))


def _overlap(first: GroupClaim, second: GroupClaim) -> bool:
    return first.span[0] < second.span[1] and second.span[0] < first.span[1]

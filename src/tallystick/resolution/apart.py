"""What may never be one incident: what one report tells apart, and what a person said is not one."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.codebook import is_compatible_kind
from tallystick.model.place import Place
from tallystick.model.terms import LinkKind
from tallystick.resolution.cluster import Group
from tallystick.resolution.constraints import Constraints
from tallystick.resolution.features.manner import UNTELLING
from tallystick.resolution.linkage.words import words_of
from tallystick.resolution.telling import Telling
from tallystick.resolution.window import days_between


class Apart:
    """Which of some tellings, by number, may never be one incident: told apart by their one report, or by a person."""

    def __init__(self, tellings: Sequence[Telling], constraints: Constraints) -> None:
        self._tellings = tellings
        self._constraints = constraints
        reports: dict[str, int] = {}
        self._report = [reports.setdefault(t.mention.report_id, len(reports)) for t in tellings]
        decided = {mention for pair in constraints.parted for mention in pair}
        self._decided = {n for n, t in enumerate(tellings) if t.mention.id in decided} if decided else set()

    def is_decided(self, number: int) -> bool:
        """True if a person said of a telling what it is not one incident with."""
        return number in self._decided

    def can_part(self, a: int, b: int) -> bool:
        """True if something could tell the two apart: a report that tells both, or a person."""
        return self._report[a] == self._report[b] or (a in self._decided and b in self._decided)

    def must_part(self, ours: Group, theirs: Group) -> bool:
        """True if one of ours and one of theirs are told or decided apart."""
        report, tellings = self._report, self._tellings
        reports = {report[a] for a in ours}
        # Most clusters share no report: they are done with here.
        for b in theirs:
            if report[b] in reports and any(
                report[a] == report[b] and why_told_apart(tellings[a], tellings[b]) is not None for a in ours
            ):
                return True
        return bool(self._decided) and any(
            self._constraints.is_parted(tellings[a], tellings[b])
            for a in self._decided.intersection(ours)
            for b in self._decided.intersection(theirs)
        )


def why_told_apart(a: Telling, b: Telling) -> str | None:
    """In words, how the report of both tells them apart; null if it does not."""
    if b.mention.id in a.mention.counted_apart or a.mention.id in b.mention.counted_apart:
        return "the report counts them apart"
    if _leads_to(a, b) or _leads_to(b, a):
        return "the report tells one as following the other"
    if a.has_told_day and b.has_told_day and days_between(a.window, b.window) > 0:
        return "the report tells them of different days"
    here, there = a.mention.where, b.mention.where
    if here and there and a.has_point and b.has_point and _are_two_spots(here, there):
        return f"the report tells them of different places: {here.name}, {there.name}"
    if not is_compatible_kind(a.mention.event_kind, b.mention.event_kind):
        return "the report tells them as different kinds"
    ours, theirs = ({w.kind for w in t.mention.weapons} for t in (a, b))
    if ours and theirs and not ours & theirs and not (ours | theirs) & UNTELLING:
        return "the report tells them of different weapons"
    return None


def _are_two_spots(here: Place, there: Place) -> bool:
    """True of two places of one precision; of two that no list holds, if their names have no word in common."""
    if here.is_unlisted and there.is_unlisted:
        return not set(words_of(here.name)) & set(words_of(there.name))
    return here.precision is there.precision and here.id != there.id


def _leads_to(a: Telling, b: Telling) -> bool:
    return any(b.mention.id in link.mention_ids and link.kind is not LinkKind.PART_OF for link in a.mention.links)

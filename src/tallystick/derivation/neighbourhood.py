"""Tellings and the kept pairs between them, read from the ledger as they are asked for, with what is new on top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from tallystick.ledger.index import Placed, Tie
from tallystick.ledger.standing import Standing


class Neighbourhood:
    """What stands near the tellings that changed.

    ``fresh`` are the tellings of the reports that changed, as they are now, ``gone`` as they were when last derived;
    ``ties`` are the kept pairs of the fresh ones. ``seeds`` are all from which a change begins.
    """

    def __init__(
        self, standing: Standing, *, fresh: Iterable[Placed], gone: Iterable[Placed], ties: Iterable[Tie]
    ) -> None:
        self._standing = standing
        self.seeds: set[str] = set()
        self.fresh = {row.mention_id: row for row in fresh}
        self.gone = {row.mention_id: row for row in gone}
        self._rows: dict[str, Placed] = {}
        self._fresh_in: dict[str, set[str]] = defaultdict(set)
        for row in self.fresh.values():
            self._fresh_in[row.report_id].add(row.mention_id)
        self._new: dict[str, list[Tie]] = defaultdict(list)
        for tie in ties:
            self._new[tie.left_id].append(tie)
            self._new[tie.right_id].append(tie)
        self._known: dict[str, list[Tie]] = {}
        self._reports: dict[str, frozenset[str]] = {}

    def row(self, mention_id: str) -> Placed:
        """How a telling is filed now; one that is gone, how it was. Its ties or its report must have been asked for."""
        return self.fresh.get(mention_id) or self.gone.get(mention_id) or self._rows[mention_id]

    def is_known(self, mention_id: str) -> bool:
        """True if a telling is, or was, on file."""
        self._load_rows([mention_id])
        return any(mention_id in rows for rows in (self.fresh, self.gone, self._rows))

    def home_on_file(self, mention_id: str) -> str | None:
        """The incident on file that a telling is of, as last derived; null for none."""
        if mention_id in self.gone:
            return self.gone[mention_id].incident_id
        self._load_rows([mention_id])
        return self._rows[mention_id].incident_id if mention_id in self._rows else None

    def sorts(self, mention_id: str) -> set[str]:
        """How a telling is filed now, and how it was."""
        return {rows[mention_id].sort for rows in (self.fresh, self.gone, self._rows) if mention_id in rows}

    def ties(self, mention_ids: Collection[str]) -> list[Tie]:
        """The kept pairs of tellings as they are, each once."""
        self._load_ties(mention_ids)
        stored = (tie for i in mention_ids if i not in self.gone for tie in self._known[i])
        valid = {tie for tie in stored if tie.left_id not in self.gone and tie.right_id not in self.gone}
        return list(valid.union(*(self._new.get(i, ()) for i in mention_ids)))

    def ties_then_and_now(self, mention_ids: Collection[str]) -> list[Tie]:
        """The kept pairs of tellings as they are and as they were."""
        self._load_ties(mention_ids)
        return [tie for i in mention_ids for tie in (*self._known[i], *self._new.get(i, ()))]

    def new_ties(self) -> list[Tie]:
        """The kept pairs of fresh tellings."""
        return list({tie for ties in self._new.values() for tie in ties})

    def in_reports(self, report_ids: Collection[str]) -> set[str]:
        """The tellings of those reports as they are."""
        missing = {i for i in report_ids if i not in self._reports}
        found: dict[str, set[str]] = {i: set(self._fresh_in.get(i, ())) for i in missing}
        for row in self._standing.placed_in(missing):
            if row.mention_id not in self.gone and row.sort in TELLINGS:
                self._rows[row.mention_id] = row
                found[row.report_id].add(row.mention_id)
        self._reports.update({i: frozenset(ids) for i, ids in found.items()})
        return {mention for i in report_ids for mention in self._reports[i]}

    def in_incidents(self, incident_ids: Collection[str]) -> dict[str, set[str]]:
        """The tellings of each of those incidents, as last derived, that are not gone."""
        found: dict[str, set[str]] = {i: set() for i in incident_ids}
        for row in self._standing.placed_as(incident_ids):
            if row.mention_id not in self.gone and row.incident_id is not None:
                self._rows[row.mention_id] = row
                found[row.incident_id].add(row.mention_id)
        return found

    def _load_ties(self, mention_ids: Collection[str]) -> None:
        missing = [i for i in mention_ids if i not in self._known]
        self._known.update({i: [] for i in missing})
        wanted = set(missing)
        ends: set[str] = set()
        for tie in self._standing.ties(missing):
            for one in wanted.intersection((tie.left_id, tie.right_id)):
                self._known[one].append(tie)
            ends.update((tie.left_id, tie.right_id))
        ends.update(end for i in missing for tie in self._new.get(i, ()) for end in (tie.left_id, tie.right_id))
        self._load_rows({*ends, *missing})

    def _load_rows(self, mention_ids: Iterable[str]) -> None:
        unknown = [i for i in mention_ids if not (i in self._rows or i in self.fresh or i in self.gone)]
        self._rows.update({row.mention_id: row for row in self._standing.placed(unknown)})


TELLINGS = frozenset({"firm", "vague", "left", "bare", "denial"})

"""An index of reports that tells whose copy each is, and takes in one more report without hashing the others again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from tallystick.model.report import Copied, Report
from tallystick.sources.syndication.explain import explain
from tallystick.sources.syndication.kinship import next_towards
from tallystick.sources.syndication.likeness import compare
from tallystick.sources.syndication.passages import Prepared, prepare
from tallystick.sources.syndication.postings import Postings
from tallystick.sources.syndication.sketch import Sketch, sketch_of
from tallystick.sources.syndication.source import Met, source_of

_MOST_PREPARED = 2048


class CopyIndex:
    """Families of copies over a growing set of reports.

    Every report has at most one parent: of the reports that come before it, the one that it shares most of its
    beginning with, if it is a copy of any (`Likeness.is_copy`). A family is what hangs together by parents, and its
    original is the member published first; of one day the one that credits nobody else, then the longest, then by id.
    So a chain is one family, for at every link much of a text was passed on; but a round-up of two stories has one
    parent, and never makes one family of both. All of it follows from the set of reports: the order of adding does
    not matter.

    A pair is compared if its min-hashes meet (`Postings`), each report with the 64 that share most passages with it.
    The texts are asked of ``report_of`` when two are compared, so an index of 100,000 reports holds only sketches:
    to open one again, keep the sketches and add them.

        index = CopyIndex(ledger.report)
        for sketch in stored:
            index.add(sketch)
        index.add(sketch_of(new))
        changed = index.family_of(new.id)    # the reports whose ``copied`` may have changed
    """

    def __init__(self, report_of: Callable[[str], Report]) -> None:
        self._report_of = report_of
        self._sketches: list[Sketch] = []
        self._number: dict[str, int] = {}
        self._postings = Postings()
        self._parents: dict[int, int | None] = {}
        self._families: dict[int, tuple[int, ...]] = {}
        self._text_of = lru_cache(_MOST_PREPARED)(self._prepare)

    def add(self, sketch: Sketch) -> None:
        """Takes in a report by its sketch (`sketch_of`). A report that is there already is left as it is."""
        if sketch.report_id in self._number:
            return
        number = len(self._sketches)
        if self._parents:
            for met in self.met(sketch):
                self._parents.pop(self._number[met.report_id], None)
        self._families.clear()
        self._number[sketch.report_id] = number
        self._sketches.append(sketch)
        self._postings.add(number, sketch)

    def met(self, sketch: Sketch) -> list[Met]:
        """The reports that share passages with a report of that sketch, itself left out."""
        sharing = self._postings.sharing(sketch).items()
        found = (Met(self._sketches[n].report_id, self._sketches[n].rank, shared) for n, shared in sharing)
        return [met for met in found if met.report_id != sketch.report_id]

    def parent(self, report_id: str) -> str | None:
        """The report that this one was taken from, of those before it; null if it is a copy of none of them.

        Raises:
            KeyError: if the report was not added.

        """
        parent = self._parent(self._number[report_id])
        return None if parent is None else self._sketches[parent].report_id

    def sketches(self) -> tuple[Sketch, ...]:
        """The sketches of all reports, as they were added."""
        return tuple(self._sketches)

    def family_of(self, report_id: str) -> tuple[str, ...]:
        """The ids of the report's family, itself too: the original first, the others by day and id.

        Raises:
            KeyError: if the report was not added.

        """
        return tuple(self._sketches[n].report_id for n in self._family(self._number[report_id]))

    def copied(self, report_id: str) -> Copied | None:
        """Whose copy the report is, and why; null for an original.

        Raises:
            KeyError: if the report was not added.

        """
        number = self._number[report_id]
        original = self._family(number)[0]
        if number == original:
            return None
        nearest = next_towards(original, number, self._parent)
        return explain(
            self._report_of(report_id),
            self._report_of(self._sketches[nearest].report_id),
            compare(self._text_of(report_id), self._text_of(self._sketches[nearest].report_id)),
            original=self._sketches[original].report_id,
        )

    def _family(self, number: int) -> tuple[int, ...]:
        root = self._root(number)
        if root not in self._families:
            members = self._members(root)
            self._families[root] = tuple(sorted(members, key=lambda n: self._sketches[n].claim))
        return self._families[root]

    def _root(self, number: int) -> int:
        while (parent := self._parent(number)) is not None:
            number = parent
        return number

    def _members(self, root: int) -> set[int]:
        members, waiting = {root}, [root]
        while waiting:
            above = waiting.pop()
            for other in self._postings.sharing(self._sketches[above]):
                if other not in members and self._parent(other) == above:
                    members.add(other)
                    waiting.append(other)
        return members

    def _parent(self, number: int) -> int | None:
        if number not in self._parents:
            self._parents[number] = self._find_parent(number)
        return self._parents[number]

    def _find_parent(self, number: int) -> int | None:
        sketch = self._sketches[number]
        source = source_of(sketch.report_id, (m for m in self.met(sketch) if m.rank < sketch.rank), self._text_of)
        return None if source is None else self._number[source]

    def _prepare(self, report_id: str) -> Prepared:
        return prepare(self._report_of(report_id))


def index_of(reports: Iterable[Report]) -> CopyIndex:
    """An index of reports that are all at hand."""
    by_id = {report.id: report for report in reports}
    index = CopyIndex(by_id.__getitem__)
    for report in by_id.values():
        index.add(sketch_of(report))
    return index

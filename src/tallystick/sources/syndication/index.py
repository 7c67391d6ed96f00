"""An index of reports that tells whose copy each is, and takes in one more report without hashing the others again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from tallystick.model.report import Copied, Report
from tallystick.sources.syndication.explain import explain
from tallystick.sources.syndication.kinship import next_towards
from tallystick.sources.syndication.likeness import Likeness, compare
from tallystick.sources.syndication.passages import Prepared, prepare
from tallystick.sources.syndication.postings import Postings
from tallystick.sources.syndication.sketch import Sketch, sketch_of

_MOST_COMPARED = 64
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
        for other in self.later(sketch):
            self._parents.pop(self._number[other], None)
        self._families.clear()
        self._number[sketch.report_id] = number
        self._sketches.append(sketch)
        self._postings.add(number, sketch)

    def later(self, sketch: Sketch) -> tuple[str, ...]:
        """The reports that a report of that sketch may be the source of: they come after it and share passages."""
        sharing = (self._sketches[other] for other in self._postings.sharing(sketch))
        return tuple(other.report_id for other in sharing if other.rank > sketch.rank)

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
            self._compare(number, nearest),
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
        rank = self._sketches[number].rank
        shared = self._postings.sharing(self._sketches[number])
        earlier = [other for other in shared if self._sketches[other].rank < rank]
        earlier.sort(key=lambda other: (-shared[other], self._sketches[other].rank))
        alike = [
            (other, found) for other in earlier[:_MOST_COMPARED] if (found := self._compare(number, other)).is_copy
        ]
        alike.sort(key=lambda pair: (-pair[1].shared_first, self._sketches[pair[0]].rank))
        return alike[0][0] if alike else None

    def _compare(self, left: int, right: int) -> Likeness:
        return compare(self._text_of(left), self._text_of(right))

    def _prepare(self, number: int) -> Prepared:
        return prepare(self._report_of(self._sketches[number].report_id))


def index_of(reports: Iterable[Report]) -> CopyIndex:
    """An index of reports that are all at hand."""
    by_id = {report.id: report for report in reports}
    index = CopyIndex(by_id.__getitem__)
    for report in by_id.values():
        index.add(sketch_of(report))
    return index

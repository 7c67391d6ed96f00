"""Whose copies the reports are that changed, and those that share passages with them: found by what is on file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from tallystick.derivation.found import Found, kin_of, with_copied, with_credits
from tallystick.knowledge.base import KnowledgeBase
from tallystick.ledger.kin import Kin
from tallystick.ledger.standing import Standing
from tallystick.model.report import Copied, Report
from tallystick.sources.syndication import (
    FEWEST_SHARED,
    MOST_COMPARED,
    CopyIndex,
    Kinship,
    Met,
    Sketch,
    compared,
    explain_copy,
    kinships,
    shared_passages,
    sketch_of,
    source_of,
)
from tallystick.sources.syndication.passages import prepare


def found_anew(standing: Standing, dirty: Collection[str], knowledge: KnowledgeBase) -> Found:
    """The reports that changed, and all whose copies they are or were or that may be copies of them, in whole families.

    What is not among them has the words that it had: its source comes before it and shares passages with it, so that a
    report bears on no other than those that come after it and share passages.
    """
    changed = {r.id: r for r in with_credits(standing.reports(dirty), knowledge)}
    sketches = {i: sketch_of(r) for i, r in changed.items()}
    parents = _parents(standing, changed, sketches)
    of_all, sketch_of_all = _in_whole_families(standing, parents, sketches)
    kin = kinships(of_all, sketch_of_all)
    before = {r.id: changed.get(r.id, r) for r in standing.reports(of_all)}
    return Found(
        reports=tuple(with_copied(r, _copied(r, kin.get(i), before, changed)) for i, r in sorted(before.items())),
        kin=tuple(kin_of(sketch_of_all[i], parent) for i, parent in parents.items()),
    )


def _parents(
    standing: Standing, changed: Mapping[str, Report], sketches: Mapping[str, Sketch]
) -> dict[str, str | None]:
    """The reports that those that changed, and those that may be copies of them, were taken from; null for none."""
    on_file = standing.kin()
    before = on_file.of(changed)
    met = (
        other.report_id
        for kin in (*before, *(kin_of(sketch, None) for sketch in sketches.values()))
        for other in on_file.after(kin, fewest=FEWEST_SHARED)
    )
    later = on_file.of(set(met) - changed.keys())
    looking = _Looking(standing, changed, sketches, is_news=not before)
    parents = {i: looking.source_of(kin_of(sketch, None)) for i, sketch in sketches.items()}
    for kin in sorted(later, key=lambda kin: kin.report_id):
        parents[kin.report_id] = kin.parent_id if looking.stays(kin) else looking.source_of(kin)
    return parents


class _Looking:
    """Looking for the sources of reports, among those on file and those that changed. It ``is_news`` if none of these
    was on file before.
    """

    def __init__(
        self, standing: Standing, changed: Mapping[str, Report], sketches: Mapping[str, Sketch], *, is_news: bool
    ) -> None:
        self._standing = standing
        self._changed = changed
        self._is_news = is_news
        self._texts = {i: prepare(r) for i, r in changed.items()}
        self._new = CopyIndex(changed.__getitem__)
        for sketch in sketches.values():
            self._new.add(sketch)

    def source_of(self, kin: Kin) -> str | None:
        """The report that one was taken from; null if it is a copy of none."""
        found = compared([*self._new_before(kin), *self._filed_before(kin)])
        self._read([kin.report_id, *(m.report_id for m in found)])
        return source_of(kin.report_id, found, self._texts.__getitem__)

    def stays(self, kin: Kin) -> bool:
        """True if a report on file is sure to be taken from the one that it was taken from before, if from any: of what
        is new none is like it, nor pushes its source out of those that it is compared with.
        """
        new = self._new_before(kin)
        self._read([kin.report_id])
        if not self._is_news or source_of(kin.report_id, new, self._texts.__getitem__) is not None:
            return False
        if kin.parent_id is None:
            return True
        (parent,) = (_sketch_from(k) for k in self._standing.kin().of([kin.parent_id]))
        source = Met(parent.report_id, parent.rank, shared_passages(_sketch_from(kin), parent))
        return all(source.nearness < m.nearness for m in new)

    def _new_before(self, kin: Kin) -> list[Met]:
        sketch = _sketch_from(kin)
        return [m for m in self._new.met(sketch) if m.rank < sketch.rank]

    def _filed_before(self, kin: Kin) -> Iterator[Met]:
        # What changed is met as it was, which does not count any more: so many more are asked for.
        most = MOST_COMPARED if self._is_news else MOST_COMPARED + len(self._changed)
        for met in self._standing.kin().before(kin, fewest=FEWEST_SHARED, most=most):
            if met.report_id not in self._changed:
                yield Met(met.report_id, (met.published, met.words, met.report_id), met.shared)

    def _read(self, report_ids: Iterable[str]) -> None:
        missing = [i for i in report_ids if i not in self._texts]
        self._texts.update({report.id: prepare(report) for report in self._standing.reports(missing)})


def _in_whole_families(
    standing: Standing, parents: Mapping[str, str | None], sketches: Mapping[str, Sketch]
) -> tuple[dict[str, str | None], dict[str, Sketch]]:
    """The parents and sketches of all that are, or were, of one family with those whose parents were found anew."""
    on_file = standing.kin()
    of_all: dict[str, str | None] = {}
    sketch_of_all: dict[str, Sketch] = {}
    waiting = {*parents, *standing.families(parents)}
    while waiting:
        filed = {kin.report_id: kin for kin in on_file.of(waiting)}
        sketch_of_all.update({i: sketches.get(i) or _sketch_from(filed[i]) for i in waiting})
        of_all.update({i: parents[i] if i in parents else filed[i].parent_id for i in waiting})
        above = {parent for i in waiting if (parent := of_all[i]) is not None}
        below = {kin.report_id for kin in on_file.of_parents(waiting) if kin.report_id not in parents}
        waiting = (above | below) - of_all.keys()
    return of_all, sketch_of_all


def _copied(
    report: Report, kinship: Kinship | None, reports: Mapping[str, Report], changed: Mapping[str, Report]
) -> Copied | None:
    """Why a report is a copy: as before, where both texts that are compared are the same two."""
    if kinship is None:
        return None
    original, nearest = kinship
    before = report.copied
    if before is not None and before.nearest == nearest and changed.keys().isdisjoint((report.id, nearest)):
        return before.model_copy(update={"original": original})
    return explain_copy(report, reports[nearest], original=original)


def _sketch_from(kin: Kin) -> Sketch:
    return Sketch(
        report_id=kin.report_id,
        published=kin.published,
        words=kin.words,
        credited=kin.credited,
        head=kin.head,
        tail=kin.tail,
    )

"""Whose copies the reports are that changed, and those that share passages with them: found by what is on file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tallystick.derivation.found import Found, kin_of, with_copied, with_credits
from tallystick.knowledge.base import KnowledgeBase
from tallystick.ledger.kin import Kin, KinOnFile
from tallystick.ledger.standing import Standing
from tallystick.model.report import Copied, Report
from tallystick.sources.syndication import CopyIndex, Kinship, Sketch, explain_copy, kinships, sketch_of


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

    def report_of(report_id: str) -> Report:
        return changed.get(report_id) or standing.reports([report_id])[0]

    index = CopyIndex(report_of)
    earlier = [_sketch_from(kin) for kin in on_file.of(changed)]
    _add_sharing(index, on_file, [*earlier, *sketches.values()], but=changed)
    later = {i for sketch in (*earlier, *sketches.values()) for i in index.later(sketch)}
    _add_sharing(index, on_file, [s for s in index.sketches() if s.report_id in later], but=changed)
    for sketch in sketches.values():
        index.add(sketch)
    return {i: index.parent(i) for i in (*changed, *sorted(later))}


def _add_sharing(index: CopyIndex, on_file: KinOnFile, sketches: Iterable[Sketch], *, but: Collection[str]) -> None:
    """Adds to the index all that is on file and has a key in common with one of the sketches."""
    keys = {key for sketch in sketches for passage in (*sketch.head, *sketch.tail) for key in passage}
    for kin in on_file.sharing(keys):
        if kin.report_id not in but:
            index.add(_sketch_from(kin))


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

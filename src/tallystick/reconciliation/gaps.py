"""Why a tally and the incidents on file may come to different numbers (conventions of quoted tallies: gap reasons)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from tallystick.model.countable import Countable
from tallystick.model.mention import Range, TallyMention
from tallystick.model.quote import Quote
from tallystick.model.tally import Gap
from tallystick.model.terms import EventKind, GapReason, TallyUnit
from tallystick.reconciliation.count import bounds
from tallystick.reconciliation.cover import Cover
from tallystick.reconciliation.readings import Readings

_ONE_BY_ONE = (TallyUnit.ATTACKS, TallyUnit.STRIKES)


def find_gaps(tally: TallyMention, covered: Cover, read: Readings, revision: Quote | None) -> tuple[Gap, ...]:
    """The reasons that the incidents on file give for a difference; empty where there is none.

    Each reason is one that may hold and that something on file shows. None of them is proven; several may hold.
    """
    number = read.counted.number
    if number is None:
        return tuple(_revised(revision))
    high = bounds(tally)[1]
    over = max(0, number - high) if high is not None else 0
    if read.missing:
        found = [*_unclear(covered), *_salvos(tally, covered, number), *_not_told(read), *_revised(revision)]
    elif over:
        found = [*_narrower(covered, over), *_twice(covered), *_revised(revision)]
    else:
        return ()
    return tuple(found) or (
        Gap(reason=GapReason.UNKNOWN, number=over or read.missing, why="Nothing on file explains it."),
    )


def _unclear(covered: Cover) -> Iterator[Gap]:
    for reason, incidents, what in (
        (GapReason.WINDOW_MISMATCH, covered.by_day, "may lie in the days that are counted"),
        (GapReason.SCOPE_MISMATCH, covered.by_scope, "may be of the sort that is counted"),
    ):
        if incidents:
            yield Gap(
                reason=reason,
                number=len(incidents),
                why=f"{_incidents(len(incidents))} on file {what}: what is told leaves it open.",
                incident_ids=_ids(incidents),
            )
    if covered.vague:
        yield Gap(
            reason=GapReason.UNKNOWN,
            number=len(covered.vague),
            why=f"{_incidents(len(covered.vague))} on file {_is(len(covered.vague))} told too vaguely to be counted.",
            incident_ids=_ids(covered.vague),
        )


def _salvos(tally: TallyMention, covered: Cover, number: int) -> Iterator[Gap]:
    """Incidents of several rounds: a counter may have counted the rounds, or each of them as an attack."""
    if tally.unit not in _ONE_BY_ONE:
        return
    salvos = [(i, n) for i in covered.inside if (n := _rounds(i.weapon_count)) > 1]
    if not salvos:
        return
    extra = sum(n - 1 for _, n in salvos)
    low, high = bounds(tally)
    together = number + extra
    ids = _ids([i for i, _ in salvos])
    if low is not None and high is not None and low <= together <= high:
        why = f"Counted by the round, the incidents inside come to {together}: the count may be of rounds."
        yield Gap(reason=GapReason.UNIT_MISMATCH, number=extra, why=why, incident_ids=ids)
    else:
        rounds = extra + len(ids)
        why = f"{_incidents(len(ids))} inside had {rounds} rounds in all, and may be counted as several each."
        yield Gap(reason=GapReason.SPLIT_OR_SALVO, number=extra, why=why, incident_ids=ids)


def _not_told(read: Readings) -> Iterator[Gap]:
    if read.counted.untold:
        why = f"{_incidents(read.counted.untold)} inside {_is(read.counted.untold)} told without the number."
        yield Gap(reason=GapReason.NOT_IN_SOURCES, why=why)
    elif read.lenient.missing:
        many = read.lenient.missing
        why = f"{many} of the count {_is(many)} told one by one in no report on file, however its scope is read."
        yield Gap(reason=GapReason.NOT_IN_SOURCES, number=many, why=why)


def _narrower(covered: Cover, over: int) -> Iterator[Gap]:
    unsure = sorted({i.id for i in covered.inside} - {i.id for i in covered.strict})
    if unsure:
        why = f"{_incidents(len(unsure))} inside {_is(len(unsure))} not surely covered: the count may be narrower."
        yield Gap(reason=GapReason.SCOPE_MISMATCH, number=min(over, len(unsure)), why=why, incident_ids=tuple(unsure))


def _twice(covered: Cover) -> Iterator[Gap]:
    """Incidents of one day, place and kind."""
    alike: dict[tuple[date, str, EventKind], list[Countable]] = defaultdict(list)
    for i in covered.inside:
        if i.start is not None and i.start == i.end and i.place is not None and not i.place.is_area:
            alike[i.start, i.place.id, i.kind].append(i)
    several = [same for same in alike.values() if len(same) > 1]
    if several:
        extra = sum(len(same) - 1 for same in several)
        ids = _ids([i for same in several for i in same])
        why = f"{_incidents(len(ids))} inside share day, place and kind with another: {extra} may stand on file twice."
        yield Gap(reason=GapReason.DUPLICATE_IN_LEDGER, number=extra, why=why, incident_ids=ids)


def _revised(revision: Quote | None) -> Iterator[Gap]:
    if revision is not None:
        why = f"The report says that the count was revised (“{revision.exact}”)."
        yield Gap(reason=GapReason.COUNTER_REVISED, why=why, quote=revision)


def _rounds(told: Range | None) -> int:
    if told is None:
        return 0
    return (told.best if told.best is not None else told.low) or 0


def _ids(incidents: Sequence[Countable]) -> tuple[str, ...]:
    return tuple(sorted(i.id for i in incidents))


def _incidents(number: int) -> str:
    return f"{number} incident{'' if number == 1 else 's'}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"

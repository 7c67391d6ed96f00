"""Incidents of briefs paired with those that a reader found, and judged field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tallystick.evaluation.briefs_gold import Count, Told
from tallystick.evaluation.names import are_alike

# Words in common are not enough of a pair by themselves: something told must agree too.
_LEAST = 2


def pair_incidents(gold: Sequence[Told], found: Sequence[Told]) -> list[tuple[int, int]]:
    """Gold and found incidents of one brief as pairs of indices, best pairs first, each in one pair at most.

    A pair shares words, and then its score is 1, with 2 for the first day, 2 for the place, 1 for the country and
    1 for the kind; it needs 2.
    """
    scored = sorted(
        (
            (_score(g, f), a, b)
            for a, g in enumerate(gold)
            for b, f in enumerate(found)
            if g.overlaps(f) and _score(g, f) >= _LEAST
        ),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    for _, a, b in scored:
        if all(a != c and b != d for c, d in pairs):
            pairs.append((a, b))
    return pairs


def _score(gold: Told, found: Told) -> int:
    return (
        1
        + 2 * (gold.start == found.start)
        + 2 * are_alike(gold.place, found.place)
        + (gold.country == found.country)
        + (gold.kind == found.kind)
    )


FIELDS = (
    "day", "place", "country", "kind", "claimed by", "perpetrator", "status", "killed", "injured", "outcome",
    "background",
)  # fmt: skip


def judge_fields(gold: Told, found: Told, twins: Sequence[Told]) -> Mapping[str, bool]:
    """Which of the ``FIELDS`` were read right.

    ``twins`` are all briefs on the same incident, this one with them: what one leaves out another may tell, and an
    incident shows what all its briefs tell. Day, place and country are judged by the brief alone.
    """
    return {
        "day": _same_day(gold, found),
        "place": are_alike(gold.place, found.place) or (not gold.place and found.country in (None, gold.country)),
        "country": gold.country == found.country,
        "kind": found.kind in {t.kind for t in twins},
        "claimed by": _same_claimants(gold, found, twins),
        "perpetrator": any(_same_doer(t, found) for t in twins),
        "status": found.status in {t.status for t in twins},
        "killed": found.killed in [t.killed for t in twins],
        "injured": found.injured in [t.injured for t in twins],
        "outcome": found.outcome in {t.outcome for t in twins},
        "background": gold.background == found.background,
    }


def _same_day(gold: Told, found: Told) -> bool:
    """The same days, or first days one apart."""
    if (gold.start, gold.end) == (found.start, found.end):
        return True
    return gold.start is not None and found.start is not None and abs((gold.start - found.start).days) <= 1


def _same_claimants(gold: Told, found: Told, twins: Sequence[Told]) -> bool:
    """All whom the brief names, and none but whom some brief on the incident names."""
    known = [c for t in twins for c in t.claimed_by]
    return all(any(are_alike(c, d) for d in found.claimed_by) for c in gold.claimed_by) and all(
        any(are_alike(c, d) for d in known) for c in found.claimed_by
    )


def _same_doer(gold: Told, found: Told) -> bool:
    if not gold.perpetrator or not found.perpetrator:
        return not gold.perpetrator and not found.perpetrator
    return are_alike(gold.perpetrator, found.perpetrator)


def pair_tallies(gold: Sequence[Count], found: Sequence[Count]) -> list[tuple[int, int]]:
    """Gold and found tallies of one brief as pairs of indices: the same number, in order."""
    free = list(range(len(found)))
    pairs = []
    for a, count in enumerate(gold):
        b = next((i for i in free if found[i].value == count.value), None)
        if b is not None:
            free.remove(b)
            pairs.append((a, b))
    return pairs

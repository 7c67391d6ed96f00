"""Tellings without a day or a close place: put to the one incident that they can mean, or listed with several."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from tallystick.resolution.cluster import THRESHOLD
from tallystick.resolution.groups import Candidate, Groups

PLAUSIBLE = 0.2
"""From here on a vague telling is shown with an incident that it may mean."""

OUTDONE = 3.0
"""A vague telling can mean no other incident than the likeliest if that outdoes all others together so many times."""

_LEAST = 1e-4  # scores are given to four digits

Meant = tuple[int, float]
"""A cluster, and how likely a telling is of it."""


def attach_vague(vague: Sequence[int], groups: Groups) -> dict[int, tuple[Candidate, ...]]:
    """Put each telling without a day or a close place to the one incident that it can mean; give back what each of the
    others may mean. The surest goes first: what its report tells apart from it can then no longer mean the same. A link
    to another vague one does not count, so that no guess rests on a guess.
    """
    meant = {n: _meant(n, groups) for n in vague}
    queue = [(-found[1], n, found[0]) for n, found in meant.items() if found is not None]
    heapq.heapify(queue)
    while queue:
        negative, n, g = heapq.heappop(queue)
        if meant.get(n) != (g, -negative):
            continue
        groups.put(n, g)
        del meant[n]
        for other, _ in groups.links.near(n):
            # To all others the cluster is what it was.
            if other in meant and groups.apart.can_part(n, other):
                meant[other] = found = _meant(other, groups)
                if found is not None:
                    heapq.heappush(queue, (-found[1], other, found[0]))
    return {n: several for n in sorted(meant) if (several := _may_mean(n, groups))}


def _meant(number: int, groups: Groups) -> Meant | None:
    """The one incident that a telling can mean, if there is one; one of its own report before those of others."""
    fits = groups.fits(number, by_firm=True)
    told_with = groups.told_with(number)
    own = {g: c for g, c in fits.items() if c.score >= THRESHOLD and g in told_with}
    scores = {g: c.score for g, c in (own or fits).items()}
    best = max(scores.values(), default=0.0)
    if best < THRESHOLD:
        return None
    odds = sum(map(_odds, scores.values()))
    if _odds(best) < OUTDONE * (odds - _odds(best)):
        return _meant_in_one_breath(number, scores, groups)
    return max(scores, key=scores.__getitem__), best


def _meant_in_one_breath(number: int, scores: Mapping[int, float], groups: Groups) -> Meant | None:
    """Of several incidents the one most spoken for, if only those vie with it that a report tells in the same words.

    What is told in one breath of several places is one deed to whoever does not tell the place.
    """
    told = groups.told_by(number, scores)
    best = min(told, key=lambda g: ([-c.score for c in told[g]] + [0.0], told[g][0].telling))
    breath = {_words(candidate, groups) for candidate in told[best]}
    others = sum(_odds(scores[g]) for g in scores if breath.isdisjoint(_words(c, groups) for c in told[g]))
    return (best, scores[best]) if _odds(scores[best]) >= OUTDONE * others else None


def _words(candidate: Candidate, groups: Groups) -> tuple[str, int, int]:
    mention = groups.links.tellings[candidate.telling].mention
    return mention.report_id, mention.trigger.start, mention.trigger.end


def _odds(score: float) -> float:
    return score / max(1 - score, _LEAST)


def _may_mean(number: int, groups: Groups) -> tuple[Candidate, ...]:
    plausible = (c for c in groups.fits(number, by_firm=True).values() if c.score >= PLAUSIBLE)
    return tuple(sorted(plausible, key=lambda c: (-c.score, c.telling)))

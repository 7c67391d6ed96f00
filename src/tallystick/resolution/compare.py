"""Two tellings side by side: how likely they are of one incident, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallystick.model.terms import LinkKind
from tallystick.resolution.features.actors import compare_actors
from tallystick.resolution.features.day import compare_day, days_between
from tallystick.resolution.features.effects import compare_effects
from tallystick.resolution.features.evidence import Evidence, veto
from tallystick.resolution.features.manner import compare_manner
from tallystick.resolution.features.place import compare_place
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

PRIOR_BITS = -5.0
"""Odds of 1 to 32 that two tellings of about one day in one country are of one incident, before anything is known."""

SAME_REPORT_BITS = 2.0
"""A report that does not tell its events apart is likely to go on about the same one."""


@dataclass(frozen=True)
class Comparison:
    """A score from 0 to 1 with its reasons in words, strongest first. A vetoed pair scores 0."""

    score: float
    reasons: tuple[str, ...]
    vetoed: bool


def compare(a: Telling, b: Telling, knows: Knows) -> Comparison:
    """The evidence summed in log2 odds, as a probability: ``1 / (1 + 2 ** -bits)``. Symmetric."""
    if b.key < a.key:
        a, b = b, a
    found = list(_gather(a, b, knows))
    if found and found[-1].veto:
        return Comparison(score=0.0, reasons=(found[-1].words,), vetoed=True)
    bits = PRIOR_BITS + sum(e.bits for e in found)
    ranked = sorted(found, key=lambda e: -abs(e.bits))
    return Comparison(
        score=round(1 / (1 + 2.0**-bits), 4),
        reasons=tuple(e.words if e.bits >= 0 else f"but {e.words}" for e in ranked),
        vetoed=False,
    )


def _gather(a: Telling, b: Telling, knows: Knows) -> Iterator[Evidence]:
    """The evidence feature by feature, up to the first veto."""
    for evidence in _features(a, b, knows):
        yield evidence
        if evidence.veto:
            return


def _features(a: Telling, b: Telling, knows: Knows) -> Iterator[Evidence]:
    if a.mention.report_id == b.mention.report_id:
        yield _compare_within_report(a, b)
    yield from compare_place(a, b, knows)
    yield from compare_day(a, b)
    yield from compare_actors(a, b, knows)
    yield from compare_manner(a, b)
    yield from compare_effects(a, b)


def _compare_within_report(a: Telling, b: Telling) -> Evidence:
    if b.mention.id in a.mention.counted_apart or a.mention.id in b.mention.counted_apart:
        return veto("the report counts them apart")
    if _leads_to(a, b) or _leads_to(b, a):
        return veto("the report tells one as following the other")
    if a.has_told_day and b.has_told_day and days_between(a, b) > 0:
        return veto("the report tells them of different days")
    here, there = a.mention.where, b.mention.where
    if a.has_point and b.has_point and here and there and here.precision is there.precision and here.id != there.id:
        return veto(f"the report tells them of different places: {here.name}, {there.name}")
    return Evidence(SAME_REPORT_BITS, "told in one report, not told apart")


def _leads_to(a: Telling, b: Telling) -> bool:
    return any(b.mention.id in link.mention_ids and link.kind is not LinkKind.PART_OF for link in a.mention.links)

"""Whether a tally of a brief was read exactly: number, comparator, window, areas and parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tallystick.evaluation.briefs_gold import Area, Brief, Count
from tallystick.evaluation.briefs_match import pair_tallies
from tallystick.evaluation.names import are_alike
from tallystick.evaluation.score import ErrorCase, Figure, figures_prf, share

EXACT = ("comparator", "window", "area", "parts")


@dataclass
class TallySums:
    """What the tallies of some briefs come to."""

    told: int = 0
    found: int = 0
    paired: int = 0
    exact: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    errors: list[ErrorCase] = field(default_factory=list)

    def add(self, brief: Brief, found: Sequence[Count]) -> None:
        """Takes in the tallies of one brief."""
        pairs = pair_tallies(brief.tallies, found)
        self.told += len(brief.tallies)
        self.found += len(found)
        self.paired += len(pairs)
        for a, b in pairs:
            right = judge_tally(brief.tallies[a], found[b], day=brief.report.published_on)
            self.exact += all(right.values())
            self.fields.update(name for name, is_right in right.items() if is_right)
            self.errors += [
                ErrorCase(
                    brief.name, f"tally {n}", tell(brief.tallies[a], n), tell(found[b], n), found[b].quote
                )
                for n, is_right in right.items()
                if not is_right
            ]  # fmt: skip
        for a, count in enumerate(brief.tallies):
            if all(a != c for c, _ in pairs):
                self.errors.append(
                    ErrorCase(brief.name, "tally missed", str(count.value), "nothing", count.quote, weight=2.0)
                )
        for b, count in enumerate(found):
            if all(b != d for _, d in pairs):
                self.errors.append(
                    ErrorCase(brief.name, "false tally", "nothing", str(count.value), count.quote, weight=2.0)
                )

    def figures(self, of: str) -> Iterator[Figure]:
        """The figures; ``of`` names the briefs that they are of. A tally is *exact* if all its fields are right."""
        yield from figures_prf(f"tally{of}", self.paired, self.found, self.told)
        for name in EXACT:
            yield Figure(f"tally {name}{of}", share(self.fields[name], self.paired), self.paired)
        yield from figures_prf(f"exact tally{of}", self.exact, self.found, self.told)


def judge_tally(gold: Count, found: Count, *, day: date | None) -> Mapping[str, bool]:
    """Which of the ``EXACT`` fields of a tally with the right number were read right.

    A window with no end is open to the ``day`` of the report. A sole part that is the whole count tells nothing but
    the area, and counts as no part.
    """
    return {
        "comparator": gold.comparator == found.comparator,
        "window": (gold.since, gold.until or day) == (found.since, found.until or day),
        "area": _same_areas(gold.areas, found.areas),
        "parts": _same_parts(_parts(gold), _parts(found)),
    }


def _same_areas(gold: Sequence[Area], found: Sequence[Area]) -> bool:
    """Each coded area is a found one, and the other way about. Where a country is coded any place in it will do."""
    return all(any(_is_in(g, f) for f in found) for g in gold) and all(any(_is_in(g, f) for g in gold) for f in found)


def _is_in(gold: Area, found: Area) -> bool:
    if gold.name is None:
        return gold.country == found.country
    return are_alike(gold.name, found.name)


def _parts(count: Count) -> tuple[tuple[str, int], ...]:
    return () if len(count.parts) == 1 and count.parts[0][1] == count.value else count.parts


def _same_parts(gold: Sequence[tuple[str, int]], found: Sequence[tuple[str, int]]) -> bool:
    free = list(found)
    for scope, value in gold:
        part = next((p for p in free if p[1] == value and are_alike(p[0], scope)), None)
        if part is None:
            return False
        free.remove(part)
    return not free


def tell(count: Count, name: str) -> str:
    """A field of a tally in words."""
    if name == "window":
        return f"{count.since} to {count.until}"
    if name == "area":
        return ", ".join(a.name or a.country or "?" for a in count.areas) or "none"
    if name == "parts":
        return ", ".join(f"{value} {scope}" for scope, value in count.parts) or "none"
    return count.comparator

"""What a count covers, reason by reason, and the counts against each other as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallystick.model.tally import Tally
from tallystick.model.tally_comparison import TallyComparison
from tallystick.model.terms import Agreement
from tallystick.publishing.brief.phrases import tally_words
from tallystick.publishing.words import days

_SIGNS = {
    Agreement.COMPATIBLE: "=",
    Agreement.REVISED: "R",
    Agreement.CONTRADICTORY: "≠",
    Agreement.NOT_COMPARABLE: "·",
}


@dataclass(frozen=True)
class Coverage:
    """The incidents of a tally by how surely it covers them, those of one reason together: (reason, incident ids)."""

    sure: tuple[str, ...]
    unsure: tuple[tuple[str, tuple[str, ...]], ...]
    perhaps: tuple[tuple[str, tuple[str, ...]], ...]
    outside: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Cell:
    """How two counts stand to each other: a sign, its code, and the reason in words."""

    sign: str
    agreement: str
    why: str


@dataclass(frozen=True)
class Line:
    """A count of a grid: its number there, its words and id, and one cell for each count above it; null where nothing
    compares the two.
    """

    number: int
    words: str
    tally_id: str
    cells: tuple[Cell | None, ...]


def coverage(tally: Tally) -> Coverage:
    """What a tally covers: surely, as far as is told, perhaps, and not."""
    check = tally.reconciliation
    counted, strict = {*check.inside, *check.vague}, set(check.strict.inside)
    lenient = set(check.lenient.inside)
    return Coverage(
        sure=tuple(i for i in check.inside if i in strict),
        unsure=_by_reason((u.why, u.incident_id) for u in check.unsure if u.incident_id in counted),
        perhaps=_by_reason((u.why, u.incident_id) for u in check.unsure if u.incident_id not in counted),
        outside=_by_reason((o.why, o.incident_id) for o in check.outside if o.incident_id not in lenient),
    )


def draw_grids(tallies: Sequence[Tally], matrix: Sequence[TallyComparison]) -> list[tuple[Line, ...]]:
    """The matrix as one grid for each set of counts that can be compared, the largest first; a count that nothing is
    compared with is in none. Each pair stands in it once, at the later count.
    """
    pairs = {frozenset(c.tally_ids): c for c in matrix}
    return [_grid(group, pairs) for group in _groups(tallies, matrix)]


def _groups(tallies: Sequence[Tally], matrix: Sequence[TallyComparison]) -> list[list[Tally]]:
    home = {t.id: t.id for t in tallies}

    def root(tally_id: str) -> str:
        while home[tally_id] != tally_id:
            home[tally_id] = home[home[tally_id]]
            tally_id = home[tally_id]
        return tally_id

    for pair in matrix:
        if pair.agreement is not Agreement.NOT_COMPARABLE:
            one, two = pair.tally_ids
            home[root(one)] = root(two)
    groups: dict[str, list[Tally]] = {}
    for tally in tallies:
        groups.setdefault(root(tally.id), []).append(tally)
    return sorted((g for g in groups.values() if len(g) > 1), key=lambda g: (-len(g), g[0].id))


def _grid(group: Sequence[Tally], pairs: dict[frozenset[str], TallyComparison]) -> tuple[Line, ...]:
    ordered = sorted(group, key=lambda t: (t.until is None, t.until, t.since is None, t.since, t.id))
    return tuple(
        Line(n, _words(tally), tally.id, tuple(_cell(pairs.get(frozenset({tally.id, o.id}))) for o in ordered[: n - 1]))
        for n, tally in enumerate(ordered, start=1)
    )


def _cell(pair: TallyComparison | None) -> Cell | None:
    return None if pair is None else Cell(_SIGNS[pair.agreement], pair.agreement.value, pair.why)


def _words(tally: Tally) -> str:
    plain_name = " ".join(tally.counter.name.split()) if tally.counter else ""
    when = f", {days(tally.since, tally.until)}" if tally.since or tally.until else ""
    return f"{tally_words(tally)}{when}{f' ({plain_name})' if plain_name else ''}"


def _by_reason(told: Iterator[tuple[str, str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for why, incident_id in told:
        found.setdefault(why, []).append(incident_id)
    return tuple((why, tuple(ids)) for why, ids in sorted(found.items(), key=lambda item: -len(item[1])))

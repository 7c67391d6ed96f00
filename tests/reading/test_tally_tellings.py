"""Counts are read exactly in many styles: short reports of our own with every tally that each tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tallystick.evaluation.names import are_alike
from tallystick.model.mention import TallyMention
from tallystick.reading.reader import Reading
from tests.reading.tellings import Read, of_type

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("tally_tellings.yaml").read_text("utf-8"))


def _names_of(reading: Reading, scope: str) -> tuple[str, ...]:
    """A scope by its code, its words and, if it is a place, the names of that."""
    places = [e for e in reading.places if e.place is not None and e.place.id == scope]
    return (scope, *(e.quote.exact for e in places), *(e.place.name for e in places if e.place is not None))


def _are_same(wanted: Sequence[str], found: Sequence[tuple[str, ...]]) -> bool:
    """True if each of the names wanted is one found, and none is left over."""
    free = list(found)
    for name in wanted:
        same = next((f for f in free if any(name == n or (len(name) > 2 and are_alike(name, n)) for n in f)), None)
        if same is None:
            return False
        free.remove(same)
    return not free


def _is_told(row: dict[str, Any], tally: TallyMention, reading: Reading, published: date) -> bool:
    parts = row.get("parts", {})
    return (
        (row["unit"], row.get("is", "exact"), row["value"]) == (tally.unit, tally.comparator, tally.value)
        and (row.get("since"), row.get("until", published)) == (tally.since, tally.until or published)
        and _are_same(row.get("areas", []), [_names_of(reading, a) for a in tally.scope.areas])
        and _are_same([*parts], [_names_of(reading, p.scope) for p in tally.parts])
        and sorted(parts.values()) == sorted(p.value for p in tally.parts)
    )


def _told(reading: Reading, tally: TallyMention) -> str:
    areas = [_names_of(reading, a)[-1] for a in tally.scope.areas]
    parts = {_names_of(reading, p.scope)[-1]: p.value for p in tally.parts}
    return f"{tally.unit} {tally.comparator} {tally.value} {tally.since}..{tally.until} {areas} {parts}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][-60:])
def test_tallies_are_told_exactly(read: Read, row: dict[str, Any]) -> None:
    reading = read(row["text"], row["published"].isoformat())
    tallies = of_type(reading, TallyMention)
    told = [_told(reading, t) for t in tallies]
    assert len(tallies) == len(row["tallies"]), told
    for wanted in row["tallies"]:
        assert any(_is_told(wanted, t, reading, row["published"]) for t in tallies), told

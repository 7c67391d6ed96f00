"""A claim marks no event that the text does not cover: short reports of our own, with what each claim is over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tallystick.evaluation.names import are_alike
from tallystick.model.mention import ClaimMention, EventMention
from tests.reading.tellings import Read, of_type

ROWS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_suffix(".yaml").with_stem("claim_reach").read_text("utf-8")
)
LEAST_FOUND = 0.85
"""The share of the pairs listed that must be found; a false pair is never allowed."""

Pairs = set[tuple[str, str]]


def _wanted(row: dict[str, Any]) -> Pairs:
    return {(name, words) for name, events in row["claims"].items() for words in events}


def _found(read: Read, row: dict[str, Any]) -> Pairs:
    """The pairs of claimant and event read, by the words of the list where they are on it."""
    reading = read(row["text"])
    events = {e.id: e.quote.exact for e in of_type(reading, EventMention)}
    found = set()
    for claim in of_type(reading, ClaimMention):
        for told in (events[i] for i in claim.covers):
            listed = [
                (name, words)
                for name, words in _wanted(row)
                if (words in told or told in words)
                and (are_alike(name, claim.claimant.name) or are_alike(name, claim.claimant.quote.exact))
            ]
            found.add(listed[0] if listed else (claim.claimant.name, told))
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][-60:])
def test_no_claim_marks_an_event_that_it_does_not_cover(read: Read, row: dict[str, Any]) -> None:
    assert _found(read, row) <= _wanted(row)


def test_most_pairs_are_found(read: Read) -> None:
    wanted = sum(len(_wanted(row)) for row in ROWS)
    found = sum(len(_found(read, row) & _wanted(row)) for row in ROWS)
    assert found / wanted >= LEAST_FOUND

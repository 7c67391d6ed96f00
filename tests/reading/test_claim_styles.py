"""Claims in many styles: communiques, wires, lists, the passive; and what only looks like a claim."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tallystick.evaluation.names import are_alike
from tallystick.model.mention import ClaimMention, EventMention
from tests.reading.tellings import Read, of_type

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("claim_styles.yaml").read_text("utf-8"))
FIELDS = {"quantifier": "one", "number": None, "of": None, "mode": "unknown", "channel": None, "status": "standing"}
CLAIMING = [r for r in ROWS if r["claims"] and not r.get("may_miss")]


def _found(read: Read, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims of a text in the terms of the list."""
    reading = read(row["text"])
    events = {e.id: e.quote.exact for e in of_type(reading, EventMention)}
    listed = [words for claim in row["claims"] for words in claim["covers"]]
    return [
        {
            "by": (claim.claimant.name, claim.claimant.quote.exact),
            "covers": {next((w for w in listed if w in events[i] or events[i] in w), events[i]) for i in claim.covers},
            "quantifier": claim.quantifier.value,
            "number": claim.number,
            "of": claim.of,
            "mode": claim.mode.value,
            "channel": claim.channel.name if claim.channel else None,
            "status": claim.status.value,
        }
        for claim in of_type(reading, ClaimMention)
    ]


def _is_told(claim: dict[str, Any], coded: dict[str, Any]) -> bool:
    return any(are_alike(coded["by"], name) for name in claim["by"]) and claim["covers"] <= set(coded["covers"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_every_claim_found_is_told(read: Read, row: dict[str, Any]) -> None:
    assert [c for c in _found(read, row) if not any(_is_told(c, coded) for coded in row["claims"])] == []


@pytest.mark.parametrize("row", CLAIMING, ids=lambda row: row["id"])
def test_a_claim_is_found_as_it_is_told(read: Read, row: dict[str, Any]) -> None:
    found = _found(read, row)
    assert len(found) == len(row["claims"])
    for coded, claim in zip(row["claims"], found, strict=True):
        assert _is_told(claim, coded)
        wanted = {**FIELDS, **coded, "by": claim["by"], "covers": set(coded["covers"])}
        assert claim == wanted

"""Incidents are read in many styles: short reports of our own with every incident that each tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tallystick.evaluation.names import are_alike
from tallystick.model.mention import CountedRange, EventMention
from tests.reading.tellings import Read, days, happened

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("incident_tellings.yaml").read_text("utf-8"))


def _count(count: CountedRange | None) -> int | list[int | None] | None:
    """A count as the rows have it: a number, its lowest and highest, or none."""
    if count is None:
        return None
    return count.low if count.low == count.high and count.low is not None else [count.low, count.high]


def _told(event: EventMention) -> dict[str, Any]:
    start, end = (date.fromisoformat(d) if d else None for d in days(event))
    return {
        "kind": event.event_kind.value,
        "day": start if start == end else None,
        "days": [start, end],
        "at": event.where.name if event.where is not None else "",
        "killed": _count(event.casualties.killed),
        "injured": _count(event.casualties.injured),
        "status": event.status_cue,
        "outcome": event.outcome.value.value if event.outcome is not None else "unknown",
    }


def _is_told(wanted: dict[str, Any], told: dict[str, Any]) -> bool:
    return all(are_alike(value, told[key]) if key == "at" else value == told[key] for key, value in wanted.items())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][-60:])
def test_incidents_are_told_as_they_are(read: Read, row: dict[str, Any]) -> None:
    reading = read(row["text"], row["published"].isoformat(), publisher=row.get("publisher"))
    told = [_told(e) for e in happened(reading)]
    assert len(told) == len(row["incidents"]), told
    for wanted in row["incidents"]:
        assert any(_is_told(wanted, t) for t in told), told

"""Sentences in several styles, each with what must come out of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.evaluation.bench import make_report
from tallystick.model.mention import CountedRange, EventMention, TallyMention
from tallystick.model.terms import Role
from tests.reading.arabic.conftest import READER, ReadArabic
from tests.reading.tellings import of_type

SENTENCES = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", SENTENCES, ids=range(1, len(SENTENCES) + 1))
def test_what_must_come_out_of_a_sentence(read_arabic: ReadArabic, case: dict[str, Any]) -> None:
    reading = read_arabic(case["text"], case.get("published", date(2021, 3, 18)))
    events = sorted(of_type(reading, EventMention), key=lambda e: e.trigger.start)
    tallies = sorted(of_type(reading, TallyMention), key=lambda t: t.quote.start)
    wanted_events, wanted_tallies = case.get("events", []), case.get("tallies", [])
    found = [dict(_told(e)) for e in events], [dict(_counted(t)) for t in tallies]
    assert _only(found[0], wanted_events) == wanted_events
    assert _only(found[1], wanted_tallies) == wanted_tallies


def _only(found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was found, of each only what is asked for; whole where nothing is."""
    if len(found) != len(wanted):
        return found
    return [{key: each[key] for key in asked} for each, asked in zip(found, wanted, strict=True)]


def _told(event: EventMention) -> Iterator[tuple[str, Any]]:
    yield "kind", event.event_kind.value
    yield "start", event.when.start
    yield "place", event.where.name if event.where else None
    yield "country", event.where.country if event.where else None
    yield "doer", next((p.actor_id for p in event.participants if p.role is Role.PERPETRATOR), None)
    yield "alleged", any(p.alleged for p in event.participants)
    yield "killed", _span(event.casualties.killed)
    yield "injured", _span(event.casualties.injured)
    yield "weapons", event.weapon_count.best if event.weapon_count else None
    yield "outcome", event.outcome.value.value if event.outcome else None
    yield "background", event.background
    yield "cue", event.status_cue


def _span(count: CountedRange | None) -> int | list[int | None] | None:
    if count is None:
        return None
    return count.low if count.high is not None and count.low == count.high else [count.low, count.high]


def _counted(tally: TallyMention) -> Iterator[tuple[str, Any]]:
    yield "value", tally.value
    yield "comparator", tally.comparator.value
    yield "unit", tally.unit.value
    yield "since", tally.since
    yield "until", tally.until
    yield "areas", list(tally.scope.areas)
    yield "parts", [part.value for part in tally.parts]


@given(
    texts=st.lists(st.sampled_from([case["text"] for case in SENTENCES]), min_size=1, max_size=4),
    joint=st.sampled_from([" ", "\n", "\n\n", "\u200f ", " — "]),
    before=st.sampled_from(["", "\u200f", "\u202b", "ـ ", "١٢ "]),
)
@settings(max_examples=40, deadline=None)
def test_every_quote_is_literal(texts: list[str], joint: str, before: str) -> None:
    report = make_report(before + joint.join(texts), name="report", language="ar")
    reading, text = READER.read(report), report.text
    dumped = [m.model_dump() for m in (*reading.mentions, *reading.dates, *reading.places, *reading.actors)]
    quotes = list(_quotes_in(dumped))
    assert all(text[q["start"] : q["end"]] == q["exact"] != "" for q in quotes)


def _quotes_in(dumped: Any) -> Iterator[dict[str, Any]]:
    if isinstance(dumped, dict):
        if "exact" in dumped:
            yield dumped
        for value in dumped.values():
            yield from _quotes_in(value)
    elif isinstance(dumped, (list, tuple)):
        for value in dumped:
            yield from _quotes_in(value)

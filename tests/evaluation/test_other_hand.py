"""The gold set by another hand: what its README says of it holds."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import evaluation
from tallystick.evaluation.briefs_gold import Brief, load_briefs
from tallystick.evaluation.ties import readings_of
from tallystick.model.terms import EventKind

SET = Path(evaluation.__file__).parent / "data" / "other-hand"
HALVES = ("read", "unread")


def coded(half: str) -> list[tuple[str, dict[str, Any]]]:
    """The text and the gold of each report of a half."""
    pairs = ((SET / half / "reports" / p.name, p) for p in sorted((SET / half / "gold").glob("*.json")))
    return [(json.loads(r.read_text("utf-8"))["text"], json.loads(g.read_text("utf-8"))) for r, g in pairs]


def incidents_of(half: tuple[Brief, ...]) -> set[str]:
    return {told.id for brief in half for told in brief.incidents}


@pytest.mark.parametrize("half", HALVES)
def test_every_quote_is_in_its_text_once(half: str) -> None:
    for text, gold in coded(half):
        rows = chain(gold["incidents"], gold["tallies"], gold["group_claims"], gold["relations"])
        assert [r["quote"] for r in rows if text.count(r["quote"]) != 1] == []
        assert [q for q in gold["non_events"] if q not in text] == []


@pytest.mark.parametrize(("half", "rest"), [("read", 1), ("unread", 0)])
def test_the_read_half_has_the_odd_numbers(half: str, rest: int) -> None:
    names = [brief.name for brief in load_briefs(SET / half)]
    assert len(names) == 20
    assert {int(name) % 2 for name in names} == {rest}


def test_no_incident_is_in_both_halves() -> None:
    read, unread = (incidents_of(load_briefs(SET / half)) for half in HALVES)
    assert not read & unread


@pytest.mark.parametrize("half", HALVES)
def test_every_code_is_one_of_ours(half: str) -> None:
    briefs = load_briefs(SET / half)
    assert {told.kind for brief in briefs for told in brief.incidents} <= set(EventKind)
    assert all(readings_of(tie.predicate) for brief in briefs for tie in brief.relations)


@pytest.mark.parametrize("half", HALVES)
def test_no_day_is_after_the_report(half: str) -> None:
    for brief in load_briefs(SET / half):
        days = [day for told in brief.incidents for day in (told.start, told.end) if day]
        assert brief.report.published_on
        assert all(day <= brief.report.published_on for day in days)

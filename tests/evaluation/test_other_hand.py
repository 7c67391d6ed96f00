"""The two gold sets by other hands: what their READMEs say of them holds."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import evaluation
from tallystick.evaluation.briefs_gold import Brief, load_briefs

DATA = Path(evaluation.__file__).parent / "data"
OTHER, ANOTHER = DATA / "other-hand", DATA / "another-hand"
SETS = (OTHER, ANOTHER)
HALVES = tuple(folder / half for folder in SETS for half in ("read", "unread"))


def named(folder: Path) -> str:
    return str(folder.relative_to(DATA))


def coded(half: Path) -> list[tuple[str, dict[str, Any]]]:
    """The text and the gold of each report of a half."""
    pairs = ((half / "reports" / p.name, p) for p in sorted((half / "gold").glob("*.json")))
    return [(json.loads(r.read_text("utf-8"))["text"], json.loads(g.read_text("utf-8"))) for r, g in pairs]


def numbers(half: Path) -> set[int]:
    return {int(brief.name) for brief in load_briefs(half)}


def incidents_of(half: tuple[Brief, ...]) -> set[str]:
    return {told.id for brief in half for told in brief.incidents}


@pytest.mark.parametrize("half", HALVES, ids=named)
def test_every_quote_is_in_its_text_once(half: Path) -> None:
    for text, gold in coded(half):
        rows = chain(gold["incidents"], gold["tallies"], gold["group_claims"], gold["relations"])
        assert [r["quote"] for r in rows if text.count(r["quote"]) != 1] == []
        assert [q for q in gold["non_events"] if q not in text] == []


@pytest.mark.parametrize(("half", "rest"), [("read", 1), ("unread", 0)])
def test_the_read_half_of_other_hand_has_the_odd_numbers(half: str, rest: int) -> None:
    found = numbers(OTHER / half)
    assert len(found) == 20
    assert {number % 2 for number in found} == {rest}


def test_a_third_of_another_hand_is_unread() -> None:
    assert numbers(ANOTHER / "unread") == set(range(102, 161, 3))
    assert numbers(ANOTHER / "read") == set(range(101, 161)) - set(range(102, 161, 3))


def test_six_reports_of_another_hand_tell_no_incident() -> None:
    briefs = [brief for half in ("read", "unread") for brief in load_briefs(ANOTHER / half)]
    assert sum(not brief.incidents for brief in briefs) == 6


def test_the_parts_of_a_tally_of_another_hand_add_up_unless_a_note_says_so() -> None:
    for half in ("read", "unread"):
        for _, gold in coded(ANOTHER / half):
            for tally in gold["tallies"]:
                parts = tally["breakdown"]
                assert not parts or sum(parts.values()) == tally["count"] or "do not add up" in gold["notes"]


@pytest.mark.parametrize("folder", SETS, ids=named)
def test_no_incident_is_in_both_halves(folder: Path) -> None:
    read, unread = (incidents_of(load_briefs(folder / half)) for half in ("read", "unread"))
    assert not read & unread


@pytest.mark.parametrize("half", HALVES, ids=named)
def test_no_day_is_after_the_report(half: Path) -> None:
    for brief in load_briefs(half):
        days = [day for told in brief.incidents for day in (told.start, told.end) if day]
        assert brief.report.published_on
        assert all(day <= brief.report.published_on for day in days)

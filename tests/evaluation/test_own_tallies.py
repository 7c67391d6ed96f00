"""How tallies that were read are held against those coded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from evaluation.own_sets import HALVES
from evaluation.own_tallies import load
from evaluation.own_tally_checks import CHECKS, Read, pair
from tallystick.model.mention import TallyMention, TallyPart, TallyScope
from tallystick.model.quote import Quote
from tallystick.model.terms import Comparator, TallyUnit

GOLD: dict[str, Any] = {
    "unit": "attacks", "is": "exact", "value": 23, "since": date(2023, 10, 17), "until": None,
    "areas": ["IQ", "SY"], "parts": {"IQ": 14, "SY": 9},
}  # fmt: skip


def read(value: int = 23, *, until: date | None = None, parts: dict[str, int] | None = None) -> Read:
    tally = TallyMention(
        id="m-1",
        report_id="r-1",
        quote=Quote(report_id="r-1", start=0, end=2, exact="23"),
        confidence=1,
        reader="test",
        unit=TallyUnit.ATTACKS,
        scope=TallyScope(areas=("IQ", "SY")),
        since=date(2023, 10, 17),
        until=until,
        comparator=Comparator.EXACT,
        value=value,
        parts=tuple(TallyPart(scope=s, value=v) for s, v in (parts or {}).items()),
    )
    return Read(tally, date(2023, 10, 30), {})


def test_an_open_window_ends_on_the_day_of_the_report() -> None:
    assert CHECKS["window"](GOLD, read(until=date(2023, 10, 30)))
    assert not CHECKS["window"](GOLD, read(until=date(2023, 10, 29)))


@pytest.mark.parametrize(
    ("parts", "right"),
    [({"IQ": 14, "SY": 9}, True), ({"IQ": 9, "SY": 14}, False), ({"IQ": 14}, False), ({}, False)],
)
def test_parts_are_right_if_all_are_there(parts: dict[str, int], right: bool) -> None:
    assert bool(CHECKS["parts"](GOLD, read(parts=parts))) is right


def test_tallies_are_paired_by_number_and_what_they_share() -> None:
    assert list(pair([GOLD], [read(22), read(parts={}), read(parts={"IQ": 14, "SY": 9})])) == [(0, 2)]


@pytest.mark.parametrize("half", HALVES)
def test_the_texts_are_thirty_a_half_and_coded_in_full(half: str) -> None:
    texts = load(half)
    assert len(texts) == 30
    assert all({"unit", "is", "value", "since", "until", "areas", "parts"} <= {*t} for c in texts for t in c.tallies)

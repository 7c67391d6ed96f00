"""Itemised lists: releases of a day's strikes."""

from __future__ import annotations

from tallystick.model.mention import TallyMention
from tests.reading.tellings import Read, of_type

_ITEMS = """In Syria, the coalition conducted three strikes:
-- Near Raqqa, two strikes destroyed a supply route.
-- Near Manbij, one strike hit a fighting position.
In Iraq, the coalition conducted five strikes:
-- Near Mosul, three strikes hit an assembly area.
-- Near Ramadi, two strikes destroyed a tunnel."""


def tallies(read: Read, text: str) -> dict[int, TallyMention]:
    return {t.value: t for t in of_type(read(text, "2016-08-17"), TallyMention)}


def test_items_are_parts_of_their_subtotal_and_subtotals_of_the_total(read: Read) -> None:
    found = tallies(read, f"Coalition aircraft conducted 8 strikes on Tuesday in Syria and Iraq.\n{_ITEMS}")
    assert {v: [p.value for p in t.parts] for v, t in found.items()} == {8: [3, 5], 3: [2, 1], 5: [3, 2]}
    assert [p.scope for p in found[8].parts] == ["SY", "IQ"]


def test_a_subtotal_counts_the_day_of_the_total(read: Read) -> None:
    found = tallies(read, f"Coalition aircraft conducted 8 strikes on Tuesday in Syria and Iraq.\n{_ITEMS}")
    assert found[3].since == found[8].since is not None


def test_items_below_bare_headings_are_parts_of_the_total(read: Read) -> None:
    text = """The army reported 9 strikes on 16 August.
Iraq
* Near Mosul, four strikes hit a tunnel.
* Near Ramadi, two strikes hit a store.
Syria
* Near Raqqa, two strikes hit a bridge.
* Near Manbij, one strike hit a truck."""
    assert {v: [p.value for p in t.parts] for v, t in tallies(read, text).items()} == {9: [4, 2, 2, 1]}


def test_a_list_without_a_total_makes_none(read: Read) -> None:
    text = "The day in short.\n* Near Mosul, four strikes hit a tunnel.\n* Near Ramadi, five strikes hit a store."
    assert tallies(read, text) == {}

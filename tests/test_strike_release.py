"""A daily strike release from file to ledger: its total, subtotals and items, and which sums hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tallystick.ledger import open_ledger
from tallystick.model.tally import Tally
from tallystick.model.terms import SumVerdict
from tallystick.pipeline import derive, read_unread, take_in

RELEASE = """date 2016-08-17

Coalition aircraft conducted {total} strikes in all on Tuesday against Islamic State in Syria and Iraq.

In Syria, coalition forces conducted seven strikes:

Near Al Hawl, three strikes struck two tactical units and destroyed a vehicle.

Near Manbij, two strikes damaged a supply route.

Near Raqqa, two strikes destroyed a fighting position.

In Iraq, coalition forces conducted 12 strikes:

Near Mosul, eight strikes struck an assembly area.

Near Ramadi, {last} strikes destroyed a tunnel.
"""


def tallies(folder: Path, *, total: int = 19, last: str = "four") -> dict[int, Tally]:
    (folder / "release.txt").write_text(RELEASE.format(total=total, last=last), encoding="utf-8")
    with open_ledger(folder / "ledger.db") as ledger:
        assert take_in(ledger, [folder / "release.txt"]).failures == ()
        assert read_unread(ledger) == ()
        return {t.value: t for t in derive(ledger).tallies}


def test_total_subtotals_and_items_add_up(tmp_path: Path) -> None:
    found = tallies(tmp_path)
    assert {v: [p.value for p in t.parts] for v, t in found.items()} == {19: [7, 12], 7: [3, 2, 2], 12: [8, 4]}
    assert {(t.since, t.until) for t in found.values()} == {(date(2016, 8, 16), date(2016, 8, 16))}
    sums = [s for t in found.values() for s in t.reconciliation.sums]
    assert {s.verdict for s in sums} == {SumVerdict.ADDS_UP}
    assert not any(s.contradicts for s in sums)


@pytest.mark.parametrize(("total", "last", "wrong"), [(20, "four", 20), (19, "three", 12)])
def test_the_sum_that_does_not_hold_is_told(tmp_path: Path, total: int, last: str, wrong: int) -> None:
    first = tallies(tmp_path, total=total, last=last)[wrong].reconciliation.sums[0]
    assert (first.verdict, first.total, first.contradicts) == (SumVerdict.FALLS_SHORT, wrong - 1, True)

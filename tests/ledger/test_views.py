from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.backup import back_up, restore


def test_a_view_keeps_its_id_when_it_is_renamed(ledger: Ledger) -> None:
    saved = ledger.save_view("Drones in Iraq", "/incidents?country=IQ", by="ana")
    ledger.rename_view(saved.id, "  Iraq:\n drones ")
    (view,) = ledger.views()
    assert (view.id, view.name, view.address, view.by) == (
        "drones-in-iraq",
        "Iraq: drones",
        "/incidents?country=IQ",
        "ana",
    )
    assert view.at == saved.at


def test_ids_are_told_apart(ledger: Ledger) -> None:
    names = ("Week 1", "week-1", "!!", "حلب")
    ids = [ledger.save_view(name, "/incidents", by="ana").id for name in names]
    assert ids == ["week-1", "week-1-2", "view", "حلب"]


def test_no_two_views_bear_one_name(ledger: Ledger) -> None:
    first = ledger.save_view("Drones", "/incidents", by="ana")
    second = ledger.save_view("Rockets", "/incidents", by="ana")
    with pytest.raises(TallystickError, match="E841"):
        ledger.save_view("drones", "/map", by="ben")
    with pytest.raises(TallystickError, match="E841"):
        ledger.rename_view(second.id, "DRONES")
    ledger.rename_view(first.id, "DRONES")


@pytest.mark.parametrize("name", ["", "  \n ", "x" * 81, "a\x00b", "a\u202eb"])
def test_a_name_is_one_line_that_can_be_read(ledger: Ledger, name: str) -> None:
    with pytest.raises(TallystickError, match="E801"):
        ledger.save_view(name, "/incidents", by="ana")


def test_a_view_that_is_deleted_is_gone(ledger: Ledger) -> None:
    saved = ledger.save_view("Drones", "/incidents", by="ana")
    ledger.delete_view(saved.id)
    assert ledger.views() == ()
    for ask in (ledger.view, ledger.delete_view):
        with pytest.raises(TallystickError, match="E842"):
            ask(saved.id)


def test_views_are_no_decisions_and_a_backup_carries_them(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "one.db") as ledger:
        saved = ledger.save_view("Drones", "/incidents", by="ana")
        assert ledger.journal() == ()
    back_up(tmp_path / "one.db", tmp_path / "backup.db")
    restore(tmp_path / "backup.db", tmp_path / "two.db")
    with open_ledger(tmp_path / "two.db") as ledger:
        assert ledger.views() == (saved,)

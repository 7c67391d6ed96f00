from __future__ import annotations

import pytest

from tallystick.ledger import Ledger, open_ledger
from tallystick.pipeline import bring_up_to_date, read_unread, take_in
from tallystick.web.said_of_sites import SiteBoard, make_site_board

TOLD = """date 2023-11-20

A rocket struck Harir Air Base in Iraq on Sunday, officials said. Harir is far from the capital.
Many of these bases are located in remote areas of Iraq and have few soldiers.
Two facilities in eastern Syria were used by the militias to store arms.
Al-Tanf garrison was established to train local fighters.
"""


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> SiteBoard:
    folder = tmp_path_factory.mktemp("said")
    (folder / "told.txt").write_text(TOLD, encoding="utf-8")
    with open_ledger(folder / "ledger.db") as ledger:
        take_in(ledger, [folder / "told.txt"])
        read_unread(ledger)
        bring_up_to_date(ledger)
        return make_site_board(ledger)


def incidents(board: SiteBoard) -> set[str]:
    return {id_ for said in board.said for id_ in said.incidents}


def test_words_that_name_a_site_are_of_that_site_alone(board: SiteBoard) -> None:
    (said,) = board.by_name("site:al-tanf")
    assert "train local fighters" in said.quote.exact
    assert said not in board.together(incidents(board), country="IQ")


def test_words_of_several_sites_go_with_the_incidents_of_their_report(board: SiteBoard) -> None:
    told = [said.quote.exact for said in board.together(incidents(board), country="IQ")]
    assert any("remote areas" in words for words in told)
    assert board.together(["inc-0"], country="IQ") == []


def test_words_of_sites_in_another_country_are_left_out(board: SiteBoard) -> None:
    assert not any("Syria" in f"{s.about} {s.quote.exact}" for s in board.together(incidents(board), country="IQ"))
    assert any("Syria" in f"{s.about} {s.quote.exact}" for s in board.together(incidents(board), country="SY"))


def test_the_examples_hold_some(ledger: Ledger) -> None:
    assert make_site_board(ledger).said

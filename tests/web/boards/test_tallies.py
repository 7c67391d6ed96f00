from __future__ import annotations

from pathlib import Path

from tallystick.analysis.running import follow_running_totals
from tallystick.attribution.sides import side_test
from tallystick.deciding import take_decision
from tallystick.ledger import Ledger
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date, default_knowledge, read_record, read_unread, take_in
from tallystick.reconciliation.compare import list_disagreements
from tallystick.web.boards.tallies import TallyBoard, make_tally_board
from tallystick.writing import matrix_of


def is_as_from_the_whole_record(board: TallyBoard, ledger: Ledger) -> None:
    record = read_record(ledger)
    matrix = matrix_of(record)
    assert board.disagreements == list_disagreements(record.tallies, matrix)
    same_side = side_test(default_knowledge())
    assert board.running == follow_running_totals(record, board.disagreements, same_side=same_side)
    assert [*board.tallies] == [tally.id for tally in record.tallies]
    for tally in record.tallies:
        held, check = board.tallies[tally.id].reconciliation, tally.reconciliation
        assert (held.inside, held.missing, held.verdict) == (check.inside, check.missing, check.verdict)
        assert (held.strict.number, held.lenient.number) == (check.strict.number, check.lenient.number)
        assert board.compared(tally) == [pair for pair in matrix if tally.id in pair.tally_ids]


def test_brought_up_to_date_it_is_as_made_from_the_whole_record(ledger: Ledger, tmp_path: Path) -> None:
    board = make_tally_board(ledger)
    is_as_from_the_whole_record(board, ledger)
    for incident in ledger.incidents()[::6]:
        take_decision(ledger, Act.REJECT, incident.id, by="ana", reason=None)
        bring_up_to_date(ledger)
        board = make_tally_board(ledger, board)
    is_as_from_the_whole_record(board, ledger)
    (tmp_path / "more.txt").write_text(
        "date 2023-12-01\n\nThe Pentagon said on Friday that there had been 74 attacks on American forces in Iraq and "
        "Syria since October 17. Another count put it at 60 attacks since October 17.\n",
        encoding="utf-8",
    )
    take_in(ledger, [tmp_path / "more.txt"])
    read_unread(ledger)
    bring_up_to_date(ledger)
    before, board = board, make_tally_board(ledger, board)
    assert len(board.tallies) > len(before.tallies)
    is_as_from_the_whole_record(board, ledger)


def test_nothing_is_compared_again_for_a_decision(ledger: Ledger) -> None:
    board = make_tally_board(ledger)
    take_decision(ledger, Act.REJECT, ledger.incidents()[0].id, by="ana", reason=None)
    bring_up_to_date(ledger)
    again = make_tally_board(ledger, board)
    assert again.pairs.keys() == board.pairs.keys()
    assert all(again.pairs[ids] is pair for ids, pair in board.pairs.items())

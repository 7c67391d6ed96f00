"""False incidents in documents that tell none."""

from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.unrelated import score_unrelated
from tallystick.evaluation.unrelated_gold import load_unrelated
from tallystick.pipeline import default_reader


def test_every_incident_is_a_false_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council met on Friday.")
    (tmp_path / "b.txt").write_text("Rockets hit the airport of Gao in Mali on 8 September 2023, the army said.")
    score = score_unrelated(tmp_path, Bench(default_reader()))
    assert score.figure("false incidents per 100 documents").value == 50
    assert [e.document for e in score.errors] == ["b"]


def test_only_the_chosen_documents_of_a_corpus_are_taken(tmp_path: Path) -> None:
    (tmp_path / "timex" / "TimeBank").mkdir(parents=True)
    for name in ("wsj_0006", "wsj_0768"):
        path = tmp_path / "timex" / "TimeBank" / f"{name}.tml"
        path.write_text("<TimeML><TEXT>Shares <EVENT>rose</EVENT>.</TEXT></TimeML>")
    assert [(r.path, r.text) for r in load_unrelated(tmp_path)] == [("wsj_0006", "Shares rose.")]


def test_a_folder_of_something_else_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match="E601"):
        load_unrelated(tmp_path)

"""Our own gold sets as the table scores them: a half at a time, by the module that knows how they are laid out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.own_sets import HALVES, halves_of
from evaluation.tasks import Measurement, load_measurements
from tallystick.evaluation.bench import Bench, Half
from tallystick.evaluation.formats import GoldFormat
from tallystick.pipeline import default_reader

OWN = [m for m in load_measurements() if not isinstance(m.form, GoldFormat)]


def test_both_halves_make_up_the_whole() -> None:
    assert halves_of(None) == HALVES == (*halves_of(Half.READ), *halves_of(Half.UNREAD))


@pytest.mark.parametrize("task", OWN, ids=lambda m: f"{m.form}-{m.half.value}")
def test_every_figure_of_the_table_is_scored(task: Measurement) -> None:
    score = task.score(Path(), replace(Bench(default_reader()), half=task.half))
    assert {row.figure for row in task.rows} <= {f.name for f in score.figures}
    assert score.documents in (15, 20, 30)


def test_the_command_scores_the_same_half() -> None:
    assert {m.command for m in OWN if m.form == "claims"} == {
        "python -m evaluation.claims --half seen",
        "python -m evaluation.claims --half held",
    }

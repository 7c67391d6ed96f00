from pathlib import Path

import pytest

from evaluation.table import Measured, cells, write_page
from evaluation.tasks import Measurement, Peer, Row, load_measurements
from tallystick.evaluation.formats import TASKS, GoldFormat
from tallystick.evaluation.score import Figure, Score


def measured(value: float, *, level: float | None = 0.8, at_most: bool = False) -> Measured:
    peer = Peer(name="Somebody", value=0.75, documents="their documents", source="A paper, table 2")
    row = Row(figure="F1", label="F1, all", level=level, at_most=at_most, peers=(peer,))
    measurement = Measurement(form=GoldFormat.TIMEX, gold="timex", about="Time expressions", rows=(row,))
    score = Score("timex", documents=3, figures=(Figure("F1", value, 40),), notes=("one document left out",))
    return Measured(measurement, score)


def test_a_row_tells_the_figure_its_level_and_what_others_reach() -> None:
    assert list(cells(measured(0.81))) == [
        ("Time expressions", "F1, all", "0.810", "40", "0.8", "yes", "Somebody 0.750 on their documents")
    ]


@pytest.mark.parametrize(("value", "at_most", "told"), [(0.79, False, "no"), (0.79, True, "yes"), (0.81, True, "no")])
def test_a_level_is_reached_from_its_own_side(value: float, at_most: bool, told: str) -> None:
    assert next(cells(measured(value, at_most=at_most)))[5] == told


def test_a_figure_without_a_level_reaches_nothing() -> None:
    assert next(cells(measured(0.9, level=None)))[5] == ""


def test_a_figure_that_was_not_taken_is_told_as_such() -> None:
    other = measured(0.8)
    score = Score("timex", documents=1, figures=(Figure("recall", 0.5, 2),))
    assert next(cells(Measured(other.measurement, score)))[2:6] == ("not measured", "", "0.8", "")


def test_the_page_holds_the_command_the_notes_and_the_sources() -> None:
    page = write_page([measured(0.81)], reader="rules-2")
    assert "`tallystick evaluate ../shared/gold/timex --format timex` (3 documents)" in page
    assert "- one document left out" in page
    assert "- Somebody: A paper, table 2" in page


def test_every_format_is_measured() -> None:
    assert {m.form for m in load_measurements()} >= set(GoldFormat)


@pytest.mark.parametrize("form", GoldFormat)
def test_every_format_has_its_scorer(form: GoldFormat) -> None:
    assert callable(TASKS[form].load_scorer())


def test_every_gold_set_lies_where_the_table_looks() -> None:
    gold = Path(__file__).parents[3] / "shared" / "gold"
    if not gold.is_dir():
        pytest.skip("no gold data beside this checkout")
    assert [m.gold for m in load_measurements() if not m.path(gold).exists()] == []

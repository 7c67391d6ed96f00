import pytest

from tallystick.evaluation.score import ErrorCase, Figure, Score, Unit, f_score, figures_of, share


def test_f_score_is_the_harmonic_mean() -> None:
    assert f_score(0.5, 1.0) == pytest.approx(2 / 3)


def test_f_score_of_nothing_is_zero() -> None:
    assert f_score(0.0, 0.0) == 0.0


def test_share_of_nothing_is_zero() -> None:
    assert share(3, 0) == 0.0


def test_a_figure_is_told_in_its_unit() -> None:
    assert [Figure("x", 0.9184, 10).told, Figure("x", 160.9, 10, Unit.KM).told] == ["0.918", "161 km"]


def test_the_worst_errors_come_first_and_equals_stay_in_order() -> None:
    cases = [ErrorCase(name, "missed", "", "", "", weight=w) for name, w in (("a", 1), ("b", 3), ("c", 1))]
    score = Score("task", documents=3, figures=(), errors=tuple(cases))
    assert [e.document for e in score.worst(2)] == ["b", "a"]


def test_a_figure_that_was_not_taken_is_an_error() -> None:
    with pytest.raises(KeyError):
        Score("task", documents=0, figures=()).figure("recall")


def test_what_was_found_is_told_in_three_figures() -> None:
    told = {f.name: (f.value, f.cases) for f in figures_of("places", right=1, found=2, asked=4)}
    assert told["places: precision"] == (0.5, 2)
    assert told["places: recall"] == (0.25, 4)
    assert told["places: F1"][0] == pytest.approx(1 / 3)

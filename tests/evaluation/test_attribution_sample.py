"""Attributions of news for reading by eye."""

from __future__ import annotations

from evaluation.attribution_sample import draw, tell_doers
from tallystick.evaluation.bench import Bench, make_report
from tallystick.model.report import Report
from tallystick.pipeline import reader_named
from tallystick.reading.named import ReaderName


def reports(*names: str) -> list[Report]:
    return [make_report(f"Report {name}.", name=name) for name in names]


def test_a_seed_always_draws_the_same_order() -> None:
    articles = reports(*map(str, range(20)))

    assert list(draw(articles, seed=3)) == list(draw(articles, seed=3))
    assert list(draw(articles, seed=3)) != list(draw(articles, seed=4))


def test_sets_take_turns_and_nothing_is_left_out() -> None:
    drawn = [r.path for r in draw(reports("a1", "a2", "a3"), reports("b1"), seed=1)]

    assert sorted(map(str, drawn)) == ["a1", "a2", "a3", "b1"]
    assert [str(path)[0] for path in drawn[:2]] == ["a", "b"]


def test_a_block_tells_the_sentences_and_their_words_where_a_doer_is_told() -> None:
    text = (
        "On 3 May 2019 Al-Shabaab fighters attacked an army base in Galkayo. On 5 May 2019 a bomb killed six people "
        "in Kismayo."
    )
    bench = Bench(reader_named(ReaderName.RULES))

    (block,) = tell_doers(bench.record([make_report(text, name="one")]))

    assert "states as fact that Al-Shabaab did it." in block
    assert "attacked an army base in Galkayo" in block

from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.geowebnews import Found, Tally, score_geowebnews
from tallystick.evaluation.geowebnews_gold import Toponym, Use, load_geowebnews
from tallystick.pipeline import default_reader

TEXT = "Lagos and Accra met. Nigerians left Lagos."
LAGOS, ACCRA = (6.45, 3.39), (5.55, -0.2)


def gold(start: int, end: int, point: tuple[float, float] | None, use: Use = Use.LITERAL) -> Toponym:
    return Toponym(start, end, TEXT[start:end], "Literal", use, point, in_geonames=True)


def found(start: int, end: int, point: tuple[float, float] | None) -> Found:
    return Found(start, end, TEXT[start:end], point)


def counted(golden: list[Toponym], answers: list[Found]) -> dict[str, float]:
    tally = Tally()
    tally.add(golden, answers, document="a", text=TEXT)
    return {f.name: f.value for f in tally.figures()}


def test_found_missed_and_false_toponyms_count() -> None:
    figures = counted([gold(0, 5, LAGOS), gold(10, 15, ACCRA)], [found(0, 5, LAGOS), found(16, 19, ACCRA)])
    assert figures["toponyms: precision"] == 0.5
    assert figures["toponyms: recall"] == 0.5


def test_an_overlapping_span_is_found_but_not_exact() -> None:
    figures = counted([gold(0, 5, LAGOS)], [found(0, 9, LAGOS)])
    assert (figures["toponyms: F1"], figures["toponyms, exact: F1"]) == (1, 0)


def test_end_to_end_asks_for_the_place_too() -> None:
    figures = counted([gold(0, 5, LAGOS), gold(10, 15, ACCRA)], [found(0, 5, LAGOS), found(10, 15, LAGOS)])
    assert (figures["toponyms: F1"], figures["toponyms, end to end at 161 km: F1"]) == (1, 0.5)


def test_a_toponym_found_without_a_point_is_no_hit_end_to_end() -> None:
    assert counted([gold(0, 5, LAGOS)], [found(0, 5, None)])["toponyms, end to end at 161 km: F1"] == 0


def test_a_toponym_without_a_gold_point_counts_neither_way() -> None:
    people = gold(21, 30, None, Use.ASSOCIATIVE)
    answered = counted([gold(0, 5, LAGOS), people], [found(0, 5, LAGOS), found(21, 30, LAGOS)])
    unanswered = counted([gold(0, 5, LAGOS), people], [found(0, 5, LAGOS)])
    assert answered == unanswered
    assert answered["toponyms: F1"] == 1


def test_recall_of_literal_toponyms_leaves_the_others_out() -> None:
    figures = counted([gold(0, 5, LAGOS), gold(10, 15, ACCRA, Use.ASSOCIATIVE)], [found(0, 5, LAGOS)])
    assert (figures["toponyms: recall"], figures["literal toponyms: recall"]) == (0.5, 1)


def toponym(name: str, type_: str, start: int, point: tuple[float, float] | None) -> str:
    latitude, longitude = point or ("", "")
    return (
        f"<toponym><extractedName>{name}</extractedName><type>{type_}</type><start>{start}</start>"
        f"<latitude>{latitude}</latitude><longitude>{longitude}</longitude><geonamesID>1</geonamesID></toponym>"
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "gold.xml"
    toponyms = [
        toponym("Lagos", "Literal", 0, LAGOS),
        toponym("Accra", "Metonymic", 12, ACCRA),
        toponym("Nigerians", "Demonym", 21, None),
        toponym("left", "Literal_Expression", 31, None),
        toponym("Kampala", "Literal", 36, (0.3, 32.5)),
    ]
    article = f'<article file="7"><title>Talks</title><text>{TEXT}</text><toponyms>{"".join(toponyms)}</toponyms>'
    path.write_text(f'<articles>{article}</article><article file="8"><text/></article></articles>', encoding="utf-8")
    return path


def test_toponyms_are_loaded_with_their_use(corpus: Path) -> None:
    articles, _ = load_geowebnews(corpus)
    assert [(t.name, t.use, t.point) for t in articles[0].toponyms] == [
        ("Lagos", Use.LITERAL, LAGOS),
        ("Accra", Use.ASSOCIATIVE, ACCRA),
        ("Nigerians", Use.ASSOCIATIVE, None),
    ]


def test_offsets_that_are_off_are_mended_by_the_words(corpus: Path) -> None:
    articles, _ = load_geowebnews(corpus)
    accra = articles[0].toponyms[1]
    assert TEXT[accra.start : accra.end] == "Accra"


def test_what_cannot_be_used_is_noted(corpus: Path) -> None:
    _, notes = load_geowebnews(corpus)
    assert len(notes) == 2
    assert "Kampala" in notes[0]
    assert "article 8" in notes[1]


@pytest.mark.parametrize("content", ["no xml", "<timeml/>"])
def test_another_format_is_an_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TallystickError, match="E601"):
        load_geowebnews(path)


def test_a_corpus_is_scored(corpus: Path) -> None:
    score = score_geowebnews(corpus, Bench(reader=default_reader()))
    assert score.documents == 1
    assert score.figure("gold spans, all: accuracy at 161 km").value == 1
    assert score.figure("gold spans, all: median error").value < 30

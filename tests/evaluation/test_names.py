"""Two spellings of one name."""

import pytest

from tallystick.evaluation.names import are_alike, fold_name


def test_folding_drops_accents_articles_and_words_of_kind() -> None:
    assert fold_name("the Al-Asad Airbase, Añbar") == "asad anbar"


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ain al-Asad", "Ain Al-Assad base"), ("Kobani", "Kobane"), ("Deir ez-Zor", "Deir ez-Zor province")],
)
def test_spellings_of_one_name_are_alike(first: str, second: str) -> None:
    assert are_alike(first, second)


def test_other_names_are_not_alike() -> None:
    assert not are_alike("Harir", "Shaddadi")


def test_no_name_is_like_no_name_only() -> None:
    assert are_alike(None, "")
    assert not are_alike(None, "Harir")

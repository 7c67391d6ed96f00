import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.knowledge.names import fold_name, split_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Asa'ib Ahl al-Haq", "Asaib Ahl-al Haq"),
        ("Kata’ib Hezbollah", "Kataib Hizbullah"),
        ("Harakat Hezbollah al-Nujaba", "HARAKAT HIZBALLAH AL NUJABA"),
        ("ash-Shabaab", "Al Shabab"),
        ("U.S.", "US"),
        ("Yekîneyên Parastina Gel", "Yekineyen Parastina Gel"),
        ("Ministry of Defense", "ministry of defence"),
        ("المقاومة الإسلامية", "المقاومه الاسلامية"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), [("Hezbollah", "Hezbollah Brigades"), ("Mali", "Malawi"), ("US-led", "led")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


def test_a_possessive_is_left_out_of_the_word() -> None:
    word = next(split_words("Hamas's men"))
    assert (word.start, word.end, word.possessive) == (0, 5, True)


@given(st.text())
def test_any_text_folds_and_words_lie_in_order(text: str) -> None:
    words = list(split_words(text))
    assert all(0 <= w.start < w.end <= len(text) for w in words)
    assert all(a.end <= b.start for a, b in pairwise(words))


@given(st.text(alphabet=string.ascii_letters + " -'"))
def test_case_does_not_matter(text: str) -> None:
    assert fold_name(text.upper()) == fold_name(text.lower())

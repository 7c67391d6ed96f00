"""Arabic words: their spellings folded, the small words on their front taken off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.reading.arabic.words import fold, split_sentences, split_words

ARABIC = st.text(alphabet="ابةتثجحخدذرزسشصضطظعغفقكلمنهويأإآىئؤءًٌَُِّْ ـ،.؟0123456789٠١٢\n", max_size=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [("مُسَيَّرة", "مسيرة"), ("أربيل", "اربيل"), ("مستشفى", "مستشفي"), ("قـــصف", "قصف"), ("هجوماً", "هجوما")],
)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("written", "form"),
    [("وبالمسيّرة", "مسيره"), ("للجيش", "جيش"), ("فقصفت", "قصفت"), ("والتنف", "التنف"), ("بصاروخ", "صاروخ")],
)
def test_small_words_come_off_the_front(written: str, form: str) -> None:
    (word,) = split_words(written)
    assert form in [f.letters for f in word.forms]


def test_a_form_knows_where_it_begins() -> None:
    text = "وبالمُسيّرة"
    form = next(f for f in split_words(text)[0].forms if f.letters == "مسيره")
    assert text[form.start :] == "مُسيّرة"


def test_a_short_word_is_not_cut_to_nothing() -> None:
    assert [f.letters for f in split_words("في")[0].forms] == ["في"]


def test_figures_of_both_sorts_are_numbers() -> None:
    assert [w.number for w in split_words("47 و٤٧ هجوم")] == [47, None, 47, None]


@given(ARABIC)
def test_words_stand_where_they_say(text: str) -> None:
    for word in split_words(text):
        assert text[word.start : word.end] == word.written
        assert all(word.start <= form.start < word.end for form in word.forms)


@given(ARABIC)
def test_sentences_leave_out_no_word(text: str) -> None:
    spans = list(split_sentences(text))
    assert all(any(start <= w.start < end for start, end in spans) for w in split_words(text))

"""Passages are the whole text, letter for letter, and know where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallystick.reading.llm.passages import Passage, cut_passages, halve

TEXTS = st.text(alphabet="ab. \n؟بغداد😀", max_size=200)


@given(text=TEXTS, longest=st.integers(min_value=1, max_value=50))
def test_every_passage_stands_where_it_says(text: str, longest: int) -> None:
    for passage in cut_passages(text, longest=longest):
        assert text[passage.start : passage.end] == passage.text


@given(text=TEXTS, longest=st.integers(min_value=1, max_value=50))
def test_no_word_is_lost_between_passages(text: str, longest: int) -> None:
    joined = "".join(passage.text for passage in cut_passages(text, longest=longest))
    assert "".join(joined.split()) == "".join(text.split())


@given(text=TEXTS, longest=st.integers(min_value=1, max_value=50))
def test_no_passage_is_longer_than_allowed(text: str, longest: int) -> None:
    assert all(len(passage.text) <= longest for passage in cut_passages(text, longest=longest))


def test_a_text_is_cut_between_paragraphs_rather_than_between_sentences() -> None:
    text = "One came. Two went.\n\nThree stayed. Four left."
    assert [p.text for p in cut_passages(text, longest=35)] == ["One came. Two went.\n\n", "Three stayed. Four left."]


def test_arabic_is_cut_between_sentences() -> None:
    text = "قصف الجيش البلدة. هل قتل أحد؟ لا أحد."
    assert [p.text for p in cut_passages(text, longest=32)] == ["قصف الجيش البلدة. هل قتل أحد؟ ", "لا أحد."]


def test_the_header_is_no_part_of_a_passage() -> None:
    assert [(p.start, p.text) for p in cut_passages("date 2023\n\nText.", longest=99, start=11)] == [(11, "Text.")]


def test_halves_keep_their_place() -> None:
    assert halve(Passage(10, "One came. Two went.")) == (Passage(10, "One came. "), Passage(20, "Two went."))

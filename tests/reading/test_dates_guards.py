from __future__ import annotations

import pytest
from spacy.language import Language

from tests.reading.date_reports import quotes, read


@pytest.mark.parametrize(
    "text",
    [
        "The group may attack again.",
        "Thousands march on the palace.",
        "They sat in the second row.",
        "A second attack followed.",
        "The convoy ran 24/7.",
        "Call 555-0123-4567 or use version 1.2.3.",
        "They won 3-1.",
        "A 12-year-old boy was hurt.",
        "The boy was 12 years old.",
        "More than 2000 people fled.",
        "About 2,006 people fled.",
        "The cost was $2006.",
        "The text cites Resolution 1701 of the council.",
        "Troops of the 29th Brigade arrived.",
        "It was the 26th attack on the base.",
        "Jan Novak and Theresa May spoke.",
        "A night raid was filmed with night vision.",
        "It fired an S-300 and two F-15 jets took off.",
        "The sun rose and they sat down.",
        "Prices fall quickly.",
        "The Sunday Times reported it.",
        "A quarter of the town fled.",
        "",
    ],
)
def test_no_date_is_read(nlp: Language, text: str) -> None:
    assert read(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("In May, rockets fell.", "May"),
        ("In March, rockets fell.", "March"),
        ("The 2003 invasion began.", "2003"),
        ("He was killed in the summer of 2006.", "the summer of 2006"),
        ("The strike came at dawn.", "dawn"),
        ("the men died on 6 may in the town.", "6 may"),
        ("the men died in june in the town.", "june"),
        ("They attacked at 2030 near the town.", "2030"),
    ],
)
def test_the_same_words_as_dates(nlp: Language, text: str, quote: str) -> None:
    assert quotes(read(nlp, text)) == [quote]

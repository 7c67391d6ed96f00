from __future__ import annotations

import pytest
from spacy.language import Language

from tests.reading.date_reports import read

_LED = "Sales of tents rose in the third quarter. "


@pytest.mark.parametrize(
    "written",
    [
        "a year earlier",
        "a year ago",
        "the year-earlier quarter",
        "the year-ago period",
        "the corresponding period last year",
    ],
)
def test_a_quarter_is_compared_with_that_of_the_year_before(nlp: Language, written: str) -> None:
    *_, found = read(nlp, f"{_LED}They stood at two million, up from one million {written}.")
    assert (found.quote.exact, found.timex.value) == (written, "2022-Q3")


def test_a_longer_span_puts_the_quarter_out_of_mind(nlp: Language) -> None:
    *_, found = read(nlp, f"{_LED}In the nine months they doubled from a year earlier.")
    assert found.timex.value == "2022"


def test_a_year_ago_is_a_year_where_no_quarter_is_told(nlp: Language) -> None:
    (found,) = read(nlp, "The bridge was hit a year ago.")
    assert found.timex.value == "2022"


@pytest.mark.parametrize("written", ["the quarter", "the latest quarter", "the latest period"])
def test_the_quarter_is_the_one_told(nlp: Language, written: str) -> None:
    *_, found = read(nlp, f"Sales of tents rose in the second quarter. Exports fell in {written}.")
    assert (found.quote.exact, found.timex.value) == (written, "2023-Q2")


def test_the_quarter_of_another_year(nlp: Language) -> None:
    *_, found = read(nlp, f"{_LED}They had fallen in the 2021 quarter.")
    assert (found.quote.exact, found.timex.value) == ("the 2021 quarter", "2021-Q3")


def test_a_quarter_to_come_is_not_the_one_compared(nlp: Language) -> None:
    *_, found = read(nlp, f"{_LED}The fourth quarter may be worse. They stood at one million a year earlier.")
    assert found.timex.value == "2022-Q3"

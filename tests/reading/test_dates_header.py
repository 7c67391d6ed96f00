from __future__ import annotations

import pytest
from spacy.language import Language

from tallystick.reading.dates import find_dates, is_header
from tests.reading.date_reports import make_report


@pytest.mark.parametrize(
    "text",
    [
        "BAGHDAD, Nov. 7 — Drones hit a base.",
        "ERBIL, Iraq, Nov. 7 (Agency) -- Drones hit a base.",
        "PORT-AU-PRINCE, November 7 (Agency) Drones hit a base.",
        "SAN JUAN, 7 NOV 23 -- A bomb went off.",
        "Date of publication 7 November 2023 Drones hit a base.",
        "Published: November 7, 2023\n\nDrones hit a base.",
        "November 7, 2023\n\nDrones hit a base.",
    ],
)
def test_a_dateline_dates_the_report(nlp: Language, text: str) -> None:
    report = make_report(text)
    (found,) = find_dates(nlp(text), report)
    assert is_header(found, report)


def test_what_stands_before_the_body_dates_the_report(nlp: Language) -> None:
    text = "date 2023-11-07 Drones hit a base on 2023-11-07."
    report = make_report(text, body_start=16)
    assert [is_header(found, report) for found in find_dates(nlp(text), report)] == [True, False]


@pytest.mark.parametrize(
    "text", ["On Nov. 7 drones hit a base.", "Drones hit a base on Nov. 7 - the first of many.", "Nov. 7 was quiet."]
)
def test_a_date_in_a_sentence_dates_an_event(nlp: Language, text: str) -> None:
    report = make_report(text)
    (found,) = find_dates(nlp(text), report)
    assert not is_header(found, report)

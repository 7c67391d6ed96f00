from __future__ import annotations

import pytest

from tallystick.model.report import Report
from tallystick.reading.triage import is_worth_reading, load_triage, sentences_worth_reading

WAR = "Three soldiers were killed when a rocket hit their camp on Sunday. The mayor called for calm."
TRADE = "The company sold four plants and raised its dividend. Shares of the baker rose by two cents."


def report(text: str, language: str | None = "en") -> Report:
    return Report(id="r", text=text, language=language)


@pytest.mark.parametrize("text", [WAR, WAR.upper(), WAR.lower()])
def test_a_report_of_violence_is_read_in_any_case(text: str) -> None:
    assert is_worth_reading(report(text))


@pytest.mark.parametrize(
    "text",
    [
        "A group said it carried out most of the attacks on the bases.",
        "At least 24 attacks on bases have been counted since October.",
        "The brigades are a front for the militia.",
        "The militia vowed to strike again if troops stay.",
        "A drone was downed near the airbase.",
    ],
)
def test_claims_tallies_relations_and_statements_are_read(text: str) -> None:
    assert is_worth_reading(report(text))


def test_a_report_of_trade_is_set_aside() -> None:
    assert not is_worth_reading(report(TRADE))


def test_reports_in_other_languages_are_not_judged() -> None:
    assert is_worth_reading(report("Das Unternehmen verkaufte vier Werke.", "de"))


def test_an_empty_text_is_set_aside() -> None:
    assert not is_worth_reading(report(""))


def test_a_form_counts_once() -> None:
    model = load_triage()
    assert model.score("killed killed killed") == model.score("Killed")


def test_sentences_worth_reading_are_those_with_words_of_violence() -> None:
    text = f"{TRADE} {WAR}"
    (span,) = sentences_worth_reading(text)
    assert text[slice(*span)].strip() == "Three soldiers were killed when a rocket hit their camp on Sunday."


def test_sentences_end_at_blank_lines_too() -> None:
    text = "Camp bombed\n\nShares rose by two cents"
    assert [text[start:end] for start, end in sentences_worth_reading(text)] == ["Camp bombed\n\n"]

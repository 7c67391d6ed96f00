import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.errors import TallystickError
from tallystick.model.terms import DatelineBasis
from tallystick.sources.build import build_report
from tallystick.sources.normalise import normalise_text
from tallystick.sources.taken import Article

BODY = "Two rockets fell near the depot outside the town late on Sunday."


def test_the_id_is_the_hash_of_the_normalised_text() -> None:
    report = build_report(Article(text=f"{BODY}\r\n", raw=b""), path="a.txt").report
    assert report.text == BODY
    assert report.id == hashlib.sha256(BODY.encode()).hexdigest()


def test_the_header_stays_in_the_text_and_the_body_starts_behind_it() -> None:
    report = build_report(Article(text=f" date 2023-11-07 {BODY}", raw=b""), path="a.txt").report
    assert report.text == f" date 2023-11-07 {BODY}"
    assert report.text[report.body_start :] == BODY
    assert (report.published_on, report.published_basis) == (date(2023, 11, 7), DatelineBasis.HEADER)


def test_the_header_fills_what_the_file_does_not_say() -> None:
    text = f"Title: In the header\nSource: Example Wire\nLanguage: en-GB\n\n{BODY}"
    report = build_report(Article(text=text, raw=b"", title="In the\nfile\u200b"), path="a.txt").report
    assert (report.title, report.publisher, report.language) == ("In the file", "Example Wire", "en")


def test_a_dateline_behind_a_title_is_found() -> None:
    article = Article(text=f"Rockets at dawn!\nGOMA, 7 November 2023 (AFP) - {BODY}", raw=b"", title="Rockets at dawn!")
    report = build_report(article, path="a.html").report
    assert (report.published_on, report.text[report.body_start :]) == (date(2023, 11, 7), BODY)


@pytest.mark.parametrize("stated", ["English", "?", "", None])
def test_a_language_that_is_no_code_is_found_from_the_text(stated: str | None) -> None:
    assert build_report(Article(text=BODY, raw=b"", language=stated), path="a.txt").report.language == "en"


def test_warnings_are_lines_that_name_the_file_and_the_line() -> None:
    article = Article(text=BODY, raw=b"", published="2023-02-31", guessed_encoding="cp1252", line=4)
    taken = build_report(article, path="a.jsonl")
    assert [warning.code for warning in taken.warnings] == ["E109", "E114"]
    assert all(warning.message.startswith("a.jsonl:4: ") for warning in taken.warnings)
    assert taken.report.published_on is None


@pytest.mark.parametrize("text", ["", " \n", "\u200b\ufeff", "\x00\x01"])
def test_a_text_of_which_nothing_is_left_is_empty(text: str) -> None:
    with pytest.raises(TallystickError, match="E103"):
        build_report(Article(text=text, raw=b""), path="a.txt")


@given(st.text(st.characters(blacklist_categories=())).filter(lambda text: normalise_text(text).strip()))
def test_any_text_that_is_not_empty_is_a_report(text: str) -> None:
    report = build_report(Article(text=text, raw=b""), path="a.txt").report
    assert 0 <= report.body_start < len(report.text)
    assert build_report(Article(text=report.text, raw=b""), path="b.txt").report.id == report.id

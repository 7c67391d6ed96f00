import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.sources.header import read_header, skip_title

BODY = "Two rockets fell near the depot."


@pytest.mark.parametrize(
    "header",
    [
        " date 2023-11-07 ",
        "date 2023-11-07\n",
        "Date: 2023-11-07\n\n",
        "DATE: 7 November 2023\n",
        "Published on Nov. 7, 2023 10:30 AM\n",
        "Published: Tue, 7 Nov 2023 10:00:00 +0000\n",
        "date: 2023-11-07T10:00:00Z ",
    ],
)
def test_a_date_header_in_its_own_line_or_before_the_text(header: str) -> None:
    read = read_header(header + BODY)
    assert "published" in read.fields
    assert (header + BODY)[read.end :] == BODY


def test_a_block_of_keys_fills_the_fields() -> None:
    block = "Title: Rockets at dawn\nSource: Example Wire\nPublished: 2023-11-07\nURL: https://example.org/1\nBy: A. Writer\n\n"
    read = read_header(block + BODY)
    assert read.fields == {
        "title": "Rockets at dawn",
        "publisher": "Example Wire",
        "published": "2023-11-07",
        "url": "https://example.org/1",
    }
    assert read.end == len(block)


def test_the_first_of_two_values_counts() -> None:
    assert read_header(f"Date: 2023-11-07\nPublished: 2023-11-09\n{BODY}").fields["published"] == "2023-11-07"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"  {BODY}",
        "Officials said: no comment.",
        "The date 2023-11-07 was a Tuesday.",
        "Dated weapons were found.",
        "date 2023-11-07",
        "Title: nothing behind it\n",
    ],
)
def test_what_is_no_header(text: str) -> None:
    assert (read_header(text).fields, read_header(text).end) == ({}, 0)


@given(st.text())
def test_a_header_never_takes_the_whole_text(text: str) -> None:
    assert read_header(text).end < max(1, len(text))


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        (f"Rockets at dawn\n\n{BODY}", "Rockets  at Dawn", BODY),
        (f"Rockets at dawn\n{BODY}", "Another title", f"Rockets at dawn\n{BODY}"),
        (f"Rockets at dawn\n{BODY}", None, f"Rockets at dawn\n{BODY}"),
        ("Rockets at dawn", "Rockets at dawn", "Rockets at dawn"),
    ],
)
def test_a_title_that_is_said_again_is_no_body(text: str, title: str | None, rest: str) -> None:
    assert text[skip_title(text, 0, title) :] == rest

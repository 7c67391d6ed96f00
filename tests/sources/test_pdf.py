from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from tallystick.sources import pdf
from tests.sources.outcomes import only, outcomes


def write_pdf(path: Path, *pages: list[str], password: str | None = None, **about: str) -> Path:
    """A PDF that shows those lines on its pages."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(width=600, height=800)
        content = DecodedStreamObject()
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        content.set_data(f"BT /F1 12 Tf 50 780 Td {shown} ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(content)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    writer.add_metadata({f"/{name}": value for name, value in about.items()})
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    with path.open("wb") as file:
        writer.write(file)
    return path


def test_text_and_what_the_file_says_of_itself(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "a.pdf", ["Two rockets struck a depot."], Title="Rockets", CreationDate="D:20231107120000Z"
    )
    report = only(path).report
    assert (report.text, report.title, report.published_on) == (
        "Two rockets struck a depot.",
        "Rockets",
        date(2023, 11, 7),
    )


def test_lines_of_a_paragraph_and_parted_words_are_joined(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "a.pdf", ["Two rockets struck the de-", "pot near the town of Mosul", "at noon.", "One died."]
    )
    assert only(path).report.text == "Two rockets struck the depot near the town of Mosul at noon.\nOne died."


def test_headers_and_page_numbers_go(tmp_path: Path) -> None:
    words = ("Rockets fell near the depot.", "A drone was shot down over a base.", "Nobody claimed any of it.")
    path = write_pdf(
        tmp_path / "a.pdf", *(["Daily bulletin", word, f"Page {n} of 3"] for n, word in enumerate(words, 1))
    )
    assert only(path).report.text == "\n\n".join(words)


def test_a_pdf_is_known_under_another_name(tmp_path: Path) -> None:
    write_pdf(tmp_path / "a.txt", ["Two rockets struck a depot."])
    assert outcomes(tmp_path / "a.txt") == ["Two rockets struck a depot."]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        pytest.param(b"%PDF-1.7\nnothing more", "broken", id="broken"),
        pytest.param(b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>", "", id="circle"),
    ],
)
def test_a_broken_pdf_is_told(tmp_path: Path, content: bytes, cause: str) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    assert outcomes(tmp_path / "a.pdf") == ["E144"]


def test_half_a_pdf_is_told_or_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", ["Two rockets struck a depot."])
    path.write_bytes(path.read_bytes()[:400])
    assert outcomes(path) == ["E144"]


def test_a_pdf_without_text_is_told(tmp_path: Path) -> None:
    write_pdf(tmp_path / "a.pdf", [])
    assert outcomes(tmp_path / "a.pdf") == ["E144"]


def test_a_locked_pdf_is_told_and_one_that_anybody_may_open_is_read(tmp_path: Path) -> None:
    assert outcomes(write_pdf(tmp_path / "a.pdf", ["Two rockets."], password="secret")) == ["E144"]
    assert outcomes(write_pdf(tmp_path / "b.pdf", ["Two rockets."], password="")) == ["Two rockets."]


def test_too_many_pages_are_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    assert outcomes(write_pdf(tmp_path / "a.pdf", *(["Shots were heard."] for _ in range(3)))) == ["E144"]


def test_a_stream_that_unpacks_to_far_more_is_told(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", ["x"])
    writer = PdfWriter(clone_from=path)
    content = DecodedStreamObject()
    content.set_data(b"BT (" + b"a" * 200_000_000 + b") Tj ET")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content.flate_encode())
    with path.open("wb") as file:
        writer.write(file)
    assert outcomes(path) == ["E144"]


def test_text_from_right_to_left_is_told_of() -> None:
    assert pdf.is_right_to_left("استهدفت قاعدة (2023)")
    assert not pdf.is_right_to_left("A base was struck, said قاعدة.")

from __future__ import annotations

from spacy.tokens import Doc

from tallystick.reading.language_model import parse_text, parse_texts

TEXTS = (
    "Shells fell on the market\n\nTwo people were killed on Monday. A third died later, the mayor said.",
    "",
    "Gunmen opened fire on a convoy near the river.",
    "- a rocket hit a school\n- a drone was shot down\n\nNobody was hurt.",
    "   \n\n ",
)
ATTRIBUTES: list[int | str] = [
    "IDX",
    "LEMMA",
    "POS",
    "TAG",
    "DEP",
    "HEAD",
    "SENT_START",
    "ENT_TYPE",
    "ENT_IOB",
    "MORPH",
]


def values(doc: Doc) -> list[list[int]]:
    return [list(row) for row in doc.to_array(ATTRIBUTES)]


def test_texts_parsed_together_come_out_as_each_alone() -> None:
    together = parse_texts([(text, 0) for text in TEXTS])
    assert [doc.text for doc in together] == list(TEXTS)
    assert [values(doc) for doc in together] == [values(parse_text(text)) for text in TEXTS]


def test_no_sentence_crosses_the_end_of_the_header() -> None:
    header = "Rockets near a depot "
    doc = parse_text(f"{header}Two rockets fell near a depot on Sunday.", body_start=len(header))
    assert [s.start_char for s in doc.sents] == [0, len(header)]


def test_no_sentence_crosses_a_blank_line() -> None:
    doc = parse_text(TEXTS[0])
    assert TEXTS[0].index("Two") in [s.start_char for s in doc.sents]

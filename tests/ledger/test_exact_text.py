from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from tallystick.ledger.exact_text import ExactText

odd = st.text(st.sampled_from("\\0u\x00\ud800\udcffa18d") | st.characters(exclude_categories=()))


@given(odd)
def test_every_string_comes_back_exactly_and_can_be_stored(text: str) -> None:
    column, dialect = ExactText(), sqlite.dialect()
    stored = column.process_bind_param(text, dialect)
    assert stored is not None
    assert b"\x00" not in stored.encode("utf-8")
    assert column.process_result_value(stored, dialect) == text


def test_plain_text_stays_plain() -> None:
    assert ExactText().process_bind_param("A town, قرية, 村.\n", sqlite.dialect()) == "A town, قرية, 村.\n"

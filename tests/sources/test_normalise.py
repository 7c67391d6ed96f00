import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.sources.normalise import normalise_text

ANY_TEXT = st.text(st.characters(blacklist_categories=()))  # lone surrogates too


@given(ANY_TEXT)
def test_normalising_twice_is_normalising_once(raw: str) -> None:
    once = normalise_text(raw)
    assert normalise_text(once) == once


@given(ANY_TEXT)
def test_the_result_can_be_written_in_utf8(raw: str) -> None:
    assert normalise_text(raw).encode("utf-8").decode("utf-8") == normalise_text(raw)


@given(st.text(st.sampled_from("aé’“”—  \n\t0.,")))
def test_ordinary_text_keeps_every_offset(raw: str) -> None:
    composed = unicodedata.normalize("NFC", raw)
    assert composed.startswith(normalise_text(composed))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeffa", "a"),
        ("5\u00a0km", "5 km"),
        ("mili\u00adtia", "militia"),
        ("a\u200bb\u202ec\x00\x07", "abc"),
        ("می\u200cروم", "می\u200cروم"),
        ("e\u0301", "é"),
        ("a\ud800b", "a\ufffdb"),
        (" a\tb \n", " a\tb"),
        ("the military’s “depots”", "the military’s “depots”"),
    ],
)
def test_each_rule(raw: str, expected: str) -> None:
    assert normalise_text(raw) == expected

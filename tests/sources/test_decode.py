import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.errors import TallystickError
from tallystick.sources.decode import decode_bytes, is_binary

FRENCH = "Des hommes armés ont attaqué une base près de la frontière à l'aube, d'après l'armée. Aucun blessé n'a été signalé."


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_utf8_is_read_as_written(text: str) -> None:
    assert decode_bytes(text.encode(), path="a.txt").text in {text, text.removeprefix("\ufeff")}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_states_the_encoding(encoding: str) -> None:
    decoded = decode_bytes(FRENCH.encode(encoding), path="a.txt")
    assert (decoded.text, decoded.guessed) == (FRENCH, None)


def test_utf16_big_endian_is_read_by_its_mark() -> None:
    assert decode_bytes(codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), path="a.txt").text == FRENCH


def test_a_declared_encoding_is_no_guess() -> None:
    decoded = decode_bytes(FRENCH.encode("cp1252"), path="a.html", declared="windows-1252")
    assert (decoded.text, decoded.guessed) == (FRENCH, None)


def test_an_unknown_declared_encoding_is_passed_over() -> None:
    assert decode_bytes(FRENCH.encode("cp1252"), path="a.html", declared="no-such").guessed is not None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        ("À l'aube, là-bas à côté.", "cp1252"),
        ("El ataque ocurrió mañana según el ejército.", "cp1252"),
        (
            "Ракеты попали в военную базу на окраине города, сообщили власти. Пострадавших нет, пожар потушен к утру.",
            "cp1251",
        ),
        ("أعلنت السلطات سقوط صواريخ قرب القاعدة العسكرية مساء الثلاثاء دون وقوع إصابات بين الجنود.", "cp1256"),
    ],
)
def test_other_encodings_are_guessed_and_the_guess_is_told(text: str, encoding: str) -> None:
    decoded = decode_bytes(text.encode(encoding), path="a.txt")
    assert decoded.text == text
    assert decoded.guessed


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 text", b"PK\x03\x04rest", b"text with a \0 inside", b"\x01\x02\x03\x04abcdef"]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(TallystickError, match="E105"):
        decode_bytes(data, path="a.txt")


def test_random_bytes_are_binary() -> None:
    assert is_binary(random.Random(7).randbytes(5000))


def test_a_few_control_characters_do_not_make_a_text_binary() -> None:
    assert not is_binary(
        b"one page\x0c another page \x1b[0m and enough text after it to be a text, as anyone would say of it"
    )

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tallystick.reading.trained.word_pieces import WordPieces

WORDS = ["[UNK]", "[CLS]", "[SEP]", "rock", "##et", "##s", "u", ".", "s", "fire", "cafe", "-", "北"]
PIECES = WordPieces({word: number for number, word in enumerate(WORDS)})


def cut(token: str) -> list[str]:
    return [WORDS[i] for i in PIECES.ids_of(token)]


@pytest.mark.parametrize(
    ("token", "pieces"),
    [
        ("rockets", ["rock", "##et", "##s"]),
        ("ROCKET", ["rock", "##et"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("café", ["cafe"]),
        ("fire-rock", ["fire", "-", "rock"]),
        ("北", ["北"]),
        ("fi\u00adre", ["fire"]),
        ("\n\n", []),
    ],
)
def test_a_token_is_cut_into_its_longest_pieces(token: str, pieces: list[str]) -> None:
    assert cut(token) == pieces


def test_a_word_that_does_not_come_out_even_is_unknown_as_a_whole() -> None:
    assert cut("rockety") == ["[UNK]"]


def test_a_word_of_more_than_a_hundred_characters_is_unknown() -> None:
    assert cut("s" * 101) == ["[UNK]"]


def test_a_line_of_points_is_cut_short() -> None:
    assert cut("." * 500) == ["."] * 32


def test_other_tokenizers_are_refused(tmp_path: Path) -> None:
    told = {"normalizer": {"lowercase": False}, "model": {"type": "WordPiece", "vocab": {}}}
    (tmp_path / "tokenizer.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(ValueError, match="lower-case"):
        WordPieces.load(tmp_path / "tokenizer.json")

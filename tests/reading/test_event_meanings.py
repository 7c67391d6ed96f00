from __future__ import annotations

import numpy as np
import pytest

from tallystick.reading.event_meanings import LONGEST, MEANING, TOKENIZER, meanings_of, place_mentions
from tallystick.reading.trained.word_pieces import WordPieces

KILLED = [
    "Gunmen",
    "killed",
    "two",
    "guards",
    "at",
    "the",
    "depot",
    "on",
    "Friday",
    ",",
    "the",
    "ministry",
    "said",
    ".",
]
SLAYING = ["The", "slaying", "of", "the", "two", "guards", "at", "the", "depot", "shocked", "the", "town", "."]
PIECES = WordPieces.load(TOKENIZER)


def test_a_meaning_has_length_one() -> None:
    rows = meanings_of(KILLED, [(1,), (11,)])
    assert rows.shape == (2, MEANING)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)


def test_one_event_in_other_words_is_nearer_than_another_event() -> None:
    killed, said = meanings_of(KILLED, [(1,), (11,)])
    (slaying,) = meanings_of(SLAYING, [(1,)])
    assert killed @ slaying > killed @ said


def test_a_meaning_does_not_depend_on_the_other_mentions() -> None:
    assert np.array_equal(meanings_of(KILLED, [(1,)])[0], meanings_of(KILLED, [(11,), (1,)])[1])


def test_a_mention_stands_where_its_pieces_are() -> None:
    ids, places = place_mentions(["Gunmen", "shot", "at", "guards"], [(1, 2)], PIECES)
    gunmen = len(PIECES.ids_of("Gunmen"))
    assert places == [(1 + gunmen, 2 + gunmen)]
    assert (ids[0], ids[-1]) == (PIECES.opening, PIECES.closing)


def test_a_mention_that_is_cut_off_is_read_at_the_opening() -> None:
    ids, places = place_mentions([*["and"] * LONGEST, "shot"], [(LONGEST,)], PIECES)
    assert len(ids) == LONGEST
    assert places == [(0,)]

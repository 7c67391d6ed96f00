from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tallystick.reading.trained.windows import Window, cut_windows

SIZE = 10


def cut(sentences: Sequence[range], sizes: Sequence[int]) -> list[Window]:
    """Windows over tokens of the given sizes; the pieces of token 3 are all 3."""
    return list(cut_windows(sentences, lambda token: (token,) * sizes[token], size=SIZE))


def test_neighbouring_sentences_share_a_window_while_they_fit() -> None:
    windows = cut([range(0, 4), range(4, 8), range(8, 12)], [1] * 12)
    assert [w.pieces for w in windows] == [tuple(range(8)), tuple(range(8, 12))]


def test_sentences_that_do_not_touch_are_read_apart() -> None:
    windows = cut([range(0, 2), range(3, 5)], [1] * 5)
    assert [w.pieces for w in windows] == [(0, 1), (3, 4)]


def test_a_token_is_read_where_its_pieces_begin() -> None:
    (window,) = cut([range(0, 3)], [2, 0, 3])
    assert window.reads == ((0, 0), (2, 2))


def test_a_long_sentence_is_read_in_overlapping_windows_away_from_their_edges() -> None:
    windows = cut([range(0, 20)], [1] * 20)
    assert [w.pieces[0] for w in windows] == [0, 5, 10]
    assert [[token for token, _ in w.reads] for w in windows] == [
        list(range(0, 7)),
        list(range(7, 12)),
        list(range(12, 20)),
    ]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=60), st.data())
def test_every_token_with_pieces_is_read_once_and_no_window_is_too_long(sizes: list[int], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(1, len(sizes)))) | {0, len(sizes)})
    sentences = [range(a, b) for a, b in pairwise(cuts)]
    windows = cut(sentences, sizes)
    read = [token for w in windows for token, _ in w.reads]
    assert read == [token for token, size in enumerate(sizes) if size]
    assert all(len(w.pieces) <= SIZE for w in windows)
    assert all(w.pieces[at] == token for w in windows for token, at in w.reads)

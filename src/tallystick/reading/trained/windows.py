"""A report cut into windows that the encoder can read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

PiecesOf = Callable[[int], tuple[int, ...]]


@dataclass(frozen=True)
class Window:
    """Pieces that are read together. ``reads`` holds the tokens whose answers are taken from here, and where in
    ``pieces`` each of them begins."""

    pieces: tuple[int, ...]
    reads: tuple[tuple[int, int], ...]


def cut_windows(sentences: Sequence[range], pieces_of: PiecesOf, *, size: int) -> Iterator[Window]:
    """Windows of at most ``size`` pieces over sentences, each given as the range of its tokens, in order.

    A window holds as many whole neighbouring sentences as fit. Only a sentence that fits into no window is cut: into
    windows that overlap by half, where each token is read from the window in which most stands around it.
    """
    run: list[range] = []
    length = 0
    for sentence in sentences:
        own = sum(len(pieces_of(i)) for i in sentence)
        if run and (length + own > size or sentence.start != run[-1].stop):
            yield _window(range(run[0].start, run[-1].stop), pieces_of)
            run, length = [], 0
        if own > size:
            yield from _cut_long(sentence, pieces_of, size)
        elif own:
            run.append(sentence)
            length += own
    if run:
        yield _window(range(run[0].start, run[-1].stop), pieces_of)


def _cut_long(sentence: range, pieces_of: PiecesOf, size: int) -> Iterator[Window]:
    start, read_from = sentence.start, sentence.start
    while read_from < sentence.stop:
        stop = _reach(start, sentence.stop, pieces_of, size)
        if stop <= read_from:  # long words: what comes next does not fit beside all that stands before it
            start += 1
            continue
        read_to = sentence.stop if stop == sentence.stop else _reach(start, stop, pieces_of, size * 3 // 4)
        read_to = max(read_to, read_from + 1)
        yield _window(range(start, stop), pieces_of, reads=range(read_from, read_to))
        start, read_from = max(_reach(start, stop, pieces_of, size // 2), start + 1), read_to


def _reach(start: int, stop: int, pieces_of: PiecesOf, size: int) -> int:
    """The token before which ``size`` pieces from ``start`` on are full; one token at least is taken."""
    taken = 0
    for token in range(start, stop):
        taken += len(pieces_of(token))
        if taken > size:
            return max(token, start + 1)
    return stop


def _window(tokens: range, pieces_of: PiecesOf, *, reads: range | None = None) -> Window:
    pieces: list[int] = []
    read: list[tuple[int, int]] = []
    for token in tokens:
        own = pieces_of(token)
        if own and (reads is None or token in reads):
            read.append((token, len(pieces)))
        pieces.extend(own)
    return Window(tuple(pieces), tuple(read))

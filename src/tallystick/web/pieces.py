"""Answers of any length, sent in pieces: many short lines at a time, since each piece costs a change of threads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

SIZE = 64 * 1024


def in_pieces(lines: Iterable[str]) -> Iterator[str]:
    """The same text in pieces of about ``SIZE`` characters."""
    held: list[str] = []
    length = 0
    for line in lines:
        held.append(line)
        length += len(line)
        if length >= SIZE:
            yield "".join(held)
            held, length = [], 0
    if held:
        yield "".join(held)

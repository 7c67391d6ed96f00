"""Answers of any length, sent in pieces: many short lines at a time, since each piece costs a change of threads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tallystick.web.traffic import Traffic

SIZE = 64 * 1024


def in_pieces(lines: Iterable[str], traffic: Traffic | None = None) -> Iterator[str]:
    """The same text in pieces of about ``SIZE`` characters; before each but the first, the traffic is given way."""
    held: list[str] = []
    length = 0
    for line in lines:
        held.append(line)
        length += len(line)
        if length >= SIZE:
            yield "".join(held)
            held, length = [], 0
            if traffic is not None:
                traffic.give_way()
    if held:
        yield "".join(held)

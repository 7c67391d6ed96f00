"""Which incidents may be counted side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from tallystick.model.countable import Vague

V = TypeVar("V", bound=Vague)


def set_vague_apart(incidents: Iterable[V]) -> tuple[tuple[V, ...], tuple[V, ...]]:
    """Those that count, and those told so vaguely that they may be one of the others, each in the order given.

    A vague incident counts where none of the incidents that it may be is among those given: it doubles none of them.
    """
    every = tuple(incidents)
    ids = {i.id for i in every}
    vague = {i.id for i in every if any(other.id in ids for other in i.may_be)}
    return tuple(i for i in every if i.id not in vague), tuple(i for i in every if i.id in vague)

"""What a check found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError

# One item for each thing checked: null if it is right, else what is wrong with it, in words that name it.
Faults = Iterator[str | None]

MOST_NAMED = 5
"""How many faults of one check are named, if nothing else is said."""


@dataclass(frozen=True)
class Finding:
    """One check: how many things it looked at, how many are wrong, and the first of those, in words."""

    name: str
    checked: int
    wrong: int
    named: tuple[str, ...]


def find(name: str, faults: Faults, *, most_named: int = MOST_NAMED) -> Finding:
    """Runs a check to its end."""
    checked, wrong = 0, 0
    named: list[str] = []
    for fault in _readable(faults):
        checked += 1
        if fault is not None:
            wrong += 1
            if len(named) < most_named:
                named.append(fault)
    return Finding(name=name, checked=checked, wrong=wrong, named=tuple(named))


def _readable(faults: Faults) -> Faults:
    """The same, and what the database itself cannot read, as one more fault."""
    try:
        yield from faults
    except DBAPIError as fault:
        if fault.connection_invalidated:
            raise
        yield f"cannot be read ({' '.join(str(fault.orig).split())})"

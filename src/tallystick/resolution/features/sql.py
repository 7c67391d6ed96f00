"""SQL over pairs: the columns of both sides, and which of several conditions holds first."""

from __future__ import annotations

from collections.abc import Iterable


def both_sides(columns: Iterable[str]) -> str:
    """The columns of the tables ``l`` and ``r``, each named after its side."""
    names = list(columns)
    return ", ".join(f"{side}.{name} AS {name}_{side}" for side in ("l", "r") for name in names)


def first_that_holds(conditions: Iterable[str]) -> str:
    """SQL for the number of the first condition that holds, or for how many there are if none does."""
    tried = list(conditions)
    if not tried:
        return "0"
    whens = " ".join(f"WHEN {condition} THEN {n}" for n, condition in enumerate(tried))
    return f"CASE {whens} ELSE {len(tried)} END"

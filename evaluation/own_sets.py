"""Our own gold sets in two halves: errors of ``seen`` are read while rules are made, of ``held`` only the figures."""

from __future__ import annotations

from tallystick.evaluation.bench import Half

HALVES = ("seen", "held")


def halves_of(half: Half | None) -> tuple[str, ...]:
    """The half of that kind by the name of its files, or both."""
    if half is None:
        return HALVES
    return ("seen",) if half is Half.READ else ("held",)

"""Counts that do not agree."""

from __future__ import annotations

from tallystick.model.base import Noun


class Disagreement(Noun):
    """Tallies that differ, and why, in words: window, scope, unit, revision or arithmetic."""

    tally_ids: tuple[str, ...]
    why: str

"""A text as it is written, and where in it the values of a telling stand."""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]
"""Where words begin and end in a text, in code points, the end exclusive."""


@dataclass(slots=True)
class Spans:
    """Where in the text each value of a telling stands; null for what it does not tell."""

    whole: Span = (0, 0)
    trigger: Span = (0, 0)
    when: Span | None = None
    where: Span | None = None
    doer: Span | None = None
    claimant: Span | None = None
    target: Span | None = None
    against: Span | None = None
    weapon: Span | None = None
    weapon_count: Span | None = None
    killed: Span | None = None
    injured: Span | None = None
    outcome: Span | None = None
    reporter: Span | None = None


@dataclass(slots=True)
class Pen:
    """A text as it grows. ``opens``: the next words open a sentence."""

    parts: list[str] = field(default_factory=list)
    at: int = 0
    opens: bool = True

    def add(self, words: str) -> None:
        """Write on."""
        self.parts.append(words[:1].upper() + words[1:] if self.opens else words)
        self.at += len(words)
        self.opens = False

    def mark(self, words: str) -> Span:
        """Write on, and give where the words stand."""
        start = self.at
        self.add(words)
        return start, self.at

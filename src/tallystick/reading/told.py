"""The events of a report as they are told, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from tallystick.model.mention import Reporter
from tallystick.reading.frame import Frame
from tallystick.reading.headings import Heading


@dataclass(frozen=True)
class Voice:
    """Who is speaking as one sentence leads to the next, and how sure that makes what is told."""

    reporter: Reporter
    status_cue: str
    sentence_end: int
    announces: bool = False
    """True if the words lead up to more ("the army said the following: …")."""


@dataclass
class Told:
    """The frames of a report in the order of telling, and those that are only told in bulk."""

    events: list[Frame] = field(default_factory=list)
    bulk: list[Frame] = field(default_factory=list)
    voice: Voice | None = None
    headings: tuple[Heading, ...] = ()

    def in_order(self) -> list[Frame]:
        """All frames by position."""
        return sorted([*self.events, *self.bulk], key=position_of)


def position_of(frame: Frame) -> tuple[int, int]:
    """Where a frame stands in its report: the first token of its segment, and its number there."""
    return frame.segment.start, frame.ordinal

"""Labels that do not cover one another."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]

_DISTANCES = (0.0, 10.0, 22.0, 38.0, 58.0, 82.0)


def overlap(one: Box, other: Box) -> bool:
    """True if two boxes of left, top, right, bottom share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@dataclass(frozen=True)
class Label:
    """A label as placed: its left edge, its middle line, and whether it stands far enough off to need a leader."""

    x: float
    y: float
    leader: bool


class Layout:
    """A frame in which boxes are taken one after another."""

    def __init__(self, width: float, height: float) -> None:
        self.frame: Box = (2.0, 2.0, width - 2.0, height - 2.0)
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Keep labels out of a box of left, top, right, bottom."""
        self._taken.append(box)

    def place(self, x: float, y: float, gap: float, width: float, height: float) -> Label | None:
        """Room for a label of that size about a point, at least ``gap`` away and as near as may be; null if none."""
        for distance in _DISTANCES:
            for left, top in self._candidates(x, y, gap + distance, width, height):
                box = (left, top, left + width, top + height)
                if self._is_free(box):
                    self.take(box)
                    return Label(left, top + height / 2, leader=distance > _DISTANCES[1])
        return None

    @staticmethod
    def _candidates(x: float, y: float, gap: float, width: float, height: float) -> list[tuple[float, float]]:
        near = gap * 0.72
        middle, centre = y - height / 2, x - width / 2
        return [
            (x + gap, middle),
            (x - gap - width, middle),
            (x + near, y - near - height),
            (x + near, y + near),
            (x - near - width, y - near - height),
            (x - near - width, y + near),
            (centre, y - gap - height),
            (centre, y + gap),
        ]

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        west, north, east, south = self.frame
        if left < west or top < north or right > east or bottom > south:
            return False
        return not any(overlap(box, other) for other in self._taken)

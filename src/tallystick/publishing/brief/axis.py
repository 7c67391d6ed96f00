"""The days of a picture, from left to right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tallystick.publishing.svg import tag, text, text_width


@dataclass(frozen=True)
class DayAxis:
    """Days from left to right, each as wide as the next."""

    first: date
    last: date
    left: float
    right: float

    @staticmethod
    def around(known: Iterable[date], left: float, right: float) -> DayAxis:
        """An axis that holds all the days, six at the least."""
        days = sorted(known)
        spare = timedelta(days=max(0, 6 - (days[-1] - days[0]).days) // 2)
        return DayAxis(days[0] - spare, days[-1] + spare, left, right)

    @property
    def a_day(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def at(self, day: date) -> float:
        """The left edge of a day."""
        return self.left + (day - self.first).days * self.a_day

    def grid(self, head: float, bottom: float) -> list[str]:
        """Lines at days, weeks, months or years, whichever leave room for their labels, which stand above ``head``."""
        lines = []
        last_label = -1000.0
        for day, words in self._ticks():
            x = self.at(day)
            lines.append(tag("path", d=f"M{x:.1f} {head - 8:.1f}V{bottom:.1f}", class_="grid"))
            if x - last_label > text_width(words, 11) + 16 and x + text_width(words, 11) < self.right + 26:
                lines.append(text(words, x=x + 1, y=head - 13, class_="tick"))
                last_label = x
        return lines

    def _ticks(self) -> list[tuple[date, str]]:
        length = (self.last - self.first).days + 1
        room = (self.right - self.left) / 62
        every = [self.first + timedelta(days=n) for n in range(length)]
        if length <= room * 7:
            step = 1 if length <= room else 7
            chosen = every if step == 1 else [d for d in every if d.weekday() == 0]
            return [(d, f"{d.day} {d:%b}" + (f" {d.year}" if i == 0 else "")) for i, d in enumerate(chosen)]
        if length <= 900:
            return [(d, f"{d:%b %Y}") for d in every if d.day == 1]
        return [(date(year, 1, 1), str(year)) for year in range(self.first.year + 1, self.last.year + 1)]

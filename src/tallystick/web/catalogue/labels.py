"""The values of one facet, numbered in the order in which they were first met, and what each is called."""

from __future__ import annotations

from collections.abc import Iterator


class Labels:
    """Values with numbers that never change: a column may keep the number in place of the value."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._labels: list[str] = []
        self._number: dict[str, int] = {}

    def number(self, value: str, label: str) -> int:
        """The number of a value, given now if it is new."""
        found = self._number.get(value)
        if found is None:
            found = self._number[value] = len(self.values)
            self.values.append(value)
            self._labels.append(label)
        return found

    def find(self, value: str) -> int | None:
        """The number of a value; null if no incident ever had it."""
        return self._number.get(value)

    def label(self, number: int) -> str:
        """What the value of that number is called."""
        return self._labels[number]

    def called(self) -> Iterator[tuple[str, str]]:
        """All values, and what each is called."""
        return zip(self.values[:], self._labels[:], strict=False)

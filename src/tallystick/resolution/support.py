"""How well each of several values for a field is supported, by independent sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tallystick.model.incident import Conflict, ConflictValue
from tallystick.resolution.telling import Key, Telling

V = TypeVar("V")


@dataclass(frozen=True)
class Supported(Generic[V]):
    """A value and the tellings that give it, earliest first."""

    value: V
    tellings: tuple[Telling, ...]

    @property
    def origins(self) -> int:
        """How many independent sources give the value."""
        return len({t.origin.id for t in self.tellings})

    @property
    def first(self) -> Key:
        """The key of the earliest telling."""
        return self.tellings[0].key

    @property
    def rank(self) -> tuple[int, Key]:
        """For sorting: more sources first, then the earlier telling."""
        return -self.origins, self.first


def support(
    told: Iterable[tuple[V, Telling]], *, same: Callable[[V], Hashable] = lambda value: value
) -> list[Supported[V]]:
    """The different values, best supported first. ``same`` gives what two values must share to count as equal; of
    equal values the earliest told is shown.
    """
    grouped: dict[Hashable, list[tuple[V, Telling]]] = defaultdict(list)
    for value, t in told:
        grouped[same(value)].append((value, t))
    values = []
    for group in grouped.values():
        group.sort(key=lambda pair: pair[1].key)
        values.append(Supported(value=group[0][0], tellings=tuple(t for _, t in group)))
    return sorted(values, key=lambda s: s.rank)


def conflict(
    field: str, values: Sequence[Supported[V]], rule: str, *, show: Callable[[V], str] = str
) -> tuple[Conflict, ...]:
    """The disagreement on a field, the shown value first; empty where there is only one value."""
    if len(values) < 2:
        return ()
    shown = tuple(
        ConflictValue(value=show(v.value), mention_ids=tuple(t.mention.id for t in v.tellings)) for v in values
    )
    return (Conflict(field=field, values=shown, rule=rule),)

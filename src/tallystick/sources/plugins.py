"""Formats that a user added: each an entry point of the group ``tallystick.adapters`` that names an Adapter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapter import Adapter

GROUP = "tallystick.adapters"


@dataclass(frozen=True)
class Plugins:
    """The formats that were added, and an error E141 for each that cannot be used."""

    adapters: tuple[Adapter, ...]
    errors: tuple[TallystickError, ...]


@cache
def load_plugins() -> Plugins:
    """What is installed beside Tallystick, in the order of the names. Loaded once."""
    adapters: list[Adapter] = []
    errors: list[TallystickError] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        try:
            adapters.append(_load(point))
        except (Exception, SystemExit) as error:  # code of others: whatever it raises, the rest goes on
            cause = f"{type(error).__name__}: {' '.join(str(error).split())}"
            errors.append(TallystickError(Code.E141, name=point.name, value=point.value, cause=cause))
    return Plugins(tuple(adapters), tuple(errors))


def _load(point: EntryPoint) -> Adapter:
    loaded = point.load()
    if not isinstance(loaded, Adapter):
        raise TypeError(f"is a {type(loaded).__name__}, not an Adapter")
    return loaded

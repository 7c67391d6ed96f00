"""Families of copies: what hangs together by which report was taken from which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from tallystick.sources.syndication.sketch import Sketch

K = TypeVar("K", int, str)


class Kinship(NamedTuple):
    """The original of a copy's family, and the next report on the way there, with which the copy is compared."""

    original: str
    nearest: str


def kinships(parents: Mapping[str, str | None], sketches: Mapping[str, Sketch]) -> dict[str, Kinship]:
    """Of every report that is a copy, its kinship; originals are left out. Whole families are to be given."""
    families: dict[str, list[str]] = defaultdict(list)
    for report_id in parents:
        families[_root(report_id, parents)].append(report_id)
    found = {}
    for members in families.values():
        original = min(members, key=lambda i: sketches[i].claim)
        for report_id in members:
            if report_id != original:
                found[report_id] = Kinship(original, next_towards(original, report_id, parents.__getitem__))
    return found


def next_towards(original: K, member: K, parent_of: Callable[[K], K | None]) -> K:
    """The next report on the way from a member of a family to its original."""
    path = [original]
    while (above := parent_of(path[-1])) is not None:
        path.append(above)
    if member in path:
        return path[path.index(member) - 1]
    parent = parent_of(member)
    assert parent is not None  # only the root of a family has none, and it is on every path
    return parent


def _root(report_id: str, parents: Mapping[str, str | None]) -> str:
    while (parent := parents[report_id]) is not None:
        report_id = parent
    return report_id

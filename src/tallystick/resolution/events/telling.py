"""One mention of an event as the linkage sees it: a flat row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

WORDS = 128
"""Dimensions of ``words``."""
WORDING = 256
"""Dimensions of ``wording``."""


@dataclass(frozen=True)
class EventTelling:
    """What one mention tells.

    ``incident`` is the group of documents that its document belongs to; only within one are mentions compared.
    ``words`` is the meaning of the trigger by itself, ``meaning`` that in its sentence, ``wording`` the words of the
    sentence weighed by how rare they are. ``report`` is a vector of the document: the inner product of two is how like
    they are. ``is_light`` marks triggers that say little by themselves ("say", "happen", "it").
    ``cues`` name how the trigger stands in its sentence. ``kinds`` holds the probability of each kind of event, empty
    where none is read, and ``kind`` the likeliest, empty where the mention most likely tells no event in particular.
    """

    id: str
    document: str
    incident: str
    sentence: int
    lemma: str
    is_light: bool
    is_verb: bool
    words: tuple[float, ...]
    wording: tuple[float, ...]
    arguments: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    meaning: tuple[float, ...] = ()
    report: tuple[float, ...] = ()
    kinds: tuple[float, ...] = ()
    kind: str = ""


def table_of(tellings: Sequence[EventTelling]) -> pa.Table:
    """The tellings as a table, one row each, sorted by id: what Splink and DuckDB read."""
    sizes = {name: max((len(getattr(t, name)) for t in tellings), default=0) or 1 for name in _VECTORS}
    rows = [
        vars(t) | {name: getattr(t, name) or (0.0,) * size for name, size in sizes.items()}
        for t in sorted(tellings, key=lambda t: t.id)
    ]
    return pa.Table.from_pylist(rows, schema=_schema(sizes)).rename_columns({"id": "unique_id"})


_VECTORS = ("words", "wording", "meaning", "report", "kinds")
"""The columns that hold vectors: of one size in all tellings that have one, zeros in the others."""


def _schema(sizes: Mapping[str, int]) -> pa.Schema:
    strings = pa.list_(pa.string())
    return pa.schema(
        [("id", pa.string()), ("document", pa.string()), ("incident", pa.string()), ("sentence", pa.int32())]
        + [("lemma", pa.string()), ("is_light", pa.bool_()), ("is_verb", pa.bool_())]
        + [(name, strings) for name in ("arguments", "people", "places", "numbers", "days", "cues")]
        + [(name, pa.list_(pa.float32(), sizes[name])) for name in _VECTORS]
        + [("kind", pa.string())]
    )

"""A text with what is known of it, in characters: the form that all corpora are brought to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import NamedTuple


class Filler(NamedTuple):
    """A span that fills a role (``training.labels.ROLES``). ``weight`` is how far the label is trusted, 0 to 1."""

    start: int
    end: int
    role: str
    weight: float = 1.0


class Trigger(NamedTuple):
    """Words that tell an event: group of kinds, modality if known, and what tells it from the other events."""

    start: int
    end: int
    group: str
    modality: str | None = None
    event: str | None = None


@dataclass(frozen=True)
class Labelled:
    """A document.

    ``roles`` and ``triggers`` are null where the corpus does not tell them; an empty tuple says that there are none.
    ``relevant``: does it tell an incident at all. The weights scale the loss of every piece of the document.
    """

    id: str
    corpus: str
    text: str
    roles: tuple[Filler, ...] | None = None
    triggers: tuple[Trigger, ...] | None = None
    relevant: bool | None = None
    role_weight: float = 1.0
    trigger_weight: float = 1.0

    def with_silver(self, silver: Labelled, *, weight: float) -> Labelled:
        """What the corpus leaves open, from labels that a reader made, at a lower weight."""
        filled = self
        if self.roles is None:
            filled = replace(filled, roles=silver.roles, role_weight=weight)
        if self.triggers is None:
            filled = replace(filled, triggers=silver.triggers, trigger_weight=weight)
        return filled


def write_labelled(documents: Iterable[Labelled], path: Path) -> None:
    """JSON lines, one document each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for document in documents:
            file.write(json.dumps(asdict(document), ensure_ascii=False) + "\n")


def read_labelled(path: Path) -> Iterator[Labelled]:
    """The documents of a file that ``write_labelled`` wrote."""
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        roles, triggers = raw.pop("roles"), raw.pop("triggers")
        yield Labelled(
            **raw,
            roles=None if roles is None else tuple(Filler(*r) for r in roles),
            triggers=None if triggers is None else tuple(Trigger(*t) for t in triggers),
        )

"""MUC-4: 1,300 reports on attacks in Latin America, with the strings that fill five roles of each incident."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.labelled import Filler, Labelled

_ROLES = {
    "PerpInd": "perpetrator_individual",
    "PerpOrg": "perpetrator_organisation",
    "Target": "target",
    "Victim": "victim",
    "Weapon": "weapon",
}
REPEATED = 0.4
"""How far a later occurrence of a filler is trusted: the template names the string, not the passage."""


def read_muc(path: Path) -> Iterator[Labelled]:
    """The documents of ``train.jsonl`` or ``dev.jsonl``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        text = entry["doctext"]
        yield Labelled(
            id=entry["docid"],
            corpus="muc4",
            text=text,
            roles=tuple(fillers(text, entry["templates"])),
            relevant=bool(entry["templates"]),
        )


def fillers(text: str, templates: list[dict[str, Any]]) -> list[Filler]:
    """Every occurrence of every filler; of overlapping ones of a role the longest, of two roles the first.

    The passage that the key points to counts in full, other occurrences less.
    """
    found: list[Filler] = []
    for key, role in _ROLES.items():
        spans: dict[tuple[int, int], float] = {}
        for template in templates:
            for entity in template[key]:
                for string, offset in entity:
                    for start in occurrences(text, string):
                        span = start, start + len(string)
                        spans[span] = max(spans.get(span, 0.0), 1.0 if start == offset else REPEATED)
        for (start, end), weight in sorted(spans.items(), key=lambda s: (s[0][0] - s[0][1], s[0][0])):
            if not any(start < f.end and f.start < end for f in found):
                found.append(Filler(start, end, role, weight))
    return sorted(found)


def occurrences(text: str, string: str) -> list[int]:
    """Where ``string`` stands in ``text`` as whole words."""
    return [m.start() for m in re.finditer(rf"(?<!\w){re.escape(string)}(?!\w)", text)]

"""Names and places swapped for others, so that the network learns the passage and not the name."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.labelled import Filler, Labelled, Trigger

_LOCATION = re.compile(r"^3\.\s+INCIDENT: LOCATION\s+(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Names:
    """What may be put in for what: people, organisations, and places (those that stand in the texts, and others)."""

    people: Sequence[str]
    organisations: Sequence[str]
    places: Sequence[str]
    told_places: Sequence[str]


def muc_places(raw: Path) -> frozenset[str]:
    """The places that the training keys name ("EL SALVADOR: SAN SALVADOR (CITY)"), lower-cased."""
    found = set()
    for path in sorted(raw.glob("key-dev-*.muc4")):
        for line in _LOCATION.findall(path.read_text(encoding="latin-1")):
            for part in re.split(r"[:\-/]", line):
                name = re.sub(r"\(.*?\)|[?\"*]", "", part).strip().lower()
                if len(name) > 3:
                    found.add(name)
    return frozenset(found)


def people_of(documents: Sequence[Labelled]) -> list[str]:
    """The victims' names of MUC, whose victims are names."""
    names = {
        d.text[f.start : f.end] for d in documents if d.corpus == "muc4" for f in d.roles or () if f.role == "victim"
    }
    return sorted(n for n in names if 1 < len(n.split()) < 5)


def swap_names(document: Labelled, names: Names, rng: random.Random, *, share: float) -> Labelled:
    """The document with about ``share`` of its people, organisations and places under other names, labels moved along.

    One string gets one other name all through the document.
    """
    text = document.text
    others: dict[str, str] = {}
    for filler in document.roles or ():
        string = text[filler.start : filler.end]
        if filler.role == "victim" and 1 < len(string.split()) < 5:
            others.setdefault(string, rng.choice(names.people))
        elif filler.role == "perpetrator_organisation" and len(string) > 2:
            others.setdefault(string, rng.choice(names.organisations))
    lowered = text.lower()
    for place in names.told_places:
        if place in lowered:
            others.setdefault(place, rng.choice(names.places))
    chosen = {string: other for string, other in sorted(others.items()) if rng.random() < share}
    return replace_strings(document, chosen)


def replace_strings(document: Labelled, others: Mapping[str, str]) -> Labelled:
    """The document with each key of ``others``, where it stands as whole words, put as its value; spans moved along."""
    if not others:
        return document
    keys = "|".join(re.escape(k) for k in sorted(others, key=lambda k: (-len(k), k)))
    lowered = {k.lower(): v for k, v in others.items()}
    parts: list[str] = []
    shifts: list[tuple[int, int, int]] = []  # old start, old end, new start
    at = length = 0
    for match in re.finditer(rf"(?<!\w)(?:{keys})(?!\w)", document.text, re.IGNORECASE):
        other = lowered[match.group().lower()]
        parts += (document.text[at : match.start()], other)
        length += match.start() - at
        shifts.append((match.start(), match.end(), length))
        length += len(other)
        at = match.end()
    text = "".join((*parts, document.text[at:]))

    def move(place: int, *, is_end: bool) -> int:
        moved = place
        for start, end, new_start in shifts:
            new_end = new_start + len(lowered[document.text[start:end].lower()])
            if place >= end:
                moved = place - end + new_end
            elif place > start or (place == start and not is_end):
                return new_end if is_end else new_start
            else:
                break
        return moved

    def span(start: int, end: int) -> tuple[int, int]:
        return move(start, is_end=False), move(end, is_end=True)

    return replace(
        document,
        text=text,
        roles=None
        if document.roles is None
        else tuple(Filler(*span(f.start, f.end), f.role, f.weight) for f in document.roles),
        triggers=None
        if document.triggers is None
        else tuple(Trigger(*span(t.start, t.end), t.group, t.modality, t.event) for t in document.triggers),
    )

"""MUC-4 texts and answer keys as released: upper case, every slot filled by hand.

A key file ``key-dev-0001.muc4`` belongs to the texts ``dev-muc3-0001-0100``, ``key-tst2.v4`` to ``tst2-muc4``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tallystick.errors import Code, TallystickError

_HEADING = re.compile(r"^ *(?P<name>(?:DEV|TST\d)-MUC\d-\d{4})(?: *\([^)\n]*\))? *$", re.MULTILINE)
_SLOT = re.compile(r"^(?P<number>\d+)\. ")
_VALUE_AT = 36  # the column where a slot's value begins
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ORGANISATION_CONFIDENCE = 11


@dataclass(frozen=True)
class KeyOrganisation:
    """An organisation of an answer key: its names, and the labels of which each is right; some may be left out."""

    names: tuple[str, ...]
    labels: frozenset[str]
    is_optional: bool


@dataclass(frozen=True)
class KeyDocument:
    """A text and the organisations that its key says did it."""

    name: str
    text: str
    organisations: tuple[KeyOrganisation, ...]


def load_keys(path: Path) -> tuple[KeyDocument, ...]:
    """The texts of a key file, or of all the key files of a folder, in their order.

    Where the templates of a text give one organisation different labels, each of them is right.

    Raises:
        TallystickError: E102 if a file cannot be read, E601 if it is laid out otherwise.

    """
    files = sorted(path.glob("key-*")) if path.is_dir() else [path]
    documents = [document for file in files for document in _documents(file)]
    if not documents:
        raise TallystickError(Code.E601, path=path, form="muc4-confidence", cause="no key-* with its texts beside it")
    return tuple(documents)


def _documents(file: Path) -> Iterator[KeyDocument]:
    organisations: dict[str, list[KeyOrganisation]] = {}
    try:
        for name, slots in _templates(file.read_text(encoding="latin-1")):
            rows = organisations.setdefault(name, [])
            for line in slots.get(_ORGANISATION_CONFIDENCE, ()):
                if (row := _organisation(line)) is not None:
                    _put(rows, row)
        texts = _texts(file)
    except OSError as error:
        raise TallystickError(Code.E102, path=file, cause=error.strerror or error) from error
    for name, text in texts:
        if name in organisations:
            yield KeyDocument(name, text, tuple(organisations[name]))


def _texts(file: Path) -> Iterator[tuple[str, str]]:
    stem = re.sub(r"^key-(dev-|tst\d).*", r"\1", file.name).rstrip("-")
    number = re.search(r"\d{4}", file.name)
    pattern = f"dev-muc3-{number[0]}-*" if stem == "dev" and number else f"{stem}-muc*"
    for beside in sorted(file.parent.glob(pattern)):
        parts = _HEADING.split(beside.read_text(encoding="latin-1"))
        yield from zip(parts[1::2], (text.strip() for text in parts[2::2]), strict=True)


def _templates(text: str) -> Iterator[tuple[str, dict[int, list[str]]]]:
    """Document name and the lines of each slot, template by template."""
    name, slots, number = "", dict[int, list[str]](), -1
    for line in text.splitlines():
        slot = _SLOT.match(line)
        if slot and int(slot["number"]) == 0:
            if name:
                yield name, slots
            name, slots = line[_VALUE_AT:].split()[0], {}
        if slot:
            number = int(slot["number"])
        if (slot or line.startswith(" ")) and line[_VALUE_AT:].strip():
            slots.setdefault(number, []).append(line[_VALUE_AT:].strip())
    if name:
        yield name, slots


def _organisation(line: str) -> KeyOrganisation | None:
    """Reads ``? LABEL / OTHER LABEL: "NAME" / "OTHER NAME"``; None for an empty slot."""
    told, _, names = line.partition(":")
    found = tuple(n.replace('\\"', "") for n in _STRING.findall(names))
    if not found:
        return None
    labels = frozenset(label.strip(" ()?") for label in told.split("/"))
    return KeyOrganisation(found, labels, is_optional=line.startswith("?"))


def _put(rows: list[KeyOrganisation], row: KeyOrganisation) -> None:
    """Adds an organisation, or its labels to those of the one with a name in common."""
    for i, other in enumerate(rows):
        if set(other.names) & set(row.names):
            names = tuple(dict.fromkeys((*other.names, *row.names)))
            rows[i] = KeyOrganisation(names, other.labels | row.labels, other.is_optional and row.is_optional)
            return
    rows.append(row)

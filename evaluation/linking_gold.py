"""The gold of linking: our own texts, with the actor that each expression means marked in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tallystick.evaluation.bench import make_report
from tallystick.model.report import Report

FOLDER = Path(__file__).parent / "data" / "own-linking"
_MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]+)\|([a-z]+)\]\]")
_NOBODY = ("null", "-")


@dataclass(frozen=True)
class Pointer:
    """Words that mean an actor: from code point ``start`` to ``end``, and the sets of ids that are right for them.

    ``answers`` is empty where a link is wrong.
    """

    start: int
    end: int
    sort: str
    answers: frozenset[frozenset[str]]

    @property
    def is_asked(self) -> bool:
        """True if a reader must list it: an actor of the base, or a name that no base holds."""
        return bool(self.answers) or self.sort == "unseen"


@dataclass(frozen=True)
class MarkedText:
    """A text as it is read, and what is marked in it."""

    report: Report
    pointers: tuple[Pointer, ...]


def load_texts(half: str, folder: Path = FOLDER) -> list[MarkedText]:
    """The texts of a half, ``seen`` or ``held``, by name."""
    return [_parse(path.read_text("utf-8"), name=path.stem) for path in sorted((folder / half).glob("*.txt"))]


def _parse(written: str, *, name: str) -> MarkedText:
    head, marked = written.split("\n\n", 1)
    published = date.fromisoformat(dict(line.split(": ", 1) for line in head.splitlines())["published"])
    text, pointers, behind = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[behind : mark.start()]
        words, answer, sort = mark.groups()
        pointers.append(Pointer(len(text), len(text) + len(words), sort, _answers(answer)))
        text += words
        behind = mark.end()
    return MarkedText(make_report(text + marked[behind:], name=name, published=published), tuple(pointers))


def _answers(written: str) -> frozenset[frozenset[str]]:
    return frozenset() if written in _NOBODY else frozenset(frozenset(one.split("+")) for one in written.split("/"))

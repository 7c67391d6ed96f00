"""Gold time expressions: TimeML files (``*.tml``) in a folder and its sub-folders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.timex_match import TimexSpan

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass(frozen=True)
class TimexDocument:
    """One document: the text of its TEXT element, the day it was made, and the expressions in that text.

    The document creation time stands outside the text. As in TempEval-3 it is given to the reader and not scored.
    ``corpus`` is the folder that the file lies in.
    """

    name: str
    corpus: str
    text: str
    created: date
    timexes: tuple[TimexSpan, ...]


def read_timex_gold(gold: Path) -> tuple[tuple[TimexDocument, ...], tuple[str, ...]]:
    """The documents of a TimeML file or folder, by name; and a note for each that could not be read.

    Raises:
        TallystickError: E601 if there is no document that can be read.

    """
    documents: list[TimexDocument] = []
    notes: list[str] = []
    for path in sorted(gold.rglob("*.tml")) if gold.is_dir() else [gold]:
        try:
            documents.append(_read_document(path))
        except (OSError, ElementTree.ParseError, ValueError) as fault:
            notes.append(f"{path.name} left out: {fault}")
    if not documents:
        cause = notes[0] if notes else "there is no *.tml file"
        raise TallystickError(Code.E601, path=gold, form="timex", cause=cause)
    return tuple(documents), tuple(notes)


def _read_document(path: Path) -> TimexDocument:
    root = ElementTree.parse(path).getroot()
    body = root.find("TEXT")
    creation = root.find("DCT/TIMEX3")
    if body is None or creation is None:
        raise ValueError("no TEXT or no creation time")
    pieces: list[str] = []
    timexes: list[TimexSpan] = []
    _walk(body, 0, pieces, timexes)
    return TimexDocument(
        name=path.stem,
        corpus=path.parent.name,
        text="".join(pieces).rstrip(),
        created=date.fromisoformat(creation.get("value", "")[:10]),
        timexes=tuple(timexes),
    )


def _walk(element: Element, start: int, pieces: list[str], timexes: list[TimexSpan]) -> int:
    """Adds the text and the expressions inside an element that begins at an offset; gives the offset of its end."""
    end = start + len(element.text or "")
    pieces.append(element.text or "")
    for child in element:
        first = end
        end = _walk(child, first, pieces, timexes)
        if child.tag == "TIMEX3" and end > first:
            timexes.append(TimexSpan(first, end, child.get("type", ""), child.get("value", "")))
        pieces.append(child.tail or "")
        end += len(child.tail or "")
    return end

"""The codebook as the pages show it: every field and every code at an address of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pydantic import BaseModel

from tallystick.codebook import Entry, load_codebook, load_meanings
from tallystick.model.decision import Decision
from tallystick.publishing.dictionary import Field, Shape, describe_parts, describe_rows
from tallystick.publishing.schema import explained_schema, export_schemas
from tallystick.publishing.shapes import DeletedRow, SiteRow

PAGES = "pages"
"""The shape of what the pages work out themselves."""

_ONLY_IN_THE_API: Mapping[str, type[BaseModel]] = {"sites": SiteRow, "decisions": Decision, "deleted": DeletedRow}


@dataclass(frozen=True)
class CodeList:
    """A controlled list: its codes, each with its label, definition and what other codebooks call it."""

    name: str
    entries: Mapping[str, Entry]


@dataclass(frozen=True)
class Chapter:
    """A chapter of the codebook. ``shapes`` have fields, ``lists`` have codes."""

    title: str
    about: str
    shapes: tuple[Shape, ...] = ()
    lists: tuple[CodeList, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True if nothing is in it."""
        return not (self.shapes or self.lists)


@cache
def all_chapters() -> tuple[Chapter, ...]:
    """The whole codebook."""
    schemas = export_schemas() | {name: explained_schema(shape) for name, shape in _ONLY_IN_THE_API.items()}
    worked_out = [Field(name, (), meaning) for name, meaning in load_meanings()["Page"].items()]
    lists = [CodeList(name, entries) for name, entries in sorted(load_codebook().items())]
    return (
        Chapter("What files and API hold", "One row of each, field by field.", tuple(describe_rows(schemas))),
        Chapter("What rows are made of", "Parts of the rows above.", tuple(describe_parts(schemas))),
        Chapter("What the pages work out", "Columns of pages.", (Shape(PAGES, "", fields=tuple(worked_out)),)),
        Chapter("Codes", "The controlled terms, and what other codebooks call them.", lists=tuple(lists)),
    )


@cache
def _meanings() -> Mapping[str, str]:
    """What stands at each anchor of the codebook, in one line."""
    shapes = [shape for chapter in all_chapters() for shape in chapter.shapes]
    fields = {f"{shape.name}.{field.name}": field.meaning for shape in shapes for field in shape.fields}
    lists = [held for chapter in all_chapters() for held in chapter.lists]
    codes = {f"{held.name}.{code}": entry.definition for held in lists for code, entry in held.entries.items()}
    return fields | codes


def meaning_at(anchor: str) -> str:
    """What a field (``incidents.status``) or a code (``Status.denied``) means. Raises KeyError for any other."""
    return _meanings()[anchor]


def find_in_codebook(query: str) -> list[Chapter]:
    """The chapters with only those fields and codes in whose name or meaning all words of the query stand."""
    words = query.casefold().split()
    found = (
        replace(
            chapter,
            shapes=tuple(_narrowed(shape, words) for shape in chapter.shapes if _narrowed(shape, words).fields),
            lists=tuple(_narrowed_list(held, words) for held in chapter.lists if _narrowed_list(held, words).entries),
        )
        for chapter in all_chapters()
    )
    return [chapter for chapter in found if not chapter.is_empty]


def _narrowed(shape: Shape, words: Iterable[str]) -> Shape:
    return replace(shape, fields=tuple(f for f in shape.fields if _says(words, shape.name, f.name, f.meaning)))


def _narrowed_list(held: CodeList, words: Iterable[str]) -> CodeList:
    fits = {
        code: entry
        for code, entry in held.entries.items()
        if _says(words, held.name, code, entry.label, entry.definition, *entry.maps, *entry.maps.values())
    }
    return CodeList(held.name, fits)


def _says(words: Iterable[str], *texts: str) -> bool:
    said = " ".join(texts).casefold()
    return all(word in said for word in words)


def find_one(anchor: str) -> list[Chapter]:
    """What stands at an anchor: a noun, a list, a code; or a field, and with it the lists of its codes. Empty if
    nothing does.
    """
    if anchor not in _names() and anchor not in _meanings():
        return []
    name, _, part = (anchor, "", "") if anchor in _names() else anchor.rpartition(".")
    found: list[Chapter] = []
    codes: set[str] = set()
    for chapter in all_chapters():
        shapes = tuple(_only(shape, part) for shape in chapter.shapes if shape.name == name)
        codes |= {piece.of for shape in shapes if part for field in shape.fields for piece in field.type if piece.of}
        lists = tuple(_only_code(held, part) for held in chapter.lists if held.name == name)
        lists += tuple(held for held in chapter.lists if held.name in codes)
        found.append(replace(chapter, shapes=shapes, lists=lists))
    return [chapter for chapter in found if not chapter.is_empty]


def _names() -> frozenset[str]:
    chapters = all_chapters()
    shapes = {shape.name for chapter in chapters for shape in chapter.shapes}
    return frozenset(shapes | {held.name for chapter in chapters for held in chapter.lists})


def _only(shape: Shape, field: str) -> Shape:
    return replace(shape, fields=tuple(f for f in shape.fields if not field or f.name == field))


def _only_code(held: CodeList, code: str) -> CodeList:
    return CodeList(held.name, {c: entry for c, entry in held.entries.items() if not code or c == code})

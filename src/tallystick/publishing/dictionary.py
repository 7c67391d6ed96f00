"""The data dictionary: every field of every export, with its type and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tallystick.codebook.load import load_codebook


@dataclass(frozen=True)
class Piece:
    """A piece of a type in words. ``of`` is the part, or the list of the codebook, that it names; else null."""

    text: str
    of: str | None = None


@dataclass(frozen=True)
class Field:
    """A field: its name, its type in words, and what it means."""

    name: str
    type: tuple[Piece, ...]
    meaning: str


@dataclass(frozen=True)
class Shape:
    """What a row, or a part of one, is made of: fields; or one of several parts; or one of several codes."""

    name: str
    about: str
    fields: tuple[Field, ...] = ()
    one_of: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def describe_rows(schemas: Mapping[str, Mapping[str, Any]]) -> list[Shape]:
    """The shape of each row, in the order given; that of ``incidents.csv`` by its columns."""
    return [_describe(name, schema) for name, schema in schemas.items()]


def describe_parts(schemas: Mapping[str, Mapping[str, Any]]) -> list[Shape]:
    """The shapes that the rows are made of, by name; without the lists that the codebook holds."""
    parts: dict[str, Mapping[str, Any]] = {}
    for schema in schemas.values():
        parts |= schema.get("$defs", {})
    held = ((name, part) for name, part in sorted(parts.items()) if "properties" in part or "enum" in part)
    return [_describe(name, part) for name, part in held if name not in load_codebook()]


def _describe(name: str, schema: Mapping[str, Any]) -> Shape:
    about = str(schema.get("description", ""))
    if "fields" in schema:
        return Shape(name, about, fields=tuple(Field(f["name"], _cell(f), f["description"]) for f in schema["fields"]))
    if "oneOf" in schema:
        return Shape(name, about, one_of=tuple(_named(each) for each in schema["oneOf"]))
    if "enum" in schema:
        return Shape(name, about, codes=tuple(map(str, schema["enum"])))
    fields = [Field(n, tuple(_type(f)), f.get("description", "")) for n, f in schema["properties"].items()]
    return Shape(name, about, fields=tuple(fields))


def _cell(column: Mapping[str, Any]) -> tuple[Piece, ...]:
    codes = column.get("codes")
    return (Piece(column["type"]), *((Piece(" of "), Piece(codes, of=codes)) if codes else ()))


def _type(schema: Mapping[str, Any]) -> Iterator[Piece]:
    if "$ref" in schema:
        name = _named(schema)
        yield Piece("any JSON value") if name == "JsonValue" else Piece(name, of=name)
    elif "anyOf" in schema:
        yield from _joined(schema["anyOf"], " or ")
    elif "const" in schema:
        yield Piece(f"`{schema['const']}`")
    elif "enum" in schema:
        yield Piece(", ".join(f"`{each}`" for each in schema["enum"]))
    elif schema.get("type") == "array":
        yield Piece("list of ") if "items" in schema else Piece("list")
        yield from _type(schema["items"]) if "items" in schema else ()
    else:
        words = {"date": "day", "date-time": "moment"}
        yield Piece(words.get(str(schema.get("format")), str(schema.get("type", "any"))))


def _joined(schemas: Sequence[Mapping[str, Any]], word: str) -> Iterator[Piece]:
    for number, schema in enumerate(schemas):
        if number:
            yield Piece(word)
        yield from _type(schema)


def _named(schema: Mapping[str, Any]) -> str:
    return str(schema["$ref"]).rpartition("/")[2]

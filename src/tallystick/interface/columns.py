"""Columns of a table: their Arrow types, their meaning, and the groups that several tables share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import pyarrow as pa

from tallystick.model.actor import ActorRef
from tallystick.model.mention import Range
from tallystick.model.place import Place
from tallystick.model.quote import Quote

Row = TypeVar("Row")

TEXT, DAY, COUNT, NUMBER, FLAG = pa.string(), pa.date32(), pa.int32(), pa.float64(), pa.bool_()
TEXTS = pa.list_(TEXT)


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its name, Arrow type and meaning, and how its value is taken from what the row stands for."""

    name: str
    type: pa.DataType
    meaning: str
    value: Callable[[Row], object]


def make_table(columns: Iterable[Column[Row]], rows: Iterable[Row]) -> pa.Table:
    """The rows as an Arrow table. What a column means is in the metadata of its field, under ``description``."""
    wanted, listed = tuple(columns), tuple(rows)
    schema = pa.schema([pa.field(c.name, c.type, metadata={"description": c.meaning}) for c in wanted])
    return pa.table([pa.array([c.value(row) for row in listed], type=c.type) for c in wanted], schema=schema)


def quote_columns(quote: Callable[[Row], Quote]) -> tuple[Column[Row], ...]:
    """The words that carry a row, and where they stand in their report."""
    return (
        Column("quote", TEXT, "the words that carry it", lambda row: quote(row).exact),
        Column("quote_start", COUNT, "first code point of the quote in the report", lambda row: quote(row).start),
        Column("quote_end", COUNT, "code point behind the quote", lambda row: quote(row).end),
    )


def actor_columns(name: str, meaning: str, actor: Callable[[Row], ActorRef | None]) -> tuple[Column[Row], ...]:
    """An actor: its name, and its id where the knowledge base holds it."""

    def part(of: str) -> Callable[[Row], object]:
        return lambda row: getattr(actor(row), of, None)

    return (
        Column(name, TEXT, meaning, part("name")),
        Column(f"{name}_id", TEXT, f"id of `{name}`, null outside the knowledge base", part("id")),
    )


def range_columns(name: str, meaning: str, count: Callable[[Row], Range | None]) -> tuple[Column[Row], ...]:
    """A count as low, best and high."""

    def bound(of: str) -> Callable[[Row], object]:
        return lambda row: getattr(count(row), of, None)

    return (
        Column(f"{name}_low", COUNT, f"{meaning}: at least; null where not told", bound("low")),
        Column(f"{name}_best", COUNT, f"{meaning}: the best figure; null where not told", bound("best")),
        Column(f"{name}_high", COUNT, f"{meaning}: at most; null where not told", bound("high")),
    )


def place_columns(place: Callable[[Row], Place | None]) -> tuple[Column[Row], ...]:
    """A place. Only a site or town has a point; the middle of an area stands apart, so that none is drawn as a pin."""

    def part(of: str, *, area: bool | None = None) -> Callable[[Row], object]:
        def value(row: Row) -> object:
            found = place(row)
            fits = found is not None and (area is None or found.is_area is area)
            return getattr(found, of) if fits else None

        return value

    return (
        Column("place", TEXT, "name of the place; null where not told", part("name")),
        Column("place_id", TEXT, "id of the place", part("id")),
        Column("admin1", TEXT, "first administrative division", part("admin1")),
        Column("country", TEXT, "country (ISO 3166-1 alpha-2); null at sea", part("country")),
        Column("place_precision", TEXT, "site, town, district, province, country or region", part("precision")),
        Column("latitude", NUMBER, "WGS 84; only of a site or town", part("latitude", area=False)),
        Column("longitude", NUMBER, "WGS 84; only of a site or town", part("longitude", area=False)),
        Column("area_latitude", NUMBER, "middle of an area, not the place itself", part("latitude", area=True)),
        Column("area_longitude", NUMBER, "middle of an area, not the place itself", part("longitude", area=True)),
        Column("area_radius_km", NUMBER, "about how far the area reaches, in kilometres", part("radius_km", area=True)),
    )

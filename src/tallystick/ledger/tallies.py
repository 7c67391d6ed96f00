"""Tallies as last checked, read without the long lists of their checks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import orjson
from sqlalchemy import Connection, select

from tallystick.ledger import schema
from tallystick.model.tally import Tally

_LONG = ("vague", "outside", "unsure", "gaps")


def in_short(connection: Connection, *, after: int) -> Iterator[Tally]:
    """The tallies that were saved after the saving of that number, sorted by id, each with what a list or a chart shows
    of its check.
    """
    table = schema.tally
    query = select(table.c.payload).where(table.c.written > after).order_by(table.c.id)
    names: dict[str, str] = {}
    for payload in connection.scalars(query, execution_options={"yield_per": 50}):
        # The fast parser takes no lone surrogates.
        told = json.loads(payload) if "\\ud" in payload else orjson.loads(payload)
        yield _in_short(told, names)


def _in_short(told: dict[str, Any], names: dict[str, str]) -> Tally:
    check = told["reconciliation"]
    short = {name: value for name, value in check.items() if name not in _LONG}
    # Many tallies cover the same incidents: each id is held once.
    short["inside"] = tuple([names.setdefault(id_, id_) for id_ in check["inside"]])
    for reading in ("strict", "lenient"):
        short[reading] = {**check[reading], "inside": ()}
    return Tally.model_validate({**told, "reconciliation": short})

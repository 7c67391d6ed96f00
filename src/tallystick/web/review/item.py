"""What can be asked of a reviewer: one incident, one join, one mention, one relation or one name."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tallystick.errors import Code, TallystickError


class Sort(StrEnum):
    """The sorts of what waits, as they stand in an address."""

    INCIDENT = "incident"
    JOIN = "join"
    MENTION = "mention"
    RELATION = "relation"
    NAME = "name"


TITLES = {
    Sort.INCIDENT: "Incidents",
    Sort.JOIN: "Joins",
    Sort.MENTION: "Mentions",
    Sort.RELATION: "Relations",
    Sort.NAME: "Actors",
}


class Item(NamedTuple):
    """One thing that is asked. ``id`` is that of the incident, mention, relation or unknown name; of a join that of the
    incident whose least sure tie it is.
    """

    sort: Sort
    id: str

    @property
    def key(self) -> str:
        """The item as it stands in an address."""
        return f"{self.sort}:{self.id}"


class Waiting(NamedTuple):
    """An item, and how sure the machine is of what stands on file, from 0 to 1."""

    certainty: float
    item: Item


def read_item(key: str) -> Item:
    """The item of an address, of which an incident's may be its id alone. Raises TallystickError E801 if it is none."""
    if key.startswith("inc-"):
        return Item(Sort.INCIDENT, key)
    sort, colon, id_ = key.partition(":")
    if not colon or not id_ or sort not in list(Sort):
        raise TallystickError(Code.E801, name="at", value=key, wanted="an item of the review, such as incident:inc-…")
    return Item(Sort(sort), id_)

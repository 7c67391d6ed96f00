"""Rows of the layers below the mentions: every date, place and actor expression, event or not."""

from __future__ import annotations

from tallystick.model.expression import ActorExpression, DateExpression, PlaceExpression
from tallystick.publishing.rows import Row


def date_row(found: DateExpression) -> Row:
    """A date expression with the days it stands for and its TIMEX3 type and value."""
    row = found.model_dump(mode="json", exclude={"when": {"quote"}})
    when = row.pop("when")
    return {"quote": row["quote"], **when, "timex": row["timex"]}


def place_row(found: PlaceExpression) -> Row:
    """A toponym with the place it was resolved to and the candidates that were considered."""
    place = found.place.model_dump(mode="json") if found.place else {}
    fields = ("id", "name", "country", "latitude", "longitude", "precision")
    row = found.model_dump(mode="json", exclude={"place"})
    return {
        "quote": row["quote"],
        "use": row["use"],
        **{field: place.get(field) for field in fields},
        "candidates": row["candidates"],
        "why": row["why"],
    }


def actor_row(found: ActorExpression) -> Row:
    """A name or description of an actor and how it was resolved."""
    return found.model_dump(mode="json")

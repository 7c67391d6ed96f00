"""The filters of the list of incidents, as its description in OpenAPI tells them."""

from __future__ import annotations

from typing import Any

from tallystick.web.api.acled import WHERE
from tallystick.web.catalogue.facets import FACETS
from tallystick.web.filters import SORTS


def _parameter(name: str, about: str, example: str = "", **schema: Any) -> dict[str, Any]:
    told = {"name": name, "in": "query", "description": about, "schema": {"type": "string", **schema}}
    return {**told, "example": example} if example else told


_EXAMPLES = {"event_type": "drone_attack", "country": "Iraq|SY", "status": "confirmed"}

FILTERS: list[dict[str, Any]] = [
    *(
        _parameter(
            facet.name, f"{facet.title}: one value, or several joined by |", example=_EXAMPLES.get(facet.name, "")
        )
        for facet in FACETS
    ),
    _parameter("event_date", "One day, or two joined by | for BETWEEN", example="2023-10-17|2023-11-07"),
    _parameter("event_date_where", "How event_date bounds the day", enum=list(WHERE)),
    _parameter("since", "First day on which it may have happened", format="date"),
    _parameter("until", "Last day on which it may have happened", format="date"),
    _parameter("q", "Words to search for"),
    _parameter("background", "no leaves out what is told as history, only gives nothing else", enum=["no", "only"]),
    _parameter(
        "sort", "The order, with a minus for the greatest first", enum=[s + n for n in SORTS for s in ("", "-")]
    ),
    _parameter("columns", "Of a CSV: columns of incidents.csv, joined by commas", example="kind,killed_best,quotes"),
]

"""The filters of the list of incidents, as its description in OpenAPI tells them."""

from __future__ import annotations

from typing import Any

from tallystick.web.api.acled import NAME_WAYS
from tallystick.web.api.comparing import CHANGED_WAYS, WAYS
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
    *(
        _parameter(f"{facet.name}_where", f"How {facet.name} is compared with the name", enum=list(NAME_WAYS))
        for facet in FACETS
    ),
    _parameter("sub_event_type", "ACLED's name of a kind, as the codebook maps it: Air/drone strike"),
    _parameter("admin1", "A province, by its name or a part of it"),
    _parameter("location", "A place, by its name or a part of it"),
    _parameter("notes", "The same as q"),
    _parameter("event_date", "One day, or two joined by | for BETWEEN", example="2023-10-17|2023-11-07"),
    _parameter("event_date_where", "How event_date bounds the day", enum=list(WAYS)),
    _parameter("year", "One year, or two joined by | for BETWEEN"),
    _parameter("year_where", "How year bounds the day", enum=list(WAYS)),
    _parameter("fatalities", "How many were killed; where that is not told, it does not fit"),
    _parameter("fatalities_where", "How fatalities is compared", enum=list(WAYS)),
    _parameter("timestamp", "Changed since: seconds since 1970, or a day"),
    _parameter("timestamp_where", "How timestamp is compared", enum=list(CHANGED_WAYS)),
    _parameter("since", "First day on which it may have happened", format="date"),
    _parameter("until", "Last day on which it may have happened", format="date"),
    _parameter("q", "Words to search for"),
    _parameter("background", "no leaves out what is told as history, only gives nothing else", enum=["no", "only"]),
    _parameter(
        "sort", "The order, with a minus for the greatest first", enum=[s + n for n in SORTS for s in ("", "-")]
    ),
    _parameter("columns", "Of a CSV: columns of incidents.csv, joined by commas", example="kind,killed_best,quotes"),
]

"""What the clients ask for: every page and every call of the API, with addresses drawn from the ledger."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode

DRAWN = 400
MOST_TOLD = 40
WORDS = ("drone", "base", "market", "killed", "attack convoy", "rocket depot", "al-Asad", "police", "hos", "army")
SORTS = ("date", "-killed", "sources", "-mentions", "-conflicts", "joined")
DEEPEST = 1_500
"""Of the pages of the table that are asked for."""

Draw = Callable[[Random], str]


@dataclass(frozen=True)
class Route:
    """A page or call: ``name`` is its row in the table, ``path`` that in the application, ``often`` its weight."""

    name: str
    path: str
    often: float
    draw: Draw
    accept: str = "*/*"


@dataclass(frozen=True)
class Drawn:
    """Ids and values that stand in the ledger."""

    ids: Mapping[str, Sequence[str]]

    def one(self, of: str) -> Draw:
        """Gives one of them at a time, written as in an address."""
        return lambda chance: quote(chance.choice(self.ids[of]), safe="")


_DRAWN = {
    "incident": "SELECT id FROM incident ORDER BY random() LIMIT :most",
    "most told": "SELECT incident_id FROM telling WHERE incident_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC "
    f"LIMIT {MOST_TOLD}",
    "decided on": "SELECT json_extract(payload, '$.incident_id') FROM decision ORDER BY random() LIMIT :most",
    "report": "SELECT id FROM report ORDER BY random() LIMIT :most",
    "mention": "SELECT id FROM mention ORDER BY random() LIMIT :most",
    "tally": "SELECT id FROM tally ORDER BY random() LIMIT :most",
    "claim": "SELECT id FROM claim ORDER BY random() LIMIT :most",
    "relation": "SELECT id FROM relation ORDER BY random() LIMIT :most",
    "statement": "SELECT id FROM statement ORDER BY random() LIMIT :most",
    "actor": "SELECT id FROM actor",
    "kind": "SELECT kind FROM incident GROUP BY 1 ORDER BY count(*) DESC LIMIT 12",
    "country": "SELECT country FROM incident WHERE country IS NOT NULL GROUP BY 1",
    "place": "SELECT place_id FROM incident WHERE place_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT :most",
    "site": """SELECT DISTINCT place_id FROM incident JOIN place ON place.id = place_id
        WHERE json_extract(place.payload, '$.precision') = 'site' LIMIT :most""",
    "day": "SELECT DISTINCT first_day FROM incident WHERE first_day IS NOT NULL ORDER BY random() LIMIT :most",
}


def draw_from(ledger: Path) -> Drawn:
    """What the addresses are made of, read from a ledger in SQLite."""
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as database:
        return Drawn(
            {
                name: [row[0] for row in database.execute(query, {"most": DRAWN} if ":most" in query else {})]
                for name, query in _DRAWN.items()
            }
        )


def routes(drawn: Drawn) -> list[Route]:
    """All that is asked for, and how often each in the mix of a day's work."""
    narrowed = _narrowed(drawn)
    one = drawn.one
    return [
        Route("overview", "/", 6, lambda _: "/"),
        Route("overview, checks", "/overview/checks", 4, lambda _: "/overview/checks"),
        Route("incidents", "/incidents", 8, lambda _: "/incidents"),
        Route("incidents, facets", "/incidents", 14, _at("/incidents", narrowed)),
        Route("incidents, words", "/incidents", 6, lambda c: _with("/incidents", [("q", c.choice(WORDS))])),
        Route("incidents, deep page", "/incidents", 3, _deep),
        Route("incident", "/incidents/{incident_id}", 16, _one_at("/incidents/{}", one("incident"))),
        Route("incident, most told", "/incidents/{incident_id}", 4, _one_at("/incidents/{}", one("most told"))),
        Route("incident, decided on", "/incidents/{incident_id}", 4, _one_at("/incidents/{}", one("decided on"))),
        Route("reports", "/reports", 2, lambda _: "/reports"),
        Route("reports, words", "/reports", 4, lambda c: _with("/reports", [("q", c.choice(WORDS))])),
        Route("report", "/reports/{report_id}", 10, _one_at("/reports/{}", one("report"))),
        Route("review", "/review", 6, lambda _: "/review"),
        Route("review, facets", "/review", 2, _at("/review", narrowed)),
        Route("map", "/map", 3, _at("/map", narrowed)),
        Route("map, all", "/map", 1, lambda _: "/map"),
        Route("map, points", "/map/places.json", 3, _at("/map/places.json", narrowed)),
        Route("map, all points", "/map/places.json", 1, lambda _: "/map/places.json"),
        Route("map, beside it", "/map/at", 2, lambda c: _with("/map/at", [("place", c.choice(drawn.ids["place"]))])),
        Route("map, countries", "/map/countries.json", 1, lambda _: "/map/countries.json"),
        Route("map, provinces", "/map/provinces/{country}.json", 3, _one_at("/map/provinces/{}.json", one("country"))),
        Route("timeline", "/timeline", 2, lambda c: f"/timeline?by={c.choice(('place', 'actor', 'kind'))}"),
        Route("timeline, facets", "/timeline", 3, _at("/timeline", narrowed)),
        Route("network", "/network", 3, lambda _: "/network"),
        Route("tallies", "/tallies", 3, lambda _: "/tallies"),
        Route("tally", "/tallies/{tally_id}", 3, _one_at("/tallies/{}", one("tally"))),
        Route("sites", "/sites", 2, lambda _: "/sites"),
        Route("site", "/sites/{site_id}", 3, _one_at("/sites/{}", one("site"))),
        Route("add", "/add", 1, lambda _: "/add"),
        Route("data", "/data", 1, lambda _: "/data"),
        Route("codebook", "/data/codebook", 1, lambda _: "/data/codebook"),
        Route("incidents as a file", "/incidents.{form}", 0.3, _at("/incidents.csv", narrowed)),
        Route("API incidents", "/api/v1/incidents", 3, _at("/api/v1/incidents", narrowed)),
        Route("API incidents, GeoJSON", "/api/v1/incidents", 1, _at("/api/v1/incidents", narrowed), GEOJSON),
        Route("API incidents, CSV", "/api/v1/incidents", 1, _at("/api/v1/incidents", narrowed), CSV),
        Route("API incident", "/api/v1/incidents/{incident_id}", 2, _one_at("/api/v1/incidents/{}", one("incident"))),
        *(_list_in_api(noun) for noun in (*_NOUNS, "deleted", "decisions")),
        *(
            Route(f"API {noun}", f"/api/v1/{path}/{{noun_id}}", 0.5, _one_at(f"/api/v1/{path}/{{}}", one(noun)))
            for path, noun in _NOUNS.items()
        ),
        Route(
            "API mentions of a report",
            "/api/v1/reports/{report_id}/mentions",
            1,
            _one_at("/api/v1/reports/{}/mentions", one("report")),
        ),
        Route("API schema", "/api/v1/openapi.json", 0.3, lambda _: "/api/v1/openapi.json"),
    ]


GEOJSON, CSV = "application/geo+json", "text/csv"
_NOUNS = {
    "tallies": "tally",
    "claims": "claim",
    "relations": "relation",
    "statements": "statement",
    "actors": "actor",
    "mentions": "mention",
    "sites": "site",
    "reports": "report",
}


def _list_in_api(noun: str) -> Route:
    return Route(f"API {noun}", f"/api/v1/{noun}", 0.5, lambda _: f"/api/v1/{noun}")


def _one_at(path: str, one: Draw) -> Draw:
    return lambda chance: path.format(one(chance))


def _narrowed(drawn: Drawn) -> Callable[[Random], list[tuple[str, str]]]:
    def narrow(chance: Random) -> list[tuple[str, str]]:
        given: list[tuple[str, str]] = []
        if chance.random() < 0.6:
            given.append(("country", chance.choice(drawn.ids["country"])))
        if chance.random() < 0.5:
            given += [("event_type", kind) for kind in chance.sample(drawn.ids["kind"], 2)]
        if chance.random() < 0.4:
            given += [("since", chance.choice(drawn.ids["day"]))]
        if chance.random() < 0.2:
            given.append(("place", chance.choice(drawn.ids["place"])))
        return given

    return narrow


def _at(path: str, narrow: Callable[[Random], list[tuple[str, str]]]) -> Draw:
    def draw(chance: Random) -> str:
        given = narrow(chance)
        if path in ("/incidents", "/review") and chance.random() < 0.3:
            given.append(("sort", chance.choice(SORTS)))
        return _with(path, given)

    return draw


def _deep(chance: Random) -> str:
    return _with("/incidents", [("page", str(chance.randrange(2, DEEPEST)))])


def _with(path: str, given: Sequence[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(given)}" if given else path

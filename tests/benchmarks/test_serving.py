from random import Random

import pytest

from benchmarks.serving.asked import Drawn, Route, routes
from benchmarks.serving.clients import DECISIONS_ON, Answers
from benchmarks.serving.figures import missed, percentile
from tallystick.web.api import ROUTERS
from tallystick.web.pages import PAGES

NAMES = (
    "incident", "most told", "decided on", "report", "mention", "tally", "claim", "relation", "statement", "actor",
    "kind", "country", "place", "site", "day",
)  # fmt: skip
ASKED = routes(Drawn({name: ["one", "two"] for name in NAMES}))


@pytest.mark.parametrize("route", ASKED, ids=lambda route: route.name)
def test_what_is_asked_for_is_there(route: Route) -> None:
    offered = {each.path for router in (*PAGES, *ROUTERS) for each in router.routes}  # type: ignore[attr-defined]
    assert route.path in {*offered, "/api/v1/openapi.json"}
    assert route.draw(Random(1)).startswith(route.path.split("{")[0])


def test_a_percentile_is_a_value_that_was_measured() -> None:
    assert percentile([5.0, 1.0, 3.0], 0.95) == 5.0
    assert percentile([*map(float, range(1, 101))], 0.95) == 95.0


def test_a_route_is_missed_that_fails_or_is_late_and_a_decision_has_no_level() -> None:
    measured = {
        "quick": Answers(clock=[900.0], processor=[100.0]),
        "late": Answers(clock=[900.0], processor=[200.0]),
        "gone": Answers(failed=["404 GET /gone"]),
        DECISIONS_ON["join"]: Answers(clock=[900.0], processor=[800.0]),
    }
    assert missed(measured, by_clock=False) == ["gone: 404 GET /gone", "late: 200 ms"]
    assert missed(measured, by_clock=True) == ["gone: 404 GET /gone", "quick: 900 ms", "late: 900 ms"]

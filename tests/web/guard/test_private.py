"""That nothing of a team's pages stays where somebody else finds it, and that downloads are no pages."""

from __future__ import annotations

import pytest

from tests.web.team import Teammate

PRIVATE = ["/", "/incidents", "/incidents.csv?q=attack", "/account", "/api/v1/incidents", "/api/v1/reports", "/data"]


@pytest.mark.parametrize("path", PRIVATE)
def test_no_proxy_and_no_browser_keeps_an_answer(lee: Teammate, path: str) -> None:
    answer = lee.get(path)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"


def test_a_file_s_name_bears_nothing_of_a_header(lee: Teammate) -> None:
    answer = lee.get(
        "/incidents.csv", params={"q": 'x"\r\nSet-Cookie: a=b; filename="evil.html', "country": "../../etc"}
    )
    assert answer.status_code == 200
    told = answer.headers["content-disposition"]
    name = told.removeprefix('attachment; filename="').removesuffix('"')
    assert name.endswith(".csv")
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("words", ["%", "_", "%%%", "*", '"', "()", "^ - :"])
def test_signs_of_a_query_language_find_nothing(lee: Teammate, words: str) -> None:
    answer = lee.get("/api/v1/incidents", params={"q": words})
    assert (answer.status_code, answer.json()["total"]) == (200, 0)


def test_a_sign_for_anything_is_no_part_of_a_word(lee: Teammate) -> None:
    whole, part = (lee.get("/api/v1/incidents", params={"q": each}).json()["total"] for each in ("drone", "dr%ne"))
    assert whole > part == 0


@pytest.mark.parametrize("words", ["a" * 20_000, "a-" * 10_000, '"' * 20_001, "\u0300" * 5_000, "( " * 10_000])
def test_a_long_search_is_answered(lee: Teammate, words: str) -> None:
    for path in ("/incidents", "/reports", "/api/v1/incidents"):
        assert lee.get(path, params={"q": words}).status_code in (200, 422), path

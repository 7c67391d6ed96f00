"""A report that brings markup, an address that is a script and formulas, wherever a report can: what each page makes of it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from tallystick.cli import app as commands
from tallystick.ledger import Ledger, open_ledger
from tallystick.web.application import make_application
from tallystick.web.menu import MENU

MARKUP = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
FORMULA = '=HYPERLINK("http://evil.example","x")'
TEXT = (
    "On 28 January 2024 three soldiers were killed in a drone attack on Tower 22 in Jordan, {markup} said. "
    "The {formula} Brigade claimed responsibility for the attack. {markup} U.S. troops have been attacked at least "
    "165 times since 17 October, {markup} said. Report {number}."
)


@pytest.fixture(scope="module")
def hostile_ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("hostile")
    reports = [
        {
            "text": TEXT.format(markup=MARKUP, formula=FORMULA, number=number),
            "title": f"{MARKUP} {number}",
            "publisher": f"{FORMULA} {MARKUP}",
            "url": "javascript:alert(3)",
            "published_on": "2024-01-29",
        }
        for number in range(2)
    ]
    path = folder / f"{MARKUP.replace('/', '')}.jsonl"
    path.write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    assert CliRunner().invoke(commands, ["ingest", str(path), "--ledger", str(folder / "ledger.db")]).exit_code == 0
    with open_ledger(folder / "ledger.db") as opened:
        yield opened


@pytest.fixture
def hostile(hostile_ledger: Ledger) -> Iterator[TestClient]:
    with TestClient(make_application(hostile_ledger, reviewer="ana"), base_url="http://localhost") as asked:
        yield asked


class Found(HTMLParser):
    """What a page could be made to do: its elements that run, and its addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.running: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        inline = tag == "script" and "src" not in told and told.get("type") != "application/json"
        if inline or (tag in ("img", "iframe", "object", "style") and not told.get("src", "").startswith("/static/")):
            self.running.append(f"{tag} {told}")
        self.running += [f"{tag} {name}" for name in told if name.startswith("on") or name == "style"]
        self.addresses += [told[name] for name in ("href", "src", "action", "formaction") if name in told]


def test_no_page_runs_what_a_report_brings(hostile: TestClient, hostile_ledger: Ledger) -> None:
    with hostile_ledger.standing() as standing:
        reports = standing.latest_reports(most=5)
    ones = [f"/incidents/{i.id}" for i in hostile_ledger.incidents()] + [f"/reports/{id_}" for id_ in reports]
    ones += ["/reports?q=attack", "/timeline?by=actor", "/incidents?q=soldiers"]
    ones += [each for each in Found(hostile.get("/tallies").text).addresses if each.startswith("/tallies/")]
    shown = 0
    for path in (*(item.path for item in MENU), *ones):
        answer = hostile.get(path)
        assert answer.status_code == 200, path
        found = Found(answer.text)
        assert found.running == [], path
        strange = [each for each in found.addresses if not each.startswith(("/", "#", "?"))]
        assert strange == [], path
        shown += "&lt;script&gt;" in answer.text
    assert shown >= 4


def test_what_scripts_are_given_as_json_cannot_end_the_element_it_stands_in(hostile: TestClient) -> None:
    for path in ("/map", "/timeline", "/network"):
        page = hostile.get(path).text
        for part in page.split("<script")[1:]:
            assert "alert(1)" not in part.split("</script>")[0].replace("\\u003c", "")


def test_no_cell_of_a_csv_is_a_formula(hostile: TestClient) -> None:
    answer = hostile.get("/api/v1/incidents", headers={"accept": "text/csv"})
    cells = [cell for row in csv.reader(answer.text.splitlines()) for cell in row]
    assert [cell for cell in cells if "HYPERLINK" in cell]
    assert [cell for cell in cells if cell.startswith(("=", "@", "+"))] == []


def test_a_download_is_what_it_says_and_no_page(hostile: TestClient) -> None:
    for form in ("text/csv", "application/geo+json", "application/json"):
        answer = hostile.get("/api/v1/incidents", headers={"accept": form})
        assert answer.headers["content-type"].startswith(form)
        assert answer.headers["x-content-type-options"] == "nosniff"


SQL = [
    "'; DROP TABLE report; --",
    "' OR '1'='1",
    '" UNION SELECT password_hash FROM account --',
    "%' AND 1=1 --",
    "\x00",
]


@pytest.mark.parametrize("words", SQL)
def test_sql_in_a_filter_is_words_like_any_other(hostile: TestClient, hostile_ledger: Ledger, words: str) -> None:
    before = len(hostile_ledger.incidents())
    for path in ("/incidents", "/reports", "/map", "/timeline", "/review", "/api/v1/incidents"):
        for name in ("q", "country", "event_type", "actor1", "since", "sort", "site", "id"):
            answer = hostile.get(path, params={name: words})
            assert answer.status_code in (200, 404, 422), (path, name, answer.text)
            assert "argon2" not in answer.text
    assert hostile.get("/api/v1/reports", params={"after": words}).status_code == 200
    assert hostile.get(f"/api/v1/incidents/{quote(words, safe='')}").status_code == 404
    assert len(hostile_ledger.incidents()) == before


@pytest.mark.parametrize(
    "path",
    ["/static/../application.py", "/static/..%2f..%2fapplication.py", "/static/%2e%2e/site.py", "/static//etc/passwd"],
)
def test_no_file_is_served_but_those_of_the_package(hostile: TestClient, path: str) -> None:
    answer = hostile.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text

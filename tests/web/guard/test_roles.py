from __future__ import annotations

import re

import pytest
from fastapi.routing import APIRoute

from tallystick.ledger import Ledger
from tallystick.model.digest import version_of
from tallystick.web.pages import PAGES
from tests.web.team import Teammate
from tests.web.test_acting import OWN

CHANGING = [
    route.path
    for router in PAGES
    for route in router.routes
    if isinstance(route, APIRoute) and "POST" in (route.methods or set()) and not route.path.startswith(OWN)
]
FIELDS = {"act": "accept", "seen": "x", "field": "kind", "value": "x", "number": "1", "text": "x", "relation": "x"}


@pytest.mark.parametrize("path", CHANGING)
def test_a_reader_changes_nothing(lee: Teammate, team_ledger: Ledger, path: str) -> None:
    id_ = team_ledger.incidents()[0].id
    asked = path.replace("{incident_id}", id_).replace("{number}", "1").replace("{relation_id}", "x")
    answer = lee.fill_in(asked, incident=id_, **FIELDS)
    assert answer.status_code == 403, answer.text
    assert "E821" in answer.text
    assert team_ledger.journal() == ()


def test_a_reader_sees_no_button_that_he_may_not_use(lee: Teammate, rana: Teammate, team_ledger: Ledger) -> None:
    id_ = team_ledger.incidents()[0].id
    for path in ("/", "/incidents", f"/incidents/{id_}", "/review", "/network"):
        assert set(re.findall(r'method="post" action="([^"]+)"', lee.get(path).text)) <= {"/views"}, path
    for path in (f"/incidents/{id_}", "/review", "/network"):
        assert '<form method="post"' in rana.get(path).text, path
    assert 'href="/add"' not in lee.get("/").text
    assert 'href="/add"' in rana.get("/").text


def test_what_a_reviewer_decides_bears_his_name(rana: Teammate, team_ledger: Ledger) -> None:
    incident = team_ledger.incidents()[0]
    done = rana.fill_in(f"/incidents/{incident.id}/decisions", act="accept", seen=version_of(incident))
    assert done.status_code == 303
    assert [made.by for made in team_ledger.journal()] == ["rana"]


@pytest.mark.parametrize("path", ["", "/lee/role", "/lee/password", "/lee/close", "/lee/open"])
def test_a_reviewer_keeps_no_accounts(rana: Teammate, ada: Teammate, path: str) -> None:
    before = ada.get("/accounts").text.count("<tr>")
    answer = rana.fill_in(f"/accounts{path}", name="mallory", role="admin", password="a walk by the sea")
    assert answer.status_code == 403
    assert rana.get("/accounts").status_code == 403
    assert ada.get("/accounts").text.count("<tr>") == before


def test_a_reader_reads_everything(lee: Teammate) -> None:
    for path in ("/", "/incidents", "/map", "/timeline", "/review", "/network", "/sites", "/tallies", "/reports"):
        assert lee.get(path).status_code == 200, path


@pytest.mark.parametrize("path", ["name", "delete"])
def test_a_reader_changes_no_view_of_another(lee: Teammate, rana: Teammate, team_ledger: Ledger, path: str) -> None:
    rana.fill_in("/views", name="Iraq", address="/incidents?country=Iraq")
    view = team_ledger.views()[0]
    assert lee.fill_in(f"/views/{view.id}/{path}", name="mine").status_code == 403
    assert team_ledger.views() == (view,)

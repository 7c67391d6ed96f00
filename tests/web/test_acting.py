from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.requests import Request

from tallystick.accounts.principal import Principal, Role
from tallystick.ledger import Ledger
from tallystick.model.digest import version_of
from tallystick.web.acting import NotAllowedError, at_least
from tallystick.web.api import ROUTERS
from tallystick.web.guard.forgery import COOKIE, mask
from tallystick.web.pages import PAGES

SAFE = {"GET", "HEAD", "OPTIONS"}
CHECKS = {at_least(role).__qualname__ for role in Role}
# No part of the record: readers save views too, and change their own; and they pack what they may read anyway.
OWN = ("/views", "/data/pack")


def all_needed(dependant: Dependant) -> Iterator[str]:
    for each in dependant.dependencies:
        yield getattr(each.call, "__qualname__", "")
        yield from all_needed(each)


def test_every_route_that_changes_something_asks_for_a_role() -> None:
    routes = [route for router in (*PAGES, *ROUTERS) for route in router.routes if isinstance(route, APIRoute)]
    changing = [route for route in routes if (route.methods or set()) - SAFE]
    assert len(changing) > 5
    open_ = {route.path for route in changing if not CHECKS & set(all_needed(route.dependant))}
    assert open_ == {route.path for route in changing if route.path.startswith(OWN)}


def request_of(role: Role) -> Request:
    return Request({"type": "http", "state": {"acting": Principal("ana", role)}})


@pytest.mark.parametrize(
    ("has", "needs"), [(Role.READER, Role.REVIEWER), (Role.READER, Role.ADMIN), (Role.REVIEWER, Role.ADMIN)]
)
def test_a_lower_role_is_refused(has: Role, needs: Role) -> None:
    with pytest.raises(NotAllowedError, match="E821"):
        at_least(needs)(request_of(has))


@pytest.mark.parametrize("has", [Role.REVIEWER, Role.ADMIN])
def test_the_role_or_a_higher_one_is_let_through(has: Role) -> None:
    assert at_least(Role.REVIEWER)(request_of(has)).name == "ana"


def test_without_accounts_all_is_done_in_the_name_that_was_given(client: TestClient, ledger: Ledger) -> None:
    token = mask(client.get("/").cookies[COOKIE])
    incident = ledger.incidents()[0]
    data = {"act": "accept", "token": token, "seen": version_of(incident)}
    client.post(f"/incidents/{incident.id}/decisions", data=data)
    assert [made.by for made in ledger.journal()] == ["ana"]

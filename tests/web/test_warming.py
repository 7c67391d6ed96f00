from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient

from tallystick.errors import Code, TallystickError
from tallystick.web.boards import kept
from tallystick.web.site import Site
from tallystick.web.warming import warm_up


@pytest.fixture(autouse=True)
def _unfrozen() -> Iterator[None]:
    yield
    gc.unfreeze()


def _site_of(client: TestClient) -> Site:
    site = client.app.state.site  # type: ignore[attr-defined]
    assert isinstance(site, Site)
    return site


def test_once_warm_no_board_is_to_be_waited_for(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    warm_up(client.app)  # type: ignore[arg-type]
    monkeypatch.setattr(kept, "FIRST_PATIENCE", 0.0)
    assert [client.get(path).status_code for path in ("/tallies", "/network", "/sites", "/")] == [200] * 4


def test_once_warm_what_stands_is_out_of_the_collectors_sight(client: TestClient) -> None:
    before = gc.get_freeze_count()
    warm_up(client.app)  # type: ignore[arg-type]
    assert gc.get_freeze_count() > before + 10_000
    assert gc.isenabled()


def test_what_cannot_be_made_is_left_to_whoever_asks_for_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = _site_of(client)

    def fail(*_: object) -> None:
        raise TallystickError(Code.E802, path="/none")

    monkeypatch.setattr(site.network, "_make", fail)
    warm_up(client.app)  # type: ignore[arg-type]
    assert client.get("/network").status_code == 404


def test_a_server_that_is_stopped_meanwhile_ends_the_warming(client: TestClient) -> None:
    stopped = ThreadPoolExecutor(max_workers=1)
    stopped.shutdown()
    vars(_site_of(client).tallies)["_worker"] = stopped
    warm_up(client.app)  # type: ignore[arg-type]
    assert client.get("/network").status_code == 200

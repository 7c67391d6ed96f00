"""A ledger of the examples, the application on a copy of it, and a browser that tolerates no slip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright
from typer.testing import CliRunner

from tallystick.accounts.team import Team
from tallystick.cli import app as commands
from tallystick.ledger import Ledger, open_ledger
from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.web.application import make_application
from tallystick.web.boards import kept
from tallystick.web.catalogue import catalogue
from tests.accounts.clock import Clock
from tests.ledger.copying import copy_ledger
from tests.web.serving import serving
from tests.web.team import BASE, PASSWORD, ROLES, Teammate
from tests.web.watched import watched

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def example_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the examples, made once; not to be written to."""
    path = tmp_path_factory.mktemp("web") / "ledger.db"
    done = CliRunner().invoke(commands, ["ingest", str(EXAMPLES), "--ledger", str(path)])
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, a page waits for what it shows; what it tells while that is made has tests of its own."""
    monkeypatch.setattr(kept, "FIRST_PATIENCE", 60)
    monkeypatch.setattr(kept, "PATIENCE", 60)
    monkeypatch.setattr(catalogue, "PATIENCE", 60)


@pytest.fixture
def ledger(example_ledger: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of the ledger of the examples, to be written to."""
    path = tmp_path / "ledger.db"
    copy_ledger(example_ledger, path)
    with open_ledger(path) as opened:
        yield opened


@pytest.fixture
def fetcher() -> Fetcher:
    """What fetches addresses that are added; a room whose tests have a web site puts its own in the place."""
    return Fetcher()


@pytest.fixture
def client(ledger: Ledger, fetcher: Fetcher) -> Iterator[TestClient]:
    """Asks the application without a network; follows no redirect."""
    app = make_application(ledger, reviewer="ana", fetcher=fetcher)
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as asked:
        yield asked


@pytest.fixture(scope="session")
def ledger_of_a_team(example_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the examples with the accounts of a team, made once; not to be written to."""
    path = tmp_path_factory.mktemp("team") / "ledger.db"
    copy_ledger(example_ledger, path)
    with open_ledger(path) as opened:
        register = Team(opened).register
        for name, role in ROLES.items():
            register.add(name, role=role, password=PASSWORD, by="the test")
    return path


@pytest.fixture
def team_ledger(ledger_of_a_team: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of the ledger of the team, to be written to."""
    path = tmp_path / "team.db"
    copy_ledger(ledger_of_a_team, path)
    with open_ledger(path) as opened:
        yield opened


@pytest.fixture
def team_clock() -> Clock:
    return Clock()


@pytest.fixture
def team(team_ledger: Ledger, team_clock: Clock) -> Team:
    """An admin ada, a reviewer rana and a reader lee, all with the same password."""
    return Team(team_ledger, clock=team_clock)


@pytest.fixture
def team_app(team_ledger: Ledger, team: Team) -> Iterator[FastAPI]:
    """The application for a team."""
    app = make_application(team_ledger, reviewer="nobody", team=team)
    with TestClient(app, base_url=BASE):
        yield app


@pytest.fixture
def stranger(team_app: FastAPI) -> Teammate:
    """Somebody who is not logged in."""
    return Teammate(team_app)


def _logged_in(app: FastAPI, name: str) -> Teammate:
    mate = Teammate(app)
    assert mate.log_in(name).status_code == 303
    return mate


@pytest.fixture
def ada(team_app: FastAPI) -> Teammate:
    """The admin, logged in."""
    return _logged_in(team_app, "ada")


@pytest.fixture
def rana(team_app: FastAPI) -> Teammate:
    """The reviewer, logged in."""
    return _logged_in(team_app, "rana")


@pytest.fixture
def lee(team_app: FastAPI) -> Teammate:
    """The reader, logged in."""
    return _logged_in(team_app, "lee")


@pytest.fixture
def served(ledger: Ledger, fetcher: Fetcher) -> Iterator[str]:
    """The application on a port of this machine: its address."""
    with serving(make_application(ledger, reviewer="ana", fetcher=fetcher)) as address:
        yield address


@pytest.fixture
def team_served(team_ledger: Ledger, team: Team) -> Iterator[str]:
    """The application for a team on a port of this machine: its address."""
    with serving(make_application(team_ledger, reviewer="nobody", team=team)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    if not CHROMIUM.exists():
        pytest.skip("no /usr/bin/chromium")
    with sync_playwright() as play:
        opened = play.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"]
        )
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A watched page of the application."""
    with watched(browser, served) as opened:
        yield opened


@pytest.fixture
def team_page(browser: Browser, team_served: str) -> Iterator[Page]:
    """A watched page of the application for a team, of somebody who is not logged in."""
    with watched(browser, team_served) as opened:
        yield opened

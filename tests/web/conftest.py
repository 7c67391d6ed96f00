"""A ledger of the examples, the application on a copy of it, and a browser that tolerates no slip."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright
from typer.testing import CliRunner

from tallystick.cli import app as commands
from tallystick.ledger import Ledger, open_ledger
from tallystick.web.application import make_application

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def example_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the examples, made once; not to be written to."""
    path = tmp_path_factory.mktemp("web") / "ledger.db"
    done = CliRunner().invoke(commands, ["ingest", str(EXAMPLES), "--ledger", str(path)])
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture
def ledger(example_ledger: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of the ledger of the examples, to be written to."""
    path = tmp_path / "ledger.db"
    shutil.copy(example_ledger, path)
    with open_ledger(path) as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> Iterator[TestClient]:
    """Asks the application without a network; follows no redirect."""
    app = make_application(ledger, reviewer="ana")
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as asked:
        yield asked


@pytest.fixture
def served(ledger: Ledger) -> Iterator[str]:
    """The application on a port of this machine: its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(make_application(ledger, reviewer="ana"), host="127.0.0.1", port=port, log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


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
    """A page of the browser; the test fails if it asked another host for anything, or the console told an error."""
    context = browser.new_context(base_url=served)
    opened = context.new_page()
    strangers: list[str] = []
    errors: list[str] = []
    opened.on(
        "request", lambda r: strangers.append(r.url) if not r.url.startswith((served, "data:", "blob:")) else None
    )
    opened.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert not strangers, "another host was asked"
    assert not errors, "the console told an error"

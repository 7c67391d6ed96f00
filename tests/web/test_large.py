"""What a page reads of the ledger does not grow with it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

from benchmarks.multiplying import multiply
from tallystick.deciding import take_decision
from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.payload import noun_from
from tallystick.model.decision import Act
from tallystick.model.relation import Relation
from tallystick.pipeline import bring_up_to_date
from tallystick.web.application import make_application
from tallystick.web.pages.review import IN_VIEW
from tests.ledger.copying import copy_ledger

COPIES = 6
SMALL = {"turn", "basis", "dirty_report", "saved_view"}
"""Tables of one row, of what waits to be derived from, and of the views that people saved."""


@pytest.fixture(scope="module")
def decided(example_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("decided") / "ledger.db"
    copy_ledger(example_ledger, path)
    with open_ledger(path) as ledger:
        for incident in ledger.incidents()[:4]:
            take_decision(ledger, Act.ACCEPT, incident.id, by="ana", reason=None)
        bring_up_to_date(ledger)
    return path


@pytest.fixture(scope="module")
def large(decided: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "ledger.db"
    multiply(decided, path, copies=COPIES, days=400)
    return path


@contextmanager
def asking(path: Path) -> Iterator[tuple[Ledger, TestClient]]:
    """The application on a ledger, its catalogue filled."""
    with open_ledger(path) as ledger:
        app = make_application(ledger, reviewer="ana")
        with TestClient(app, base_url="http://localhost") as client:
            client.get("/incidents")
            yield ledger, client


def addresses(path: Path) -> dict[str, str]:
    """A page of each kind, of the same things in a ledger and in its copies."""
    with open_ledger(path) as ledger:
        entry = ledger.journal()[0]
        return {
            "incident": f"/incidents/{entry.incident_id}",
            "report": f"/reports/{entry.anchors[0].report_id}",
            "review": "/review?done=1",
            "review at": f"/review?at={ledger.incidents()[-1].id}",
            "incidents": "/incidents?size=50&page=1&country=IQ",
        }


@contextmanager
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is read and made into nouns meanwhile, but for what reports tell of who stands behind whom: it bears on all
    incidents of those concerned.
    """
    read: list[str] = []

    def reading(adapter: Any, payload: str) -> Any:
        noun = noun_from(adapter, payload)
        if not isinstance(noun, Relation):
            read.append(payload)
        return noun

    with monkeypatch.context() as patch:
        for name, room in sys.modules.items():
            if name.startswith("tallystick.ledger.") and hasattr(room, "noun_from"):
                patch.setattr(room, "noun_from", reading)
        yield read


@pytest.mark.parametrize("page", ["incident", "report", "review", "review at"])
def test_a_page_reads_no_more_of_a_larger_ledger(
    decided: Path, large: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = []
    for path in (decided, large):
        with asking(path) as (_, client):
            address = addresses(decided)[page]
            client.get(address)
            with counting(monkeypatch) as read:
                assert client.get(address).status_code == 200
            numbers.append(len(read))
    assert 0 < numbers[1] <= numbers[0] + IN_VIEW


@contextmanager
def planning(ledger: Ledger) -> Iterator[set[str]]:
    """The tables that statements go over meanwhile, but for those counted by an index."""
    plans: set[str] = set()
    scanned: set[str] = set()

    def explain(connection: Any, _cursor: Any, statement: str, given: Any, _context: Any, many: bool) -> None:
        if statement.startswith(("SELECT", "WITH")) and not many:
            cursor = connection.connection.cursor()
            plans.update(row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement}", given).fetchall())

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        yield scanned
    finally:
        event.remove(Engine, "before_cursor_execute", explain)
    with ledger._database.read() as connection:
        ours = set(connection.dialect.get_table_names(connection))
    over = [plan.split() for plan in plans if "COVERING INDEX" not in plan]
    scanned.update({words[1] for words in over if words[0] == "SCAN"} & ours)


@pytest.mark.parametrize("page", ["incident", "report", "review", "review at", "incidents"])
def test_no_page_goes_over_a_whole_table(large: Path, page: str) -> None:
    address = addresses(large)[page]
    with asking(large) as (ledger, client):
        with planning(ledger) as scanned:
            assert client.get(address).status_code == 200
        assert scanned <= SMALL


def test_what_a_decision_changed_is_read_by_its_number(large: Path) -> None:
    with asking(large) as (ledger, client):
        take_decision(ledger, Act.ACCEPT, ledger.incidents()[-1].id, by="ana", reason=None)
        bring_up_to_date(ledger)
        with planning(ledger) as scanned:
            assert client.get("/incidents?review=accepted").status_code == 200
        assert scanned <= SMALL

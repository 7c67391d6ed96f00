"""What a page reads does not grow with the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from tallystick.ledger import Ledger
from tallystick.pipeline import bring_up_to_date, read_unread, take_in

PATHS = ("/", "/overview/checks", "/timeline", "/map", "/map/places.json", "/sites", "/network", "/tallies")
MADE = """date 2024-0{month}-{day:02}

A drone struck a base near Erbil in Iraq on Monday, the army said. Two soldiers were wounded. At least {number} attacks
were carried out in Iraq since January 1, the ministry said.
"""


@contextmanager
def statements_of(ledger: Ledger) -> Iterator[list[str]]:
    """The statements that are sent to the database meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    engine = ledger._database.engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def sent_by(client: TestClient, ledger: Ledger) -> dict[str, list[str]]:
    """The statements of each page, asked for a second time."""
    found = {}
    for path in PATHS:
        client.get(path)
        with statements_of(ledger) as sent:
            assert client.get(path).status_code == 200
        found[path] = sent
    return found


@pytest.fixture
def larger(ledger: Ledger, tmp_path: Path) -> Path:
    folder = tmp_path / "more"
    folder.mkdir()
    for number in range(24):
        told = MADE.format(month=1 + number // 12, day=1 + 2 * (number % 12), number=10 + number)
        (folder / f"{number}.txt").write_text(told, encoding="utf-8")
    return folder


def test_no_page_sends_more_statements_or_reads_whole_tables_in_a_larger_ledger(
    client: TestClient, ledger: Ledger, larger: Path
) -> None:
    before = sent_by(client, ledger)
    take_in(ledger, [larger])
    read_unread(ledger)
    bring_up_to_date(ledger)
    after = sent_by(client, ledger)
    assert {path: len(sent) for path, sent in after.items()} == {path: len(sent) for path, sent in before.items()}
    for path, sent in after.items():
        for statement in sent:
            if "payload" in statement:
                assert "WHERE" in statement or "LIMIT" in statement, path

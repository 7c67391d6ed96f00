"""Many people who decide on the same few incidents at the same moment, through the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2 as httpx
import pytest
from typer.testing import CliRunner

from tallystick.cli import app as commands
from tallystick.ledger import Ledger, open_ledger
from tallystick.web.application import make_application
from tests.ledger.server import IS_THERE, MUST_BE_THERE, new_schema
from tests.web.serving import serving

REPORTS = (
    "date 2024-02-06\n\nA roadside bomb killed two police officers near Mosul on Monday, officials said.",
    "date 2024-02-07\n\nMortar shells struck a market in Kirkuk on Tuesday and wounded five people, police said.",
)
PEOPLE = 5
EACH = 4


@pytest.fixture
def postgresql() -> Iterator[str]:
    with new_schema() as url:
        yield url


@pytest.fixture(params=["sqlite", *(["postgresql"] if IS_THERE or MUST_BE_THERE else [])])
def few(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of a few incidents."""
    where = str(tmp_path / "few.db") if request.param == "sqlite" else request.getfixturevalue("postgresql")
    for number, text in enumerate(REPORTS):
        (tmp_path / f"{number}.txt").write_text(text)
    files = [str(tmp_path / f"{number}.txt") for number in range(len(REPORTS))]
    done = CliRunner().invoke(commands, ["ingest", *files, "--ledger", where])
    assert done.exit_code == 0, done.output
    with open_ledger(where) as opened:
        yield opened


def test_none_taken_is_lost_and_each_refused_is_told(few: Ledger) -> None:
    ids = [incident.id for incident in few.incidents()]

    def decide(address: str, person: int) -> list[tuple[str, httpx.Response]]:
        answers = []
        with httpx.Client(base_url=address, timeout=120) as client:
            for number in range(EACH):
                id_, reason = ids[number % len(ids)], f"{person}-{number}"
                shown = client.get(f"/incidents/{id_}").text
                form = dict(re.findall(r'name="(token|seen)" value="([^"]*)"', shown))
                form |= {"act": "accept" if person % 2 else "reject", "reason": reason}
                answers.append((reason, client.post(f"/incidents/{id_}/decisions", data=form)))
        return answers

    with serving(make_application(few, reviewer="ana")) as address, ThreadPoolExecutor(PEOPLE) as people:
        each = people.map(decide, [address] * PEOPLE, range(PEOPLE))
        answers = [answer for told in each for answer in told]
    assert {answer.status_code for _, answer in answers} == {303, 409}
    assert sorted(d.reason or "" for d in few.journal()) == sorted(r for r, a in answers if a.status_code == 303)
    assert all("by ana (decision" in answer.text for _, answer in answers if answer.status_code == 409)
    assert few.pending_decisions() == ()

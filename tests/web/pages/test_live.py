from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx2 as httpx
import orjson
import pytest

from tallystick.deciding import take_decision
from tallystick.ledger import Ledger
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date
from tallystick.web.application import make_application
from tallystick.web.live import stream
from tallystick.web.live.news import write_numbers
from tests.web.serving import free_port, serving

Told = Iterator[tuple[str, dict[str, object]]]


@contextmanager
def listening(address: str, since: str, **headers: str) -> Iterator[Told]:
    """The events from then on, each as its name and its data."""
    with httpx.stream("GET", f"{address}/live?since={since}", headers=headers, timeout=60) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield events_in(answer.iter_lines())


def events_in(lines: Iterator[str]) -> Told:
    name = ""
    for line in lines:
        key, _, value = line.partition(": ")
        if key == "event":
            name = value
        elif key == "data":
            yield name, orjson.loads(value)


def now(ledger: Ledger) -> str:
    return write_numbers(ledger.numbers())


def command(*words: str) -> list[str]:
    return [sys.executable, "-c", "from tallystick.cli import app; app()", *words]


def test_what_another_process_decides_is_told(served: str, ledger: Ledger) -> None:
    id_ = ledger.incidents()[0].id
    with listening(served, now(ledger)) as told:
        words = ["review", "reject", id_, "--by", "bo", "--ledger", ledger.location]
        subprocess.run(command(*words), check=True, capture_output=True)
        name, data = next(told)
        assert (name, data["address"]) == ("decision", f"/incidents/{id_}#history")
        assert str(data["what"]).startswith("bo rejected")
        assert next(told) == ("derivation", {"pages": [f"/incidents/{id_}"]})


def test_who_was_cut_off_goes_on_where_he_was(served: str, ledger: Ledger) -> None:
    first, second = (incident.id for incident in ledger.incidents()[:2])
    page = now(ledger)
    take_decision(ledger, Act.ACCEPT, first, by="bo", reason=None)
    bring_up_to_date(ledger)
    last = now(ledger)
    take_decision(ledger, Act.ACCEPT, second, by="bo", reason=None)
    with listening(served, page, **{"last-event-id": last}) as told:
        assert next(told)[1]["address"] == f"/incidents/{second}#history"


def test_a_page_that_is_up_to_date_is_told_nothing_but_what_comes(served: str, ledger: Ledger) -> None:
    first, second = (incident.id for incident in ledger.incidents()[:2])
    take_decision(ledger, Act.ACCEPT, first, by="bo", reason=None)
    with listening(served, now(ledger)) as told:
        take_decision(ledger, Act.ACCEPT, second, by="bo", reason=None)
        heard = [next(told) for _ in range(2)]
    assert [data.get("address") for name, data in heard if name == "decision"] == [f"/incidents/{second}#history"]


def test_one_too_many_is_refused_until_another_goes(
    served: str, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "MOST_A_CLIENT", 3)
    address = f"{served}/live?since={now(ledger)}"
    with ExitStack() as held:
        for _ in range(2):
            held.enter_context(listening(served, now(ledger)))
        with listening(served, now(ledger)):
            refused = httpx.get(address)
            assert refused.status_code == 429
            assert "E851" in refused.text
        for _ in range(600):
            with httpx.stream("GET", address) as answer:
                if answer.status_code == 200:
                    return
            time.sleep(0.05)
        pytest.fail("no place was freed")


def test_a_since_that_is_none_is_told(served: str) -> None:
    answer = httpx.get(f"{served}/live?since=yesterday")
    assert answer.status_code == 422
    assert "E801" in answer.text


def test_a_stream_ends_whole_when_the_server_stops(ledger: Ledger) -> None:
    with ExitStack() as open_until_later:
        with serving(make_application(ledger, reviewer="ana")) as address:
            told = open_until_later.enter_context(listening(address, now(ledger)))
        assert list(told) == []


def test_the_command_ends_when_it_is_interrupted_while_a_page_is_open(ledger: Ledger, tmp_path: Path) -> None:
    port = free_port()
    words = ["serve", "--by", "ana", "--ledger", ledger.location, "--port", str(port)]
    with (tmp_path / "said").open("w") as said, subprocess.Popen(command(*words), stderr=said) as server:
        for _ in range(1_200):
            try:
                httpx.get(f"http://127.0.0.1:{port}/static/tallystick.svg")
                break
            except httpx.ConnectError:
                time.sleep(0.05)
        with listening(f"http://127.0.0.1:{port}", now(ledger)) as told:
            os.kill(server.pid, signal.SIGINT)
            assert list(told) == []
        assert server.wait(timeout=30) == 0
    assert "Traceback" not in (tmp_path / "said").read_text()

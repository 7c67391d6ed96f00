from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tallystick.sources.fetching.pace import Pace


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, in its only element."""
    time = [1000.0]
    monkeypatch.setattr("time.monotonic", lambda: time[0])
    return time


def test_turns_of_one_host_are_a_pause_apart_whoever_asks(clock: list[float]) -> None:
    waits: list[float] = []
    pace = Pace(waits.append)
    with ThreadPoolExecutor(4) as pool:
        for _ in range(8):
            pool.submit(pace.wait_for, "news.example", 3.0)
    assert sorted(waits) == [3.0 * number for number in range(8)]


def test_another_host_does_not_wait(clock: list[float]) -> None:
    waits: list[float] = []
    pace = Pace(waits.append)
    for host in ("news.example", "wire.example"):
        pace.wait_for(host, 3.0)
    assert waits == [0.0, 0.0]


def test_a_host_that_asked_for_it_is_closed_until_then(clock: list[float]) -> None:
    pace = Pace()
    pace.close("news.example", 60.0)
    assert (pace.closed_for("news.example"), pace.closed_for("wire.example")) == (60.0, 0.0)
    clock[0] += 61
    assert pace.closed_for("news.example") == 0.0

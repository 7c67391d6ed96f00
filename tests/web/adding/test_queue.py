from __future__ import annotations

import threading
import time
from io import BytesIO

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.web.adding import queue as queues
from tallystick.web.adding.job import Job, Outcome, Stage
from tallystick.web.adding.parcel import Parcel, pack_parcel
from tallystick.web.adding.queue import Queue


def parcel() -> Parcel:
    with pack_parcel(published=None) as packed:
        packed.add_file(BytesIO(b"Nothing happened."), name="a.txt")
    return packed


def over(queue: Queue, job: Job) -> Job:
    for _ in range(400):
        if queue.job(job.number).is_over:
            return queue.job(job.number)
        time.sleep(0.02)
    pytest.fail("the job did not end")


def test_what_stops_one_job_is_told_and_those_behind_it_go_on(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes: list[TallystickError | None] = [TallystickError(Code.E321, path="ledger.db", cause="full"), None]

    def work(*_: object, **__: object) -> tuple[Outcome, tuple[()]]:
        if (error := outcomes.pop(0)) is not None:
            raise error
        return Outcome(), ()

    monkeypatch.setattr(queues, "add_reports", work)
    queue = Queue(ledger, Fetcher())
    packed = parcel()
    first, second = queue.put(packed), queue.put(parcel())
    assert over(queue, second).stage is Stage.DONE
    stopped = queue.job(first.number)
    assert stopped.stage is Stage.STOPPED
    assert "E321" in stopped.failures[0].message
    assert not packed.folder.exists()
    queue.close()


def test_one_at_a_time(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    at_work, most, lock = 0, 0, threading.Lock()

    def work(*_: object, **__: object) -> tuple[Outcome, tuple[()]]:
        nonlocal at_work, most
        with lock:
            at_work += 1
            most = max(most, at_work)
        time.sleep(0.02)
        with lock:
            at_work -= 1
        return Outcome(), ()

    monkeypatch.setattr(queues, "add_reports", work)
    queue = Queue(ledger, Fetcher())
    jobs = [queue.put(parcel()) for _ in range(5)]
    for job in jobs:
        over(queue, job)
    assert most == 1
    queue.close()


def test_closing_stops_what_waits_and_deletes_its_files(ledger: Ledger) -> None:
    queue = Queue(ledger, Fetcher())
    packed = [parcel() for _ in range(4)]
    jobs = [queue.put(each) for each in packed]
    queue.close()
    assert all(queue.job(job.number).is_over for job in jobs)
    assert not any(each.folder.exists() for each in packed)


def test_a_number_that_was_never_given_is_told(ledger: Ledger) -> None:
    queue = Queue(ledger, Fetcher())
    with pytest.raises(TallystickError, match="E807"):
        queue.job(1)
    queue.close()

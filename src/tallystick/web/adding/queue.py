"""The queue of what is to be read: one at a time, in the order in which it came."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.model.report import Failure
from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.web.adding.job import Job, Stage
from tallystick.web.adding.parcel import Parcel
from tallystick.web.adding.work import add_reports

MOST_KEPT = 200
"""How many jobs are remembered; older ones that are over are forgotten."""


class StoppingError(Exception):
    """The work is to stop, for the reason given."""


class Queue:
    """Reads what it is given in a thread of its own. Its jobs are remembered as long as the process runs."""

    def __init__(self, ledger: Ledger, fetcher: Fetcher) -> None:
        self._ledger = ledger
        self._fetcher = fetcher
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="adding")
        self._lock = Lock()
        self._jobs: dict[int, Job] = {}
        self._last = 0
        self._is_closing = False
        self._cancelled: set[int] = set()

    def put(self, parcel: Parcel) -> Job:
        """Has a parcel read, after all that came before it; its files are then deleted."""
        with self._lock:
            self._last += 1
            job = Job(self._last, datetime.now(UTC), parcel.inputs)
            self._jobs[job.number] = job
            for old in [number for number, held in self._jobs.items() if held.is_over][:-MOST_KEPT]:
                del self._jobs[old]
        self._worker.submit(self._work, job.number, parcel)
        return job

    def job(self, number: int) -> Job:
        """The job of that number, as it is now.

        Raises:
            TallystickError: E807 if there is none.

        """
        with self._lock:
            if number not in self._jobs:
                raise TallystickError(Code.E807, number=number)
            return self._jobs[number]

    def jobs(self) -> list[Job]:
        """All jobs, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def cancel(self, number: int) -> Job:
        """Has a job stop after the entry or report at hand; one that is over stays as it is.

        Raises:
            TallystickError: E807 if there is none.

        """
        self._cancelled.add(self.job(number).number)
        return self.job(number)

    def close(self) -> None:
        """Stops after the report at hand; what waits is not begun."""
        self._is_closing = True
        self._worker.shutdown()

    def _work(self, number: int, parcel: Parcel) -> None:
        def tell(**news: object) -> None:
            if self._is_closing:
                raise StoppingError("the server was stopped")
            if number in self._cancelled:
                raise StoppingError("cancelled")
            self._note(number, lambda job: replace(job, **news))  # type: ignore[arg-type]

        try:
            tell(stage=Stage.TAKING)
            outcome, failures = add_reports(self._ledger, parcel, fetcher=self._fetcher, tell=tell)
            self._note(number, lambda job: replace(job, stage=Stage.DONE, outcome=outcome, failures=failures))
        except Exception as error:  # whatever stops one must be told, and must not stop those behind it
            cause = str(error) if isinstance(error, TallystickError | StoppingError) else type(error).__name__
            told = TallystickError(Code.E808, cause=cause)
            failure = Failure(path="", code=told.code.name, message=told.message)
            self._note(number, lambda job: replace(job, stage=Stage.STOPPED, failures=(*job.failures, failure)))
        finally:
            self._cancelled.discard(number)
            parcel.discard()

    def _note(self, number: int, change: Callable[[Job], Job]) -> None:
        with self._lock:
            self._jobs[number] = change(self._jobs[number])

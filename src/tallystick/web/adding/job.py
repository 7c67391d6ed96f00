"""One adding of reports: how far it is, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tallystick.model.report import Failure
from tallystick.visiting import Found


class Stage(StrEnum):
    """How far it is."""

    WAITING = "waiting for its turn"
    TAKING = "taking in"
    FETCHING = "fetching"
    READING = "reading"
    DERIVING = "joining with what is on file"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Outcome:
    """What came of it: ids of reports and of incidents, and how many mentions were read in the new reports.

    ``known`` are reports that were on file before, ``aside`` those set aside unread; ``incidents`` are the new ones,
    ``changed`` those on file before that changed, for whatever reason, while these reports were joined with them.
    """

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    mentions: int = 0
    incidents: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Job:
    """``done`` of ``total`` are the entries fetched or the reports read; ``inputs`` are what was handed over.

    ``found`` is what came of each page or entry of the addresses that were given.
    """

    number: int
    begun: datetime
    inputs: tuple[str, ...]
    stage: Stage = Stage.WAITING
    done: int = 0
    total: int = 0
    outcome: Outcome = Outcome()
    failures: tuple[Failure, ...] = ()
    found: tuple[Found, ...] = ()

    @property
    def is_over(self) -> bool:
        """True if nothing more will come of it."""
        return self.stage in (Stage.DONE, Stage.STOPPED)

    @property
    def failures_beside(self) -> tuple[Failure, ...]:
        """What was wrong with other things than the entries found."""
        told = {failure for each in self.found for failure in each.failures}
        return tuple(failure for failure in self.failures if failure not in told)

    @property
    def words(self) -> str:
        """How far it is, for a reader."""
        what = {Stage.FETCHING: "entries", Stage.READING: "reports"}.get(self.stage)
        counted = f": {self.done} of {self.total} {what}" if what and self.total else ""
        return f"{self.stage.value}{counted}"

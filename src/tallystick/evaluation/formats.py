"""The gold formats that can be scored, and the scorer of each.

A scorer is named by its module and function and is imported when it is used: some need what others do not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import cast

from tallystick.evaluation.bench import Bench
from tallystick.evaluation.score import Score

Scorer = Callable[[Path, Bench], Score]


class GoldFormat(StrEnum):
    """How gold data is laid out. Each is laid out as the public corpus it is named after."""

    BRIEFS = "briefs"
    FAKES = "fakes"
    GEOWEBNEWS = "geowebnews"
    MUC4 = "muc4"
    RE3D = "re3d"
    TIMEX = "timex"
    TRIAGE = "triage"
    UNRELATED = "unrelated"


@dataclass(frozen=True)
class Task:
    """What one format measures, in a line, and where its scorer is: ``module:function``."""

    measures: str
    scorer: str

    def load_scorer(self) -> Scorer:
        """The scorer itself."""
        module, function = self.scorer.split(":")
        return cast(Scorer, getattr(import_module(f"tallystick.evaluation.{module}"), function))


TASKS: dict[GoldFormat, Task] = {
    GoldFormat.BRIEFS: Task("incidents and their fields, tallies, same incident across reports", "briefs:score_briefs"),
    GoldFormat.FAKES: Task("date, governorate, actor and deaths of an article's main incident", "fakes:score_fakes"),
    GoldFormat.GEOWEBNEWS: Task("toponyms and where they are", "geowebnews:score_geowebnews"),
    GoldFormat.MUC4: Task("who did what to whom with what: role fillers and templates", "muc4:score_muc4"),
    GoldFormat.RE3D: Task("spans and types of entities", "re3d:score_re3d"),
    GoldFormat.TIMEX: Task("spans and values of time expressions", "timex:score_timex"),
    GoldFormat.TRIAGE: Task("documents and sentences worth reading", "triage:score_triage"),
    GoldFormat.UNRELATED: Task("incidents read into documents that tell none", "unrelated:score_unrelated"),
}


def score_gold(gold: Path, *, form: GoldFormat, bench: Bench) -> Score:
    """Reads the documents of a gold set and scores what was read.

    Raises:
        TallystickError: E102 or E601 if the gold cannot be read as that format.

    """
    return TASKS[form].load_scorer()(gold, bench)

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
    ECBPLUS = "ecbplus"
    FAKES = "fakes"
    GEOWEBNEWS = "geowebnews"
    GVC = "gvc"
    MUC4 = "muc4"
    MUC4_CONFIDENCE = "muc4-confidence"
    RE3D = "re3d"
    RELATIONS = "relations"
    TIMEX = "timex"
    TRIAGE = "triage"
    UNRELATED = "unrelated"


@dataclass(frozen=True)
class Task:
    """What one format measures, how its gold is laid out, and where its scorer is: ``module:function``."""

    measures: str
    layout: str
    scorer: str

    def load_scorer(self) -> Scorer:
        """The scorer itself."""
        module, function = self.scorer.split(":")
        return cast(Scorer, getattr(import_module(f"tallystick.evaluation.{module}"), function))


TASKS: dict[GoldFormat, Task] = {
    GoldFormat.BRIEFS: Task(
        measures="incidents with their fields, tallies, claims, relations, the same incident across reports",
        layout="a folder with `reports/NAME.json` (id, published, language, publisher, url, text) and `gold/NAME.json` "
        "(incidents, tallies, group_claims, relations, non_events)",
        scorer="briefs:score_briefs",
    ),
    GoldFormat.ECBPLUS: Task(
        measures="the same event across documents, its mentions given: general news",
        layout="a folder with `topics/N/N_*.xml` and `ECBplus_coreference_sentences.csv`, as ECB+",
        scorer="coreference_task:score_ecbplus",
    ),
    GoldFormat.FAKES: Task(
        measures="day, governorate, actor and deaths of an article's main incident",
        layout="a CSV file with the columns of FA-KES",
        scorer="fakes:score_fakes",
    ),
    GoldFormat.GEOWEBNEWS: Task(
        measures="toponyms, and where they are",
        layout="an XML file of articles with toponyms, as GeoWebNews",
        scorer="geowebnews:score_geowebnews",
    ),
    GoldFormat.GVC: Task(
        measures="the same event across documents, its mentions given: gun violence",
        layout="a folder with `NAME.conll` and `NAME_event_mentions.json`, as the Gun Violence Corpus of Eirew et al.",
        scorer="coreference_task:score_gvc",
    ),
    GoldFormat.MUC4: Task(
        measures="who did what to whom with what: role fillers and templates",
        layout="a JSON lines file with docid, doctext and templates, as the GTT release of MUC-4",
        scorer="muc4:score_muc4",
    ),
    GoldFormat.MUC4_CONFIDENCE: Task(
        measures="how each organisation is said to have done it: claimed, accused by whom, possible, a fact",
        layout="a key file of MUC-4 as released, with the file of its texts beside it, or a folder of such files",
        scorer="muc_confidence:score_confidence",
    ),
    GoldFormat.RE3D: Task(
        measures="spans and types of entities",
        layout="a folder of folders, each with `documents.json` and `entities.json`, as re3d",
        scorer="re3d:score_re3d",
    ),
    GoldFormat.RELATIONS: Task(
        measures="relations between actors, with their dates and grades",
        layout="a JSON lines file with id, published, text and relations (subject, predicate, object, since, until, "
        "grade)",
        scorer="relations:score_relations",
    ),
    GoldFormat.TIMEX: Task(
        measures="spans and values of time expressions",
        layout="a folder of TimeML files (`*.tml`)",
        scorer="timex:score_timex",
    ),
    GoldFormat.TRIAGE: Task(
        measures="whether the first pass lets through what tells something, and only that",
        layout="a folder laid out as `shared/gold`",
        scorer="triage:score_triage",
    ),
    GoldFormat.UNRELATED: Task(
        measures="incidents read into documents that tell none",
        layout="a folder of texts (`*.txt`), or of briefs without incidents",
        scorer="unrelated:score_unrelated",
    ),
}


def score_gold(gold: Path, *, form: GoldFormat, bench: Bench) -> Score:
    """Reads the documents of a gold set and scores what was read.

    Raises:
        TallystickError: E102 or E601 if the gold cannot be read as that format.

    """
    return TASKS[form].load_scorer()(gold, bench)

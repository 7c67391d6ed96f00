"""Documents worth reading, and documents that are not, in a folder laid out as the open gold data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.bench import make_report
from tallystick.evaluation.briefs_gold import load_briefs
from tallystick.evaluation.fakes_gold import load_fakes
from tallystick.evaluation.muc_templates import load_muc
from tallystick.evaluation.unrelated_gold import load_unrelated
from tallystick.model.report import Report


def load_relevant(gold: Path) -> dict[str, tuple[Report, ...]]:
    """The documents that tell at least one incident, by the corpus that says so.

    MUC-4 documents with a template (``muc4/*.jsonl``), FA-KES articles (``fakes/dev.csv``), WikiEvents documents with
    an event of conflict (``wikievents/*.jsonl``), the Gun Violence Corpus (``gvc/*.conll``) and briefs with an
    incident (``briefs``); those of them that are there.

    Raises:
        TallystickError: E601 if none is.

    """
    loaders = {"muc4": _muc, "fakes": _fakes, "wikievents": _wikievents, "gvc": _gvc, "briefs": _briefs}
    found = {name: tuple(load(gold / name)) for name, load in loaders.items() if (gold / name).is_dir()}
    if not any(found.values()):
        raise TallystickError(Code.E601, path=gold, form="triage", cause="none of muc4, fakes, wikievents, gvc, briefs")
    return found


def load_irrelevant(gold: Path) -> dict[str, tuple[Report, ...]]:
    """The documents that tell none: those of the ``unrelated`` format, and the briefs without an incident."""
    found: dict[str, tuple[Report, ...]] = {}
    if (gold / "timex").is_dir() or (gold / "places").is_dir():
        found["news"] = load_unrelated(gold)
    if (gold / "briefs" / "gold").is_dir():
        found["briefs"] = load_unrelated(gold / "briefs")
    return found


def _muc(folder: Path) -> Iterator[Report]:
    for path in sorted(folder.glob("*.jsonl")):
        for document in load_muc(path):
            if document.templates:
                yield make_report(document.text, name=document.name, language="en")


def _fakes(folder: Path) -> Iterator[Report]:
    for article in load_fakes(folder)[0]:
        yield make_report(f"{article.title}\n\n{article.text}", name=article.name, language="en")


def _briefs(folder: Path) -> Iterator[Report]:
    for brief in load_briefs(folder):
        if brief.incidents and brief.report.language == "en":
            yield brief.report


def _wikievents(folder: Path) -> Iterator[Report]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            if any(e["event_type"].startswith("Conflict.") for e in document.get("event_mentions", ())):
                yield make_report(document["text"], name=document["doc_id"], language="en")


def _gvc(folder: Path) -> Iterator[Report]:
    for path in sorted(folder.glob("*.conll")):
        name, words = "", list[str]()
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#begin"):
                name, words = line.split("(")[1].split(")")[0], []
            elif line.startswith("#end") and words:
                yield make_report(" ".join(words), name=name, language="en")
            elif columns := line.split("\t")[3:4]:
                words.append(columns[0])

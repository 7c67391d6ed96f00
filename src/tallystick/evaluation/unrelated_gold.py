"""Documents that tell no armed incident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import yaml

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.bench import make_report
from tallystick.evaluation.briefs_gold import load_briefs
from tallystick.model.report import Report

_CHOSEN = Path(__file__).with_name("unrelated.yaml")


def load_unrelated(gold: Path) -> tuple[Report, ...]:
    """The unrelated documents of a folder, which is one of three things.

    Plain text files (``*.txt``) in English, each a document; briefs, of which those without incidents are taken; or
    a folder with TimeBank (``timex/TimeBank/*.tml``) and GeoWebNews (``places/geowebnews.xml``), of which those are
    taken that ``unrelated.yaml`` names.

    Raises:
        TallystickError: E601 if the folder is none of them.

    """
    reports = tuple(_texts(gold)) or tuple(_briefs(gold)) or tuple(_chosen(gold))
    if not reports:
        cause = "no *.txt, no briefs without incidents, no TimeBank or GeoWebNews"
        raise TallystickError(Code.E601, path=gold, form="unrelated", cause=cause)
    return reports


def _texts(gold: Path) -> Iterator[Report]:
    for path in sorted(gold.glob("*.txt")):
        yield make_report(path.read_text(encoding="utf-8", errors="replace"), name=path.stem, language="en")


def _briefs(gold: Path) -> Iterator[Report]:
    if (gold / "gold").is_dir():
        yield from (brief.report for brief in load_briefs(gold) if not brief.incidents)


def _chosen(gold: Path) -> Iterator[Report]:
    timebank, web = gold / "timex" / "TimeBank", gold / "places" / "geowebnews.xml"
    for name in _ids("timebank"):
        path = timebank / f"{name}.tml"
        if path.is_file():
            yield make_report(
                _text_of_tml(path.read_text(encoding="utf-8", errors="replace")), name=name, language="en"
            )
    if web.is_file():
        wanted = set(_ids("geowebnews"))
        for article in ElementTree.parse(web).getroot().iter("article"):
            text = article.findtext("text") or ""
            if article.get("file") in wanted and text.strip():
                yield make_report(text, name=f"geowebnews-{article.get('file')}", language="en")


def _text_of_tml(marked: str) -> str:
    body = re.search(r"<TEXT>(.*?)</TEXT>", marked, re.DOTALL)
    return re.sub(r"<[^>]+>", "", body[1] if body else marked)


@cache
def _ids(corpus: str) -> tuple[str, ...]:
    return tuple(str(i) for i in yaml.safe_load(_CHOSEN.read_text(encoding="utf-8"))[corpus])

"""Corpora that give a text and at most whether it tells an incident: FA-KES, re3d, TimeBank, AQUAINT."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from training.labelled import Labelled


def read_fakes(path: Path) -> Iterator[Labelled]:
    """Every article on the Syrian war tells an incident. Only the half with an even number is for training."""
    with path.open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            if int(row["unit_id"]) % 2 == 0:
                yield Labelled(id=row["unit_id"], corpus="fakes", text=row["article_content"], relevant=True)


def read_re3d(folder: Path) -> Iterator[Labelled]:
    """The documents of all its sub-folders."""
    for path in sorted(folder.glob("*/documents.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                entry = json.loads(line)
                yield Labelled(id=entry["_id"], corpus="re3d", text=entry["text"])


def read_news(folder: Path) -> Iterator[Labelled]:
    """TimeBank and AQUAINT: news of all sorts; what it tells is left to the silver labels."""
    for path in sorted(folder.glob("*/*.tml")):
        try:
            root = ET.parse(path).getroot()
        except ET.ParseError:
            continue
        body = root.find("TEXT")
        text = "".join((root if body is None else body).itertext())
        yield Labelled(id=path.stem, corpus="timex", text=re.sub(r"[ \t]+", " ", text).strip())

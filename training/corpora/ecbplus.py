"""ECB+: news on 35 topics; which words speak of one event, within a document and across documents.

Its events are of all sorts. So it trains same-event vectors; what is violent in it is left to the silver labels.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from training.corpora.tokens import join_tokens
from training.labelled import Labelled, Trigger

OTHER = "other"
"""The group of a trigger whose kind is not told; only its event counts."""


def read_ecbplus(folder: Path) -> Iterator[Labelled]:
    """The documents of ``topics``, cut down to the sentences that the corpus vouches for."""
    checked: dict[str, set[int]] = {}
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            checked.setdefault(f"{row['Topic']}_{row['File']}", set()).add(int(row["Sentence Number"]))
    for path in sorted((folder / "topics").glob("*/*.xml")):
        sentences = checked.get(path.stem)
        if sentences:
            yield _document(path, sentences)


def _document(path: Path, sentences: set[int]) -> Labelled:
    root = ET.parse(path).getroot()
    kept = [t for t in root.iter("token") if int(t.attrib["sentence"]) in sentences]
    text, spans = join_tokens([t.text or "" for t in kept])
    where = {t.attrib["t_id"]: span for t, span in zip(kept, spans, strict=True)}
    mentions: dict[str, tuple[int, int]] = {}
    names: dict[str, str] = {}
    for mark in root.findall("Markables/*"):
        anchors = [where[a.attrib["t_id"]] for a in mark.iter("token_anchor") if a.attrib["t_id"] in where]
        if "ACTION" in mark.tag and anchors:
            mentions[mark.attrib["m_id"]] = anchors[0][0], anchors[-1][1]
    for relation in root.findall("Relations/*"):
        # One chain has one note across documents; a chain inside a document is told by its id and the document.
        name = relation.attrib.get("note") or f"{path.stem}:{relation.attrib['r_id']}"
        for source in relation.findall("source"):
            names[source.attrib["m_id"]] = name
    triggers = [
        Trigger(*span, OTHER, None, names.get(m_id, f"{path.stem}:{m_id}"))
        for m_id, span in sorted(mentions.items(), key=lambda m: m[1])
        if span[1] - span[0] < 60
    ]
    return Labelled(id=path.stem, corpus="ecbplus", text=text, triggers=tuple(triggers))

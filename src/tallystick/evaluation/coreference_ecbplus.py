"""ECB+ as released: ``topics/N/N_*.xml``, and the list of the sentences whose annotation was checked."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.coreference import GoldCorpus, GoldDocument, GoldMention

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CHECKED = "ECBplus_coreference_sentences.csv"
_EVENTS = ("ACTION_", "NEG_ACTION_")


def read_ecbplus(gold: Path) -> GoldCorpus:
    """The documents of a folder, sorted by name, with the event mentions of the checked sentences.

    A document without a checked sentence is left out, as is usual (Cybulska and Vossen 2015). A mention in no
    relation is a chain of its own; those of a relation within one document are one chain of that document.

    Raises:
        TallystickError: E601 if there is no document or no list of sentences, or one cannot be read.

    """
    documents: list[GoldDocument] = []
    notes: list[str] = []
    try:
        checked = _read_checked(gold / _CHECKED)
        for path in sorted(gold.glob("topics/*/*.xml")):
            document = _read_document(path, checked.get(path.stem, frozenset()))
            if document.mentions:
                documents.append(document)
            else:
                notes.append(f"{path.name} left out: no sentence of it was checked, or none tells an event")
        if not documents:
            raise ValueError("there is no document topics/*/*.xml with a checked sentence")
    except (OSError, ElementTree.ParseError, ValueError, KeyError) as fault:
        raise TallystickError(Code.E601, path=gold, form="ecbplus", cause=fault) from fault
    return GoldCorpus(tuple(sorted(documents, key=lambda d: d.name)), tuple(notes))


def _read_checked(path: Path) -> dict[str, frozenset[int]]:
    """The checked sentences of each document."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            found[f"{row['Topic'].strip()}_{row['File'].strip()}"].add(int(row["Sentence Number"]))
    return {name: frozenset(sentences) for name, sentences in found.items()}


def _read_document(path: Path, checked: frozenset[int]) -> GoldDocument:
    root = ElementTree.parse(path).getroot()
    sentences: list[list[str]] = []
    where: dict[str, tuple[int, int]] = {}
    for token in root.iter("token"):
        number = int(token.attrib["sentence"])
        sentences += [[] for _ in range(number + 1 - len(sentences))]
        where[token.attrib["t_id"]] = number, len(sentences[number])
        sentences[number].append(token.text or "")
    topic = path.stem.split("_")[0]
    return GoldDocument(
        name=path.stem,
        topic=topic,
        subtopic=f"{topic}{'ecbplus' if path.stem.endswith('plus') else 'ecb'}",
        sentences=tuple(map(tuple, sentences)),
        mentions=tuple(_mentions(root, path.stem, where, checked)),
    )


def _mentions(
    root: Element, name: str, where: dict[str, tuple[int, int]], checked: frozenset[int]
) -> list[GoldMention]:
    chain = {
        source.attrib["m_id"]: relation.get("note") or f"{name}:{relation.attrib['r_id']}"
        for relation in root.find("Relations") or ()
        for source in relation.iter("source")
    }
    found: list[GoldMention] = []
    for marked in root.find("Markables") or ():
        places = sorted(where[anchor.attrib["t_id"]] for anchor in marked.iter("token_anchor"))
        if not places or not marked.tag.startswith(_EVENTS) or places[0][0] not in checked:
            continue
        key = f"{name}:{marked.attrib['m_id']}"
        sentence = places[0][0]
        tokens = tuple(token for number, token in places if number == sentence)
        found.append(GoldMention(key, name, sentence, tokens, chain.get(marked.attrib["m_id"], key)))
    return sorted(found, key=lambda m: (m.sentence, m.tokens, m.id))

"""The Gun Violence Corpus in the layout of Eirew et al.: ``NAME.conll`` with ``NAME_event_mentions.json``."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.coreference import GoldCorpus, GoldDocument, GoldMention

_MENTIONS = "_event_mentions.json"


def read_gvc(gold: Path) -> GoldCorpus:
    """The documents of a folder, sorted by name. The first sentence of each is the day it was published.

    Raises:
        TallystickError: E601 if there is no such pair of files, or one cannot be read.

    """
    try:
        lists = sorted(gold.glob(f"*{_MENTIONS}"))
        if not lists:
            raise ValueError(f"there is no *{_MENTIONS}")
        documents = [d for each in lists for d in _read_split(each)]
    except (OSError, ValueError, KeyError, IndexError) as fault:
        raise TallystickError(Code.E601, path=gold, form="gvc", cause=fault) from fault
    return GoldCorpus(tuple(sorted(documents, key=lambda d: d.name)))


def _read_split(mentions: Path) -> list[GoldDocument]:
    sentences = _read_sentences(mentions.with_name(mentions.name.removesuffix(_MENTIONS) + ".conll"))
    told: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in json.loads(mentions.read_text(encoding="utf-8")):
        told[each["conll_doc_key"]].append(each)
    return [_document(key, told[key], written) for key, written in sentences.items()]


def _read_sentences(conll: Path) -> dict[str, list[list[str]]]:
    """The tokens of each sentence of each document, by its ``topic/subtopic/document``."""
    found: dict[str, list[list[str]]] = {}
    for line in conll.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        key, sentence, _, token, _ = line.split("\t")
        sentences = found.setdefault(key, [])
        sentences += [[] for _ in range(int(sentence) + 1 - len(sentences))]
        sentences[int(sentence)].append(token)
    return found


def _document(key: str, mentions: list[dict[str, Any]], sentences: list[list[str]]) -> GoldDocument:
    topic, subtopic, name = key.split("/")
    return GoldDocument(
        name=name,
        topic=topic,
        subtopic=subtopic,
        sentences=tuple(map(tuple, sentences)),
        mentions=tuple(
            GoldMention(
                id=each["mention_id"],
                document=name,
                sentence=each["sent_id"],
                tokens=tuple(each["tokens_number"]),
                chain=each["coref_chain"],
                kind=[*each["description"].split("."), "generic"][1],
            )
            for each in mentions
        ),
        published=_day("".join(sentences[0])),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

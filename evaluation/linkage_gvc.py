"""The Gun Violence Corpus as truths on the linkage: articles on known incidents."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from itertools import combinations, groupby
from pathlib import Path

from evaluation.linkage_truths import Truths
from tallystick.evaluation.bench import Bench, make_report
from tallystick.model.mention import EventMention
from tallystick.model.report import Report

_OTHER = "0"  # what is told of no incident of the corpus
_LINE_END = "//n"
_CLOSING = ".,;:!?)'’"

Token = tuple[int, int]
"""Sentence and place in it."""


def truths_of_gvc(folder: Path, bench: Bench) -> Truths:
    """The corpus as it is read: a mention is of the incident of the gold mention that its trigger shares words with.

    Its articles were chosen to tell of one incident each, so that pairs of one article say nothing on how often what
    one report tells is one: these are unsure.
    """
    incidents = _marked(folder / "val_event_mentions.json")
    reports: list[Report] = []
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for name, tokens in bench.cut(list(_documents(folder / "val.conll").items()), name=lambda document: document[0]):
        report, offsets = _report(name, tokens)
        reports.append(report)
        spans[report.id] = [(*offsets[token], i) for token, i in incidents[name].items() if token in offsets]
    record = bench.record(reports)
    found: dict[str, str] = {}
    told_in: dict[str, list[str]] = defaultdict(list)
    for mention in record.mentions:
        if isinstance(mention, EventMention):
            trigger = mention.trigger
            told = [i for start, end, i in spans[mention.report_id] if start < trigger.end and trigger.start < end]
            if told:
                found[mention.id] = told[0]
                told_in[mention.report_id].append(mention.id)
    unsure = frozenset(frozenset(pair) for ids in told_in.values() for pair in combinations(ids, 2))
    return Truths("gvc", record.reports, record.mentions, found, unsure)


def _marked(path: Path) -> dict[str, dict[Token, str]]:
    """Document → token → the incident that the event told there is part of."""
    marked: dict[str, dict[Token, str]] = defaultdict(dict)
    for gold in json.loads(path.read_text(encoding="utf-8")):
        incident = gold["description"].split(".")[0]
        if incident != _OTHER:
            marked[gold["conll_doc_key"]] |= {(gold["sent_id"], n): incident for n in gold["tokens_number"]}
    return marked


def _documents(path: Path) -> dict[str, list[tuple[Token, str]]]:
    """Document → its tokens in order, the day of publication first."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.count("\t") >= 4]
    return {
        name: [((int(sentence), int(place)), word) for _, sentence, place, word, *_ in lines]
        for name, lines in groupby(rows, key=lambda row: row[0])
    }


def _report(name: str, tokens: list[tuple[Token, str]]) -> tuple[Report, dict[Token, Token]]:
    """The text behind the tokens, with line ends for their marks, and where each token stands in it."""
    published, *words = tokens
    text, offsets = "", {}
    for place, word in words:
        if word == _LINE_END:
            text += "\n"
            continue
        is_joined = word[0] in _CLOSING or text[-1:] in ("", "\n", "(")
        text += word if is_joined else f" {word}"
        offsets[place] = (len(text) - len(word), len(text))
    report = make_report(text.rstrip(), name=name, published=date.fromisoformat(published[1]), language="en")
    return report, offsets

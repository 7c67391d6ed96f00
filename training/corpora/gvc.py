"""Gun Violence Corpus: articles on shootings, each event mention with the incident that it speaks of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.corpora.tokens import join_tokens
from training.labelled import Labelled, Trigger

_GROUP = {
    "firing_a_gun": "armed_assault",
    "hitting": "armed_assault",
    "bag_of_events": "armed_assault",
    "death": "harm",
    "injuring": "harm",
}


def read_gvc(folder: Path) -> Iterator[Labelled]:
    """The documents of ``val.conll`` with the mentions of ``val_event_mentions.json``."""
    mentions = json.loads((folder / "val_event_mentions.json").read_text(encoding="utf-8"))
    by_document: dict[str, list[dict[str, object]]] = {}
    for mention in mentions:
        by_document.setdefault(mention["conll_doc_key"], []).append(mention)
    for key, rows in _documents(folder / "val.conll").items():
        text, spans = join_tokens([token for _, _, token in rows])
        at = {(sentence, number): i for i, (sentence, number, _) in enumerate(rows)}
        triggers = []
        for mention in by_document.get(key, ()):
            incident, _, kind = str(mention["description"]).partition(".")
            kind = kind.split(".")[0]
            numbers = [int(n) for n in mention["tokens_number"]]  # type: ignore[attr-defined]
            where = [at.get((int(str(mention["sent_id"])), n)) for n in numbers]
            group = _GROUP.get(kind)
            if group and None not in where:
                first, last = spans[where[0]], spans[where[-1]]  # type: ignore[index]
                # A vague coreference ("bag of events", incident 0) speaks of no single incident.
                triggers.append(Trigger(first[0], last[1], group, "actual", None if incident == "0" else incident))
        yield Labelled(id=key, corpus="gvc", text=text, triggers=tuple(sorted(set(triggers), key=str)), relevant=True)


def _documents(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    documents: dict[str, list[tuple[int, int, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 5 and not line.startswith("#"):
            documents.setdefault(cells[0], []).append((int(cells[1]), int(cells[2]), cells[3]))
    return documents

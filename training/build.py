"""Builds the training data: corpora, silver labels where they are silent, and the names to swap in.

Silver labels come from our own rules (``training.silver``), made before and read from a folder.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from tallystick.knowledge.gazetteer_store import DATABASE
from tallystick.model.terms import ActorType
from tallystick.pipeline import default_knowledge
from training.augment import Names, muc_places, people_of
from training.corpora.all import read_corpora
from training.corpora.ecbplus import OTHER
from training.labelled import Labelled, Trigger, read_labelled, write_labelled

SILVER_WEIGHT = {"briefs": 1.0, "fakes": 0.6, "re3d": 0.5}
"""How far the rules are trusted; 0.3 where a corpus is not named. The briefs are what the rules were made with."""
HELD_OUT = 8
"""One MUC training document in this many is kept out to set thresholds with."""

_ARMED = {ActorType.MILITIA, ActorType.FACADE, ActorType.BRAND, ActorType.ARMED_GROUP, ActorType.CORPS}


def is_held_out(document: Labelled) -> bool:
    """True for the MUC documents that thresholds and the choice of entities are fitted on."""
    return document.corpus == "muc4" and int(document.id.rsplit("-", 1)[-1]) % HELD_OUT == 0


def build(gold: Path, silver: Path) -> Iterator[Labelled]:
    """Every training document with all that is known of it."""
    for corpus, documents in read_corpora(gold).items():
        by_rules = {d.id: d for d in read_labelled(silver / f"{corpus}.jsonl")}
        for document in documents:
            rules = by_rules.get(document.id)
            yield join(document, rules) if rules and rules.text == document.text else document


def join(document: Labelled, silver: Labelled) -> Labelled:
    """A document with the rules' labels for what its corpus does not tell."""
    weight = SILVER_WEIGHT.get(document.corpus, 0.3)
    if document.corpus == "ecbplus":
        merged = (*(document.triggers or ()), *(t for t in silver.triggers or () if not _meets_other(t, document)))
        violent = {(t.start, t.end): t for t in silver.triggers or ()}
        triggers = tuple(_with_kind(t, violent) for t in merged)
        return replace(document, triggers=triggers, trigger_weight=weight, roles=silver.roles, role_weight=weight)
    if document.relevant is False:
        # The report tells nothing: what rules read in it is wrong.
        return replace(document, roles=document.roles or (), triggers=(), trigger_weight=weight)
    return document.with_silver(silver, weight=weight)


def _meets_other(trigger: Trigger, document: Labelled) -> bool:
    return any(t.start < trigger.end and trigger.start < t.end for t in document.triggers or ())


def _with_kind(trigger: Trigger, violent: dict[tuple[int, int], Trigger]) -> Trigger:
    """A trigger of untold kind takes the kind that the rules read at its place; it is not violent otherwise."""
    if trigger.group != OTHER:
        return trigger
    for (start, end), found in violent.items():
        if start < trigger.end and trigger.start < end:
            return trigger._replace(group=found.group, modality=found.modality)
    return trigger


def collect_names(gold: Path, documents: list[Labelled]) -> Names:
    """People of MUC's templates, armed groups of our knowledge base, towns of our gazetteer."""
    groups = {a.name.lower() for a in default_knowledge().actors if a.type in _ARMED}
    groups |= {
        d.text[f.start : f.end]
        for d in documents
        if d.corpus == "muc4"
        for f in d.roles or ()
        if f.role == "perpetrator_organisation" and len(d.text[f.start : f.end].split()) > 1
    }
    with sqlite3.connect(f"{DATABASE.resolve().as_uri()}?mode=ro", uri=True) as store:
        rows = store.execute("SELECT name FROM place WHERE population > 60000 AND precision = 'town' ORDER BY name")
        places = sorted({name.lower() for (name,) in rows if name.isascii()})
    return Names(people_of(documents), sorted(groups), places, sorted(muc_places(gold / "muc4" / "raw")))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("silver", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    documents = list(build(options.gold, options.silver))
    training = [d for d in documents if not is_held_out(d)]
    write_labelled(training, options.out / "train.jsonl")
    write_labelled((d for d in documents if is_held_out(d)), options.out / "held-out.jsonl")
    names = collect_names(options.gold, training)
    (options.out / "names.json").write_text(json.dumps(asdict(names), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()

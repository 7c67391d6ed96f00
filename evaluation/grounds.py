"""Scores the stated grounds of attributions on short reports of our own.

python -m evaluation.grounds [--half seen|held] [--errors]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from evaluation.own_sets import HALVES, halves_of
from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.names import are_alike
from tallystick.evaluation.score import Figure, Score, figures_prf, share
from tallystick.model.actor import ActorRef
from tallystick.model.mention import EventMention, Ground
from tallystick.pipeline import default_knowledge, default_reader

DATA = Path(__file__).parent / "data" / "own-grounds"
Coded = dict[str, Any]


@dataclass
class Sums:
    """Counts over a set of reports; ``named`` are the matched grounds whose actor is right."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    named: int = 0
    errors: list[str] = field(default_factory=list)


def score_gold(gold: Path, bench: Bench) -> Score:
    """The figures of the half that the bench asks for, or of all."""
    coded = [each for half in halves_of(bench.half) for each in load_coded(half, gold)]
    return Score("grounds", len(coded), tuple(_figures(count_grounds(coded, bench))))


def load_coded(half: str, folder: Path = DATA) -> list[Coded]:
    """The coded reports of one half."""
    coded: list[Coded] = yaml.safe_load((folder / f"{half}.yaml").read_text("utf-8"))
    return coded


def count_grounds(coded: Sequence[Coded], bench: Bench) -> Sums:
    """What coded reports come to; a ground is right if its kind is and its words overlap."""
    sums = Sums()
    reports = [
        make_report(each["text"], name=each["id"], published=date.fromisoformat(str(each["published"])))
        for each in coded
    ]
    for each, reading in zip(coded, bench.read(reports), strict=True):
        events = [m for m in reading.mentions if isinstance(m, EventMention)]
        found = list(dict.fromkeys(ground for m in events for ground in m.grounds))
        _add(sums, each, found)
    return sums


def _add(sums: Sums, coded: Coded, found: Sequence[Ground]) -> None:
    left = list(found)
    for gold in coded["grounds"]:
        match = next((f for f in left if f.kind == gold["kind"] and _overlaps(coded["text"], gold["quote"], f)), None)
        if match is None:
            sums.errors.append(f"{coded['id']} missed: {gold['kind']}: {gold['quote']}")
            continue
        left.remove(match)
        sums.matched += 1
        named = match.actor is not None and _is_called(match.actor, gold["actor"])
        sums.named += named
        if not named:
            sums.errors.append(f"{coded['id']} actor: {gold['actor']} read as {match.actor and match.actor.name}")
    sums.errors += [f"{coded['id']} false: {f.kind}: {f.actor and f.actor.name}: {f.quote.exact}" for f in left]
    sums.gold += len(coded["grounds"])
    sums.found += len(found)


def _is_called(actor: ActorRef, name: str) -> bool:
    """True if the actor is read by that name, or the knowledge base knows it by that name."""
    known = default_knowledge()
    ours = [actor.name]
    if actor.id is not None and known.has(actor.id):
        ours += known.actor(actor.id).aliases
    return any(are_alike(name, each) for each in ours)


def _overlaps(text: str, words: str, ground: Ground) -> bool:
    at = text.find(words)
    return at < ground.quote.end and ground.quote.start < at + len(words)


def _figures(sums: Sums) -> Iterator[Figure]:
    yield from figures_prf("ground", sums.matched, sums.found, sums.gold)
    yield Figure("actor, of the grounds found", share(sums.named, sums.matched), sums.matched)


def main() -> None:
    """Prints the figures of one half or of both; the errors of the half that may be read, where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true", help="also print what is wrong in the seen half")
    asked = parser.parse_args()
    for half in [asked.half] if asked.half else HALVES:
        sums = count_grounds(load_coded(half), Bench(default_reader()))
        for figure in _figures(sums):
            print(f"{half} {figure.name}: {figure.told} ({figure.cases})")
        if asked.errors and half == "seen":
            print("\n".join(sums.errors))


if __name__ == "__main__":
    main()

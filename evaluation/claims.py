"""How well claims of responsibility are read: our own short reports with their claims.

python -m evaluation.claims [--half seen|held] [--errors]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from evaluation.own_sets import HALVES, halves_of
from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.names import are_alike
from tallystick.evaluation.score import Figure, Score, figures_prf, share
from tallystick.model.claim import Claim
from tallystick.model.mention import ClaimMention, EventMention
from tallystick.model.record import Record
from tallystick.pipeline import default_reader

DATA = Path(__file__).parent / "data" / "own-claims"
FIELDS = ("quantifier", "number", "mode", "channel", "status")

Coded = Mapping[str, Any]


@dataclass
class Sums:
    """What the claims of one half come to."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    pairs: int = 0
    pairs_found: int = 0
    pairs_matched: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Found:
    """A claim as found, with the name as written and the gold events that it covers ("?" for any other)."""

    claim: Claim
    written: str
    events: frozenset[str]

    def is_by(self, name: str) -> bool:
        """True if the claimant has that name, as known or as written."""
        return are_alike(name, self.claim.claimant.name) or are_alike(name, self.written)


def score_gold(gold: Path, bench: Bench) -> Score:
    """The figures of the half that the bench asks for, or of all."""
    coded = [each for half in halves_of(bench.half) for each in load_coded(half, gold)]
    sums = count_claims(coded, bench)
    return Score("claims", len(coded), tuple(_figures(sums)))


def load_coded(half: str, folder: Path = DATA) -> list[Coded]:
    """The coded reports of one half."""
    coded: list[Coded] = yaml.safe_load((folder / f"{half}.yaml").read_text("utf-8"))
    return coded


def count_claims(coded: Sequence[Coded], bench: Bench) -> Sums:
    """What coded reports come to, read and derived together."""
    made = [
        make_report(c["text"], name=c["id"], published=date.fromisoformat(str(c["published"])), language=c.get("lang"))
        for c in coded
    ]
    record = bench.record(made)
    sums = Sums()
    for report, each in zip(made, coded, strict=True):
        _add(sums, each, _found(record, report.id, each))
    return sums


def _found(record: Record, report_id: str, coded: Coded) -> list[Found]:
    by_id = {m.id: m for m in record.mentions}
    named: dict[str, set[str]] = defaultdict(set)
    for incident in record.incidents:
        for mention in (by_id[i] for i in incident.mentions):
            if isinstance(mention, EventMention) and mention.report_id == report_id:
                quote = mention.quote
                named[incident.id] |= {
                    name
                    for name, words in coded["events"].items()
                    if any(_overlap(coded["text"], w, quote.start, quote.end) for w in words)
                }
    found = []
    for claim in record.claims:
        told = by_id[claim.id]
        if claim.report_id == report_id and isinstance(told, ClaimMention):
            events = {e for i in claim.covers.incident_ids for e in named.get(i) or {"?"}}
            found.append(Found(claim, told.claimant.quote.exact, frozenset(events)))
    return found


def _overlap(text: str, words: str, start: int, end: int) -> bool:
    at = text.find(words)
    return at < end and start < at + len(words)


def _add(sums: Sums, coded: Coded, found: Sequence[Found]) -> None:
    left = list(found)
    for gold in coded["claims"]:
        near = [
            f
            for f in left
            if f.is_by(gold["claimant"])
            and _overlap(coded["text"], gold["quote"], f.claim.quote.start, f.claim.quote.end)
        ]
        best = max(near, key=lambda f: len(f.events & set(gold["covers"])), default=None)
        if best is None:
            sums.errors.append(f"{coded['id']} missed: {gold['claimant']}: {gold['quote']}")
        else:
            left.remove(best)
            sums.matched += 1
            _add_fields(sums, coded["id"], gold, best.claim)
    sums.errors += [f"{coded['id']} false: {f.claim.claimant.name}: {f.claim.quote.exact}" for f in left]
    sums.gold += len(coded["claims"])
    sums.found += len(found)
    _add_pairs(sums, coded, found)


def _add_fields(sums: Sums, name: str, gold: Coded, claim: Claim) -> None:
    channel = claim.channel.name if claim.channel else None
    values: dict[str, tuple[Any, Any]] = {
        "quantifier": (gold["quantifier"], claim.covers.quantifier.value),
        "number": (gold.get("number"), claim.covers.number),
        "mode": (gold["mode"], claim.mode.value),
        "channel": (gold.get("channel"), channel),
        "status": (gold["status"], claim.status.value),
    }
    for field_name, (wanted, got) in values.items():
        right = wanted == got or (field_name == "channel" and wanted is not None and are_alike(wanted, got))
        sums.fields[field_name] += right
        if not right:
            sums.errors.append(f"{name} {field_name}: {wanted} read as {got}: {claim.claimant.name}")


def _add_pairs(sums: Sums, coded: Coded, found: Sequence[Found]) -> None:
    wanted = {(gold["claimant"], event) for gold in coded["claims"] for event in gold["covers"]}
    got = {
        (next((g["claimant"] for g in coded["claims"] if f.is_by(g["claimant"])), f.claim.claimant.name), event)
        for f in found
        for event in f.events
    }
    sums.pairs += len(wanted)
    sums.pairs_found += len(got)
    sums.pairs_matched += len(wanted & got)
    sums.errors += [f"{coded['id']} pair missed: {c} – {e}" for c, e in sorted(wanted - got)]
    sums.errors += [f"{coded['id']} pair false: {c} – {e}" for c, e in sorted(got - wanted)]


def _figures(sums: Sums) -> Iterator[Figure]:
    yield from figures_prf("claim", sums.matched, sums.found, sums.gold)
    yield from figures_prf("claimant and event", sums.pairs_matched, sums.pairs_found, sums.pairs)
    for name in FIELDS:
        yield Figure(f"{name}, of the claims found", share(sums.fields[name], sums.matched), sums.matched)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.claims")
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true", help="tell the errors of the seen half")
    asked = parser.parse_args()
    for half in [asked.half] if asked.half else HALVES:
        coded = load_coded(half)
        sums = count_claims(coded, Bench(default_reader()))
        print(f"\n{half}: {len(coded)} reports")
        for figure in _figures(sums):
            print(f"  {figure.name:35} {figure.told}   ({figure.cases})")
        for line in sums.errors if asked.errors and half == "seen" else ():
            print(f"    {line}")


if __name__ == "__main__":
    main()

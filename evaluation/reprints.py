"""How well copies are found: made copies of our own reports, beside reports that only look alike.

python -m evaluation.reprints [--seed N]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

from evaluation.reprint_making import (
    Made,
    load_pieces,
    load_same_events,
    make_bulletins,
    make_copies,
    make_round_up,
    sentences_of,
)
from tallystick.evaluation.bench import Half, half_of
from tallystick.model.report import Failure, Report
from tallystick.sources.read import read_paths
from tallystick.sources.syndication import find_copies

ROOT = Path(__file__).parents[1]
_FEWEST_WORDS, _FEWEST_SENTENCES = 80, 5
_SHINGLE, _LEAST = 4, 0.8


def load_bases() -> list[str]:
    """Reports of our own that are long enough to be cut: the examples, and the briefs whose errors may be read."""
    taken = [t.report for t in read_paths([ROOT / "examples" / "reports"]) if not isinstance(t, Failure)]
    briefs = ROOT / "evaluation" / "data" / "own-briefs"
    files = [*(briefs / "seen" / "reports").glob("*.json"), *(briefs / "fresh" / "reports").glob("*.json")]
    read = [f for f in sorted(files) if f.parts[-3] == "seen" or half_of(f.stem) is Half.READ]
    texts = [r.text[r.body_start :] for r in taken if "copy" not in str(r.path)]
    texts += [json.loads(f.read_text("utf-8"))["text"] for f in read]
    return [t for t in texts if len(t.split()) >= _FEWEST_WORDS and len(sentences_of(t)) >= _FEWEST_SENTENCES]


def make_pool(seed: int) -> list[Made]:
    """Originals with their copies, and everything that only looks like one of them."""
    pieces, rng, bases = load_pieces(), Random(seed), load_bases()
    pool = [Made(text, f"base {n}", "original") for n, text in enumerate(bases)]
    for n, text in enumerate(bases):
        pool += make_copies(text, f"base {n}", pieces, rng)
    for e, event in enumerate(load_same_events()):
        pool += [Made(text, f"event {e}.{n}", "same event") for n, text in enumerate(event)]
    background, footer = pieces["backgrounds"][0], pieces["footers"][0]
    for n, text in enumerate(bases):
        news = " ".join(sentences_of(text)[:3])
        pool.append(Made(f"{news}\n\n{background}\n\n{footer}", f"base {n}", "flash with background"))
    pool += make_bulletins(pieces, rng, days=10)
    pool += [Made(make_round_up(rng.sample(bases, 3)), f"round-up {n}", "round-up") for n in range(5)]
    return pool


def found_by_tallystick(texts: Sequence[str]) -> list[str]:
    """A family for each text, as the program finds it."""
    reports = [Report(id=hashlib.sha256(t.encode()).hexdigest(), text=t) for t in texts]
    copies = find_copies(reports)
    return [copies[r.id].original if r.id in copies else r.id for r in reports]


def found_by_similarity(texts: Sequence[str]) -> list[str]:
    """The plain rule: two texts are one family if their four-word shingles have a Jaccard similarity of 0.8."""
    shingles = [_shingles(t) for t in texts]
    family = list(range(len(texts)))
    for a, b in combinations(range(len(texts)), 2):
        both = len(shingles[a] & shingles[b])
        if both >= _LEAST * (len(shingles[a]) + len(shingles[b]) - both):
            old, new = family[b], family[a]
            family = [new if f == old else f for f in family]
    return [str(f) for f in family]


def _shingles(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1)))


def pairs_of(families: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The pairs of one family, by position."""
    members: dict[str, list[int]] = {}
    for at, family in enumerate(families):
        members.setdefault(family, []).append(at)
    for found in members.values():
        yield from combinations(found, 2)


def score(pool: Sequence[Made], families: Sequence[str]) -> tuple[float, float, Mapping[str, float], Counter[str]]:
    """Precision and recall of pairs, for each change how many of its copies are in one family with their original,
    and which changes the wrong pairs are of. A round-up may be in the family of any of its parts.
    """
    judged = [at for at, made in enumerate(pool) if made.change != "round-up"]
    true = set(pairs_of(pool[at].family for at in judged))
    found = set(pairs_of(families[at] for at in judged))
    wrong = Counter(" / ".join(sorted({pool[judged[a]].change, pool[judged[b]].change})) for a, b in found - true)
    original = {m.family: f for m, f in zip(pool, families, strict=True) if m.change == "original"}
    met: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for made, family in zip(pool, families, strict=True):
        if made.family in original and made.change != "original":
            whole[made.change] += 1
            met[made.change] += family == original[made.family]
    return len(found & true) / len(found), len(found & true) / len(true), {c: met[c] / whole[c] for c in whole}, wrong


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.reprints")
    parser.add_argument("--seed", type=int, default=1)
    pool = make_pool(parser.parse_args().seed)
    texts = [made.text for made in pool]
    ways: dict[str, Callable[[Sequence[str]], list[str]]] = {
        "tallystick": found_by_tallystick,
        "plain similarity": found_by_similarity,
    }
    scores = {name: score(pool, way(texts)) for name, way in ways.items()}
    print(f"{len(pool)} texts, {len({m.family for m in pool})} families\n")
    print(f"{'':38}{''.join(f'{name:>18}' for name in ways)}")
    rows = {"same family: precision of pairs": 0, "same family: recall of pairs": 1}
    for label, at in rows.items():
        print(f"{label:38}{''.join(f'{s[at]:18.3f}' for s in scores.values())}")
    for change in scores["tallystick"][2]:
        print(f"  {change:36}{''.join(f'{s[2][change]:18.3f}' for s in scores.values())}")
    for name, (*_, wrong) in scores.items():
        for change, count in wrong.most_common():
            print(f"wrong pairs of {name}: {count} of {change}")


if __name__ == "__main__":
    main()

"""How well the likeness of two sentences tells pairs of one incident from others: shared words beside an embedding.

python -m evaluation.wording GOLD

GOLD is laid out as ../shared/gold. For every source of labelled pairs, over those of two reports: the area under the
curve of the share of words in common (what the linkage compares), of the cosine of the same words weighed by how rare
they are, of the cosine of their mean vectors, and of the first and the last together.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.fit_linkage import collect
from evaluation.linkage_pairs import candidates_of, labelled
from tallystick.reading.word_vectors import vector_of
from tallystick.resolution.linkage.words import words_of
from tallystick.resolution.telling import Telling

Words = tuple[str, ...]
Likeness = Callable[[Words, Words], float]


def share_of_words(one: Words, other: Words) -> float:
    """The share of all words of two sentences that both have, 0 to 1."""
    return len({*one} & {*other}) / max(1, len({*one} | {*other}))


def likeness_of_rare_words(sentences: Sequence[Words]) -> Likeness:
    """The cosine of the words of two sentences, each weighed by the logarithm of how rare it is among all."""
    having = Counter(word for sentence in sentences for word in sentence)
    rarity = {word: math.log(len(sentences) / n) for word, n in having.items()}

    def likeness(one: Words, other: Words) -> float:
        lengths = [math.sqrt(sum(rarity[w] ** 2 for w in words)) for words in (one, other)]
        return sum(rarity[w] ** 2 for w in {*one} & {*other}) / max(1e-9, lengths[0] * lengths[1])

    return likeness


def likeness_of_meaning(one: Words, other: Words) -> float:
    """The cosine of the mean vectors of the words of two sentences."""
    a, b = vector_of(one), vector_of(other)
    return float(a @ b) / max(1e-9, float(np.linalg.norm(a) * np.linalg.norm(b)))


def both(one: Words, other: Words) -> float:
    """The share of words and the likeness of meaning, added."""
    return share_of_words(one, other) + likeness_of_meaning(one, other)


def area_under_curve(scores: NDArray[np.float64], same: NDArray[np.bool_]) -> float:
    """How often a pair of one incident scores above another pair, ties counted half: 0.5 is chance."""
    above = scores[same][:, None] - scores[~same][None, :]
    return float((above > 0).mean() + (above == 0).mean() / 2)


def _words(telling: Telling) -> Words:
    return words_of(telling.mention.quote.exact)


def main() -> None:
    """Prints a row for each source that has pairs of both sorts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    sys.stdout.write("source\tpairs\tof one incident\tshared words\trare words\tmeaning\tshared words and meaning\n")
    for truths in collect(options.gold):
        links = candidates_of(truths)
        pairs = [p for p in labelled(truths, links) if len(p.reports) > 1]
        same = np.array([p.same for p in pairs], dtype=np.bool_)
        if same.all() or not same.any():
            continue
        rare = likeness_of_rare_words([_words(telling) for telling in links.tellings])
        scores = np.array(
            [
                [measure(_words(p.one), _words(p.other)) for p in pairs]
                for measure in (share_of_words, rare, likeness_of_meaning, both)
            ]
        )
        areas = [area_under_curve(row, same) for row in scores]
        told = "\t".join(f"{area:.3f}" for area in areas)
        sys.stdout.write(f"{truths.source}\t{len(same)}\t{int(same.sum())}\t{told}\n")


if __name__ == "__main__":
    main()

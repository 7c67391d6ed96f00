"""From probabilities of pieces to the entities that fill the roles of a document.

1. Spans: the best sequence of tags, with "no role" held down.
2. Candidates: the spans of a role with the same words, with what tells good ones from bad.
3. A logistic score for each candidate, fitted on held-out documents.
4. Of candidates that name one thing (a name and its abbreviation, one string inside the other) the best is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tallystick.reading.trained.tags import best_tags, runs_of
from training.answers import Read
from training.labels import ROLES

BIAS = 2.0
"""How much likelier a filler is made against "no role" when spans are sought; what is no good is sorted out later."""

FEATURES = (
    "logit of the best span",
    "logit of the mean of its spans",
    "log of the number of its spans",
    "share of its occurrences in the text that are spans",
    "trigger near the best span",
    "relevance of its best window",
    "words",
    "stronger candidates of the role",
    "place of the first span in the text",
    "probability of the best other role",
    "is a name in brackets or has one",
)

Known = Callable[[str], str | None]
"""What known actor a string names (its id), if any."""


@dataclass(frozen=True)
class Span:
    """Characters that may fill a role."""

    role: str
    start: int
    end: int
    probability: float
    other: float
    near_trigger: float
    window: float


@dataclass(frozen=True)
class Candidate:
    """A string that may fill a role, and ``FEATURES`` of it."""

    role: str
    string: str
    spans: tuple[Span, ...]
    features: tuple[float, ...]


def find_spans(read: Read, *, bias: float = BIAS) -> Iterator[Span]:
    """The best sequence of tags over words (Viterbi), with "no role" made less likely by ``bias``."""
    words = _words(read)
    if not words:
        return
    heads = [first for first, _ in words]
    tags = best_tags(np.log(read.roles[heads] + 1e-9), bias=bias)
    shares = read.roles[:, 1::2] + read.roles[:, 2::2]
    telling = 1 - read.triggers[:, 0]
    for role, start, end in runs_of(tags):
        inside = heads[start:end]
        first, last = words[start][0], words[end - 1][1]
        others = np.delete(shares[inside], role, axis=1)
        yield Span(
            role=ROLES[role],
            start=read.spans[first][0],
            end=read.spans[last - 1][1],
            probability=float(shares[inside, role].mean()),
            other=float(others.mean(axis=0).max()),
            near_trigger=float(telling[max(0, first - 30) : last + 30].max()),
            window=float(read.window[first]),
        )


def _words(read: Read) -> list[tuple[int, int]]:
    """The pieces of each word (what stands together without a blank between letters), end exclusive."""
    words: list[tuple[int, int]] = []
    for i, (start, _) in enumerate(read.spans):
        joined = (
            words and read.spans[i - 1][1] == start and read.text[start].isalnum() and read.text[start - 1].isalnum()
        )
        if joined:
            words[-1] = (words[-1][0], i + 1)
        else:
            words.append((i, i + 1))
    return words


def find_candidates(read: Read) -> list[Candidate]:
    """The candidates of a document, all roles."""
    grouped: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for span in find_spans(read):
        string = tidy(read.text[span.start : span.end])
        if string:
            grouped[span.role, string].append(span)
    best = {key: max(s.probability for s in spans) for key, spans in grouped.items()}
    return [
        Candidate(role, string, tuple(spans), tuple(_features(read, role, string, spans, best)))
        for (role, string), spans in grouped.items()
    ]


def _features(
    read: Read, role: str, string: str, spans: Sequence[Span], best: dict[tuple[str, str], float]
) -> Iterator[float]:
    top = max(spans, key=lambda s: s.probability)
    occurrences = len(re.findall(rf"(?<!\w){re.escape(string)}(?!\w)", read.text, re.IGNORECASE))
    yield _logit(top.probability)
    yield _logit(float(np.mean([s.probability for s in spans])))
    yield float(np.log(len(spans)))
    yield len(spans) / max(occurrences, len(spans))
    yield top.near_trigger
    yield max(s.window for s in spans)
    yield min(len(string.split()), 6) / 3
    yield min(sum(p > top.probability for (r, _), p in best.items() if r == role), 5) / 2
    yield min(s.start for s in spans) / max(len(read.text), 1)
    yield max(s.other for s in spans)
    yield float(read.text[top.end : top.end + 2].strip() == "(" or read.text[max(0, top.start - 1) : top.start] == "(")


def tidy(string: str) -> str:
    """A span without the articles and marks at its ends."""
    bare = re.sub(
        r"^(?:the|a|an|its|his|their|this|that|these|those)\s+", "", string.strip(" \t\n.,;:()[]'\"-").lower()
    )
    return bare.strip(' .,;:()[]"')


def _logit(probability: float) -> float:
    clipped = min(max(probability, 0.001), 0.999)
    return float(np.log(clipped / (1 - clipped)))


@dataclass(frozen=True)
class Rescorer:
    """For each role: weights of ``FEATURES``, an offset, and the probability from which on a candidate is taken."""

    weights: dict[str, tuple[float, ...]]
    offsets: dict[str, float]
    thresholds: dict[str, float]

    def score(self, candidate: Candidate) -> float:
        """How likely the candidate is right, 0 to 1."""
        weighted = np.dot(self.weights[candidate.role], candidate.features) + self.offsets[candidate.role]
        return float(1 / (1 + np.exp(-weighted)))


def choose(candidates: Sequence[Candidate], rescorer: Rescorer, *, known: Known, text: str) -> dict[str, list[str]]:
    """The strings that fill each role, one a thing, best first."""
    chosen: dict[str, list[str]] = {role: [] for role in ROLES}
    scored = sorted(((rescorer.score(c), c) for c in candidates), key=lambda s: (-s[0], s[1].string))
    for probability, candidate in scored:
        kept = chosen[candidate.role]
        if probability < rescorer.thresholds[candidate.role]:
            continue
        if not any(name_one_thing(candidate.string, other, known=known, text=text) for other in kept):
            kept.append(candidate.string)
    return chosen


def name_one_thing(a: str, b: str, *, known: Known, text: str) -> bool:
    """One inside the other as words, a name and its abbreviation in brackets behind it, or one known actor."""
    shorter, longer = sorted((a, b), key=len)
    if re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", longer):
        return True
    if re.search(rf"{re.escape(longer)}\W*[(\[]\W*{re.escape(shorter)}\W*[)\]]", text, re.IGNORECASE):
        return True
    actor = known(a)
    return actor is not None and actor == known(b)


def fit_logistic(
    rows: NDArray[np.float64], wanted: NDArray[np.float64], *, penalty: float = 1.0
) -> NDArray[np.float64]:
    """Weights and, last, the offset of a logistic model, by Newton's method; ``penalty`` is that of the squares."""
    design = np.hstack([rows, np.ones((len(rows), 1))])
    weights = np.zeros(design.shape[1])
    ridge = np.diag([penalty] * rows.shape[1] + [1e-3])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-design @ weights))
        step = np.linalg.solve(
            design.T @ (design * (likely * (1 - likely))[:, None]) + ridge,
            design.T @ (wanted - likely) - ridge @ weights,
        )
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights

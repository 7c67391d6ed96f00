"""Which fillers of roles to believe, by all that a report says of them.

The encoder judges one window at a time. A name that it takes for a target once in five times, or that stands far from
any event, is a worse candidate than the probability of that one place says. A logistic model fitted on held-out
documents weighs this (``rescorer`` in the card).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tallystick.reading.document import Document
from tallystick.reading.trained.card import Card
from tallystick.reading.trained.evidence import Evidence, RoleSpan

_OPENERS = re.compile(r"^(?:the|a|an|its|his|their|this|that|these|those)\s+")


def choose_fillers(document: Document, evidence: Evidence, card: Card) -> tuple[RoleSpan, ...]:
    """The spans whose candidates are likely enough to be right, in order, each with that probability."""
    grouped: dict[tuple[str, str], list[RoleSpan]] = defaultdict(list)
    for span in evidence.role_spans(bias=card.rescorer.bias):
        words = tidy(document.doc[span.start : span.end].text)
        if words:
            grouped[span.role, words].append(span)
    best = {key: max(s.probability for s in spans) for key, spans in grouped.items()}
    chosen: list[RoleSpan] = []
    for (role, words), spans in grouped.items():
        told = tuple(_features(document, evidence, role, words, spans, best))
        weights = card.rescorer.weights[role]
        logit = card.rescorer.offsets[role] + sum(w * f for w, f in zip(weights, told, strict=True))
        likely = 1 / (1 + math.exp(-logit))
        if likely >= card.rescorer.thresholds[role]:
            chosen += (RoleSpan(s.role, s.start, s.end, likely, s.other) for s in spans)
    return tuple(sorted(chosen, key=_position))


def tidy(words: str) -> str:
    """A filler in lower case without article and marks at its ends."""
    bare = _OPENERS.sub("", words.strip(" \t\n.,;:()[]'\"-").lower())
    return bare.strip(' .,;:()[]"')


def _features(
    document: Document,
    evidence: Evidence,
    role: str,
    words: str,
    spans: Sequence[RoleSpan],
    best: Mapping[tuple[str, str], float],
) -> Iterator[float]:
    """What the model weighs; the order and the scales are those it was fitted with (``training/entities.py``)."""
    text = document.report.text
    top = max(spans, key=_probability)
    times = len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))
    start, end = document.doc[top.start].idx, document.doc[top.end - 1].idx + len(document.doc[top.end - 1])
    yield _logit(top.probability)
    yield _logit(sum(s.probability for s in spans) / len(spans))
    yield math.log(len(spans))
    yield len(spans) / max(times, len(spans))
    yield evidence.telling_near(top.start, top.end)
    yield max(evidence.window_of(s.start) for s in spans)
    yield min(len(words.split()), 6) / 3
    yield min(sum(p > top.probability for (r, _), p in best.items() if r == role), 5) / 2
    yield document.doc[min(s.start for s in spans)].idx / max(len(text), 1)
    yield max(s.other for s in spans)
    yield float(text[end : end + 2].strip() == "(" or text[max(0, start - 1) : start] == "(")


def _logit(probability: float) -> float:
    clipped = min(max(probability, 0.001), 0.999)
    return math.log(clipped / (1 - clipped))


def _position(span: RoleSpan) -> int:
    return span.start


def _probability(span: RoleSpan) -> float:
    return span.probability

"""Texts as word pieces with labels, cut into windows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from training.labelled import Labelled
from training.labels import IGNORED, MODALITIES, TRIGGER_GROUPS, tag_of

WINDOW = 256
"""Pieces in a window, [CLS] and [SEP] included."""
CLS, SEP = 101, 102

_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")


@dataclass
class Window:
    """A stretch of a document as the network sees it. All lists are as long as ``ids``."""

    ids: list[int]
    roles: list[int]
    role_weights: list[float]
    triggers: list[int]
    trigger_weights: list[float]
    modality: list[int]
    relevance: list[float]
    relevance_weights: list[float]
    events: dict[str, list[list[int]]] = field(default_factory=dict)
    """Event → the pieces of each of its triggers."""
    corpus: str = ""

    @property
    def has_filler(self) -> bool:
        """True if some piece fills a role."""
        return any(tag > 0 for tag in self.roles)


@dataclass(frozen=True)
class Pieces:
    """A labelled document as word pieces: ids and the span of each."""

    document: Labelled
    ids: Sequence[int]
    spans: Sequence[tuple[int, int]]


def sentences(text: str) -> list[tuple[int, int]]:
    """Rough sentences: cut behind a full stop, a question or exclamation mark, and at line ends."""
    cuts = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def windows(pieces: Pieces, *, sizes: Iterator[int]) -> Iterator[Window]:
    """The document in windows of whole neighbouring sentences, each as long as the next of ``sizes`` allows.

    A sentence that is longer than that is cut.
    """
    labels = label_pieces(pieces)
    start = end = 0
    size = next(sizes)
    for _, sentence_end in sentences(pieces.document.text):
        after = next(
            (i for i in range(end, len(pieces.spans)) if pieces.spans[i][0] >= sentence_end), len(pieces.spans)
        )
        if after - start > size:
            if end > start:
                yield _cut(labels, start, end)
                start, size = end, next(sizes)
            while after - start > size:
                yield _cut(labels, start, start + size)
                start, size = start + size, next(sizes)
        end = after
    if end > start:
        yield _cut(labels, start, end)


def label_pieces(pieces: Pieces) -> Window:
    """The whole document as one window, without [CLS] and [SEP]."""
    document, count = pieces.document, len(pieces.ids)
    known = document.roles is not None
    label = Window(
        ids=list(pieces.ids),
        roles=[0 if known else IGNORED] * count,
        role_weights=[document.role_weight] * count,
        triggers=[0 if document.triggers is not None else IGNORED] * count,
        trigger_weights=[document.trigger_weight] * count,
        modality=[IGNORED] * count,
        relevance=[0.0] * count,
        relevance_weights=[0.0] * count,
        corpus=document.corpus,
    )
    for filler in document.roles or ():
        first = True
        for i in _inside(pieces, filler.start, filler.end):
            label.roles[i] = tag_of(filler.role, first=first)
            label.role_weights[i] = document.role_weight * filler.weight
            first = False
    for trigger in document.triggers or ():
        inside = _inside(pieces, trigger.start, trigger.end)
        if trigger.event and inside:
            label.events.setdefault(trigger.event, []).append(inside)
        if trigger.group in TRIGGER_GROUPS:
            for i in inside:
                label.triggers[i] = TRIGGER_GROUPS.index(trigger.group)
                if trigger.modality:
                    label.modality[i] = MODALITIES.index(trigger.modality)
        else:  # an event of a kind that is not told: whether it is violent is unknown
            for i in inside:
                label.triggers[i] = IGNORED
    _mark_relevant(label, pieces)
    return label


def _mark_relevant(label: Window, pieces: Pieces) -> None:
    """A sentence with a violent trigger tells an incident; one without does not, as far as triggers are known."""
    if pieces.document.triggers is None:
        return
    at = 0
    for _, end in sentences(pieces.document.text):
        inside = []
        while at < len(pieces.spans) and pieces.spans[at][0] < end:
            inside.append(at)
            at += 1
        tells = any(label.triggers[i] > 0 for i in inside)
        for i in inside:
            label.relevance[i] = float(tells)
            label.relevance_weights[i] = pieces.document.trigger_weight


def _inside(pieces: Pieces, start: int, end: int) -> list[int]:
    return [i for i, (a, b) in enumerate(pieces.spans) if a < end and start < b]


def _cut(label: Window, start: int, end: int) -> Window:
    """The pieces ``start`` to ``end`` between [CLS] and [SEP]; what stands at [CLS] is set by the caller."""
    inside = slice(start, end)
    events = {
        event: kept
        for event, mentions in label.events.items()
        if (kept := [[i - start + 1 for i in m] for m in mentions if m[0] >= start and m[-1] < end])
    }
    return Window(
        ids=[CLS, *label.ids[inside], SEP],
        roles=[IGNORED, *label.roles[inside], IGNORED],
        role_weights=[0.0, *label.role_weights[inside], 0.0],
        triggers=[IGNORED, *label.triggers[inside], IGNORED],
        trigger_weights=[0.0, *label.trigger_weights[inside], 0.0],
        modality=[IGNORED, *label.modality[inside], IGNORED],
        relevance=[0.0, *label.relevance[inside], 0.0],
        relevance_weights=[0.0, *label.relevance_weights[inside], 0.0],
        events=events,
        corpus=label.corpus,
    )

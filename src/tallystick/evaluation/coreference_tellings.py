"""Gold mentions as the linkage of events takes them: of the gold nothing is taken but where they stand."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from tallystick.evaluation.coreference import GoldDocument, GoldMention
from tallystick.evaluation.coreference_documents import vectors_of_documents
from tallystick.evaluation.coreference_parse import CONTENT, Parsed, Sentence
from tallystick.reading.event_meanings import meanings_of
from tallystick.reading.word_vectors import vector_of
from tallystick.resolution.events.telling import WORDING, EventTelling

Meanings = Mapping[str, NDArray[np.float32]]
"""What the trigger of each mention means in its sentence; nothing of a mention where it is not compared."""
_ARGUMENTS = frozenset(
    "nsubj nsubjpass dobj pobj poss compound agent attr amod nummod dative oprd appos".split()  # noqa: SIM905
)
_CARRIED = frozenset({"conj", "xcomp", "compound", "amod"})
"""What hangs so shares the arguments of what it hangs on."""
_DEEP = 3
_LEAD = 6
"""Sentences, the day and the headline among them, in which a report names those that it is about."""
_LATE = 15
_MODIFIERS = frozenset({"amod", "compound", "nummod", "poss"})


def tell_mentions(
    documents: Sequence[GoldDocument], parsed: Parsed, meanings: Meanings, incidents: Mapping[str, str]
) -> list[EventTelling]:
    """The tellings of all mentions, ``incidents`` telling the group of each document."""
    rarity = _rarity([parsed[d.name] for d in documents])
    reports = vectors_of_documents({d.name: parsed[d.name] for d in documents})
    return [
        replace(
            _tell(mention, parsed[document.name], incidents[document.name], rarity),
            meaning=tuple(map(float, meanings.get(mention.id, ()))),
            report=tuple(map(float, reports[document.name])),
        )
        for document in documents
        for mention in document.mentions
    ]


def read_meanings(documents: Sequence[GoldDocument], *, compared: Sequence[str]) -> dict[str, NDArray[np.float32]]:
    """What the trigger of each mention means, as the encoder that ships reads it; nothing if that is not compared."""
    found: dict[str, NDArray[np.float32]] = {}
    if "meaning" not in compared:
        return found
    for document in documents:
        for number, mentions in groupby(document.mentions, key=lambda m: m.sentence):
            told = [*mentions]
            rows = meanings_of(document.sentences[number], [m.tokens for m in told])
            found |= dict(zip((m.id for m in told), rows, strict=True))
    return found


def head_of(mention: GoldMention, sentence: Sentence) -> int:
    """The token of a mention on which the others hang; the last if none of them does."""
    outside = (t for t in mention.tokens if sentence[t].head not in mention.tokens or sentence[t].head == t)
    return next(outside, mention.tokens[-1])


def _tell(
    mention: GoldMention, sentences: Sequence[Sentence], incident: str, rarity: Mapping[str, float]
) -> EventTelling:
    sentence = sentences[mention.sentence]
    head = head_of(mention, sentence)
    word = sentence[head]
    texts = [sentence[t].text for t in mention.tokens]
    meaning = (vector_of(texts) + vector_of([word.lemma])) / 2
    return EventTelling(
        id=mention.id,
        document=mention.document,
        incident=incident,
        sentence=mention.sentence,
        lemma=word.lemma,
        is_light=word.lemma in _words("light"),
        is_verb=word.pos in {"VERB", "AUX"},
        words=tuple(map(float, meaning)),
        wording=_wording(sentence, rarity),
        arguments=tuple(sorted(_arguments(mention, sentence, head))),
        people=_lemmas(sentence, "PERSON", "ORG"),
        places=_lemmas(sentence, "GPE", "LOC", "FAC"),
        numbers=tuple(sorted({w.text.lower() for w in sentence if w.pos == "NUM"})),
        days=tuple(sorted({w.lemma for w in sentence if w.entity == "DATE" and w.pos in {"PROPN", "NUM"}})),
        cues=(*_cues(sentence, head), *_apart_cues(sentences, mention.sentence)),
    )


def _lemmas(sentence: Sentence, *entities: str) -> tuple[str, ...]:
    return tuple(sorted({w.lemma for w in sentence if w.entity in entities}))


def _arguments(mention: GoldMention, sentence: Sentence, head: int) -> set[str]:
    """The words that a trigger governs, and those of the word that it hangs on where it shares them."""
    found: set[str] = set()
    tops = [head]
    for _ in range(2):
        top = sentence[tops[-1]]
        if top.dep in {"relcl", "acl"}:
            if sentence[top.head].pos in {"NOUN", "PROPN"} and top.head not in mention.tokens:
                found.add(sentence[top.head].lemma)
            break
        if top.dep not in _CARRIED or top.head == tops[-1]:
            break
        tops.append(top.head)
    seen: set[int] = set()
    waiting = [(top, 0) for top in tops]
    while waiting:
        governor, depth = waiting.pop()
        if governor in seen:
            continue
        seen.add(governor)
        for n, word in enumerate(sentence):
            if word.head != governor or n == governor or n in mention.tokens:
                continue
            named = word.dep in _ARGUMENTS and word.pos in {"NOUN", "PROPN", "NUM", "ADJ"}
            named = named or (word.dep == "conj" and word.pos in {"NOUN", "PROPN"})
            if named:
                found.add(word.lemma)
            if depth < _DEEP and (named or word.dep in {"prep", "agent"}):
                waiting.append((n, depth + 1))
    return found


def _cues(sentence: Sentence, head: int) -> Iterator[str]:
    """How a trigger stands: its tag, its part in the sentence, its article and what hangs on it."""
    word = sentence[head]
    hanging = [w for n, w in enumerate(sentence) if w.head == head and n != head]
    article = next((w.text.lower() for w in hanging if w.dep == "det"), "none")
    modified = any(w.dep in _MODIFIERS for w in hanging)
    parts = {"pobj", "dobj", "nsubj", "nsubjpass", "compound", "ROOT"}
    is_noun = word.pos in {"NOUN", "PROPN"} or (word.tag == "VBG" and word.dep in parts)
    yield from (f"tag {word.tag}", f"part {word.dep}", f"class {word.pos}", f"article {article}")
    yield from sorted({f"with {w.dep}" for w in hanging})
    if modified:
        yield "modified"
    if is_noun and not modified and article in {"the", "that", "this"}:
        yield "alone"
    if any(w.dep == "prep" and w.lemma == "of" for w in hanging):
        yield "of"
    if word.tag in {"NNS", "NNPS"} and article == "none" and not any(w.dep in {"nummod", "poss"} for w in hanging):
        yield "bare plural"
    if any(w.tag in {"NNS", "NNPS"} and w.dep in {"nsubj", "nsubjpass", "dobj"} for w in hanging):
        yield "with several"
    if any(w.tag == "MD" for w in hanging):
        yield "with a modal"


def _apart_cues(sentences: Sequence[Sentence], number: int) -> Iterator[str]:
    """What speaks for a sentence that tells of something else than the incident of its document."""
    sentence = sentences[number]
    if number <= 1:
        yield "headline"
    if number > _LATE:
        yield "late"
    apart = _words("apart")
    yield from sorted({f"says {w.lemma}" for w in sentence if w.lemma in apart})
    if any(w.lemma in apart for s in sentences[max(0, number - 2) : number] for w in s):
        yield "after such words"
    if any(w.entity == "DATE" and w.lemma in {"year", "month", "decade"} for w in sentence):
        yield "over a long time"
    named = {w.lemma for w in sentence if w.pos == "PROPN"}
    before = {w.lemma for s in sentences[:_LEAD] for w in s}
    if number >= _LEAD and named - before:
        yield "new names"
    if any(w.text in {'"', "“", "”", "``", "''"} for w in sentence):
        yield "with a quotation"
    if sum(w.pos == "NUM" for w in sentence) > 2:
        yield "many numbers"


def _rarity(documents: Sequence[Sequence[Sentence]]) -> dict[str, float]:
    """The logarithm of the number of documents by those that have a word (Spärck Jones 1972)."""
    having: Counter[str] = Counter()
    for sentences in documents:
        having.update({w.lemma for s in sentences for w in s if w.pos in CONTENT})
    return {word: math.log((1 + len(documents)) / count) for word, count in having.items()}


def _wording(sentence: Sentence, rarity: Mapping[str, float]) -> tuple[float, ...]:
    """The content words of a sentence, weighed, in a vector of length one; each word has its place by its hash."""
    told = np.zeros(WORDING, dtype=np.float32)
    for word in sentence:
        if word.pos in CONTENT:
            mark = zlib.crc32(word.lemma.encode())
            told[mark % WORDING] += rarity[word.lemma] * (1 if mark >> 31 else -1)
    return tuple(map(float, told / max(float(np.linalg.norm(told)), 1e-9)))


@cache
def _words(name: str) -> frozenset[str]:
    """A list of ``coreference.yaml``."""
    return frozenset(yaml.safe_load(Path(__file__).with_name("coreference.yaml").read_text(encoding="utf-8"))[name])

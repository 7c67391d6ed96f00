"""Counts by a word for a sum: "the total stood at 58", "put the number at 24", "number 26 against …"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import number_at
from tallystick.reading.phrases import object_of
from tallystick.reading.tally_words import ATTACKS, DEAD, HURT, STRIKES, Count, counts_no_time, is_of_event
from tallystick.reading.told import Told


def total_at(document: Document, token: Token, sentence: Span) -> Count | None:
    """The number of "the total … stood at 58", "raised the count to 16", "a total of at least 52 attacks"."""
    raised = _raised_to(token, sentence)
    if raised is not None:
        return raised
    words = {t.lemma_.lower() for t in sentence} | {t.lower_ for t in sentence}
    if not words & (ATTACKS | STRIKES | HURT | DEAD | {"bases", "troops", "forces"}):
        return None
    for behind in sentence.doc[token.i + 1 : sentence.end]:
        if behind.text == ";":
            break
        if behind.tag_ == "CD" and document.date_at.get(behind.i) is None and counts_no_time(behind):
            before = behind.doc[max(token.i, behind.i - 5) : behind.i]
            if (
                any(t.lower_ in ("at", "to", "of", "is", "was", "reached", "stood", "hit") for t in before)
                or behind.i - token.i <= 3
            ):
                number = number_at(behind)
                if number is not None:
                    head = behind.head if behind.dep_ == "nummod" else behind
                    unit = TallyUnit.KILLED if token.lemma_.lower() == "toll" else _unit_of(head)
                    if unit is None:
                        return None
                    return Count(number, unit, head if head.pos_ == "NOUN" else token)
    return None


def _raised_to(token: Token, sentence: Span) -> Count | None:
    """The number of "brought to 31 the number of raids"."""
    verb = next((a for a in token.ancestors if a.lemma_.lower() in ("bring", "raise", "take", "lift")), None)
    what = next((g for c in token.rights if c.lower_ == "of" for g in c.rights if g.dep_ == "pobj"), None)
    if verb is None or what is None or verb.i > token.i:
        return None
    told = next((t for t in sentence.doc[verb.i : token.i] if t.tag_ == "CD" and t.nbor(-1).lower_ == "to"), None)
    number = number_at(told) if told is not None else None
    unit = _unit_of(what)
    return Count(number, unit, what) if number is not None and unit is not None else None


def running_number(token: Token, sentence: Span) -> Count | None:
    """The number of "it was number 26 against bases …"."""
    behind = token.nbor(1) if token.i + 1 < sentence.end else None
    if token.lower_ != "number" or token.i == sentence.start or token.nbor(-1).lemma_ not in ("be", "make"):
        return None
    if (
        behind is None
        or behind.tag_ != "CD"
        or not any(t.lower_ in ("against", "on", "since") for t in sentence.doc[behind.i : sentence.end])
    ):
        return None
    number = number_at(behind)
    return Count(number, TallyUnit.ATTACKS, token) if number is not None else None


def put_at(document: Document, verb: Token, sentence: Span, told: Told) -> Count | None:
    """The number of "put the number of attacks at 24"."""
    if not {t.lemma_.lower() for t in sentence} & (ATTACKS | STRIKES):
        return None
    for behind in sentence.doc[verb.i + 1 : sentence.end]:
        if behind.tag_ == "CD" and document.date_at.get(behind.i) is None and counts_no_time(behind):
            number = number_at(behind)
            put = object_of(verb)
            of_harm = put is not None and put.lemma_.lower() in ("casualty", "toll")
            if put is not None and of_harm and is_of_event(put, sentence, told):
                return None
            unit = TallyUnit.CASUALTIES if of_harm else _unit_of(behind)
            if number is not None and unit and any(t.lower_ == "at" for t in sentence.doc[verb.i : behind.i]):
                return Count(number, unit, behind)
    return None


def _unit_of(head: Token) -> TallyUnit | None:
    """What a number counts by the noun that it stands on; people by what is told of them, None if it is nothing."""
    lemma = head.lemma_.lower()
    told = head.head.lemma_.lower() if head.dep_ in ("nsubj", "nsubjpass", "dobj") else lemma
    if lemma in words_of("cues", "people") or told in DEAD | HURT:
        return TallyUnit.KILLED if told in DEAD else TallyUnit.INJURED if told in HURT else None
    if lemma in STRIKES:
        return TallyUnit.STRIKES
    if lemma in HURT:
        return TallyUnit.INJURED
    if lemma in DEAD:
        return TallyUnit.KILLED
    return TallyUnit.ATTACKS

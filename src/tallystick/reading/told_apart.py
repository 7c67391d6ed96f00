"""The words by which a report tells an event apart from those before it, or as one of several."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import read_ordinal
from tallystick.reading.phrases import is_day_name, is_plural, passive_subject_of, subject_of


def is_told_as_new(head: Token) -> bool:
    """True for "another attack", "two other strikes", "a second raid"."""
    return head.pos_ in ("NOUN", "PROPN") and any(c.lower_ in words_of("retelling", "new") for c in head.lefts)


def is_partitive(head: Token) -> bool:
    """True for the set in "most of these attacks", which is no single event."""
    of_some = head.dep_ == "pobj" and head.head.lower_ == "of" and is_plural(head)
    return of_some and head.head.head.lower_ in words_of("retelling", "parts")


def is_numbered(head: Token) -> bool:
    """True for "the second strike of the campaign", which numbers events and tells none."""
    return head.dep_ in ("attr", "appos") and any(read_ordinal(c.lower_) is not None for c in head.lefts)


def partition_subject(frame: Frame) -> Token | None:
    """The "one" or "the other" by which a frame tells one of several events told before."""
    for trigger in frame.triggers:
        token = trigger.token
        if token.pos_ != "VERB":
            continue
        subject = passive_subject_of(token) or subject_of(token)
        if subject is not None and subject.lower_ in words_of("retelling", "one_by_one") and not _is_of_things(subject):
            return subject
    return None


def _is_of_things(one: Token) -> bool:
    """True for "one of its clinics", which is one of the things hit and no one of the events."""
    of = (g for c in one.rights if c.lower_ == "of" for g in c.rights if g.dep_ == "pobj")
    return any(g.pos_ in ("NOUN", "PROPN") and g.lemma_.lower() not in words_of("triggers", "nouns") for g in of)


def tells_of_a_further_deed(sentence: Span) -> bool:
    """True for a sentence with "also", "later" or "another" in it."""
    words = {t.lower_ for t in sentence}
    return bool(words & (words_of("retelling", "new") | words_of("retelling", "further")))


def crosses_item(earlier: Span, later: Span) -> bool:
    """True if a new item of a list begins between two sentences: what is said there is of something else."""
    between = earlier.doc[earlier.end - 1 : later.start + 1].text
    tail = between[between.rfind("\n") + 1 :].lstrip() if "\n" in between else ""
    return tail.startswith(("•", "-", "*", "–", "—", "·", "▪"))


def is_dated_by_name(head: Token) -> bool:
    """True for "Tuesday's attack", whose day stands above that of the news of it."""
    return any(c.dep_ == "poss" and is_day_name(c) for c in head.lefts)


def is_noise(frame: Frame) -> bool:
    """True for "gunfire and explosions", which tell of a fight only what was heard of it."""
    return is_plural(frame.head) and frame.head.lemma_.lower() in words_of("retelling", "noise")

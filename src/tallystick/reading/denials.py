"""Where somebody denies what a claimant has just told ("The governor denied it.")."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from tallystick.model.terms import Modality
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.told import Told


def take_denial(document: Document, sentence: Span, told: Told) -> None:
    """Add a denial of the claimed event told just before, where a sentence denies a claim and tells no event."""
    if not told.events or not any(_denies(t) for t in sentence):
        return
    last = told.events[-1]
    if last.status_cue == "claimed_only" and sentence.start <= last.sentence.end + 1:
        quote = document.quote_span(sentence)
        denial = replace(
            last, modality=Modality.DENIED, quote=quote, stretches=[sentence], status_cue="reported", reporter=None
        )
        # Before the claim, which stays the event that is told last.
        told.events.insert(-1, denial)


def _denies(verb: Token) -> bool:
    """True for "denied it" and "rejected the claim", unless that is itself denied."""
    if verb.lemma_.lower() not in words_of("cues", "denies") or verb.pos_ != "VERB":
        return False
    denied = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(c.lemma_.lower() in words_of("cues", "what_is_claimed") for c in denied) and not any(
        c.dep_ == "neg" for c in verb.children
    )

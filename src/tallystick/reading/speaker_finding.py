"""On whose word an event stands."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.reading.lexicon import words_of
from tallystick.reading.modality import branch_of, governors
from tallystick.reading.phrases import says


def find_speaker(head: Token, sentence: Span) -> Token | None:
    """The noun on whose word an event stands: the subject of the verb of saying above it, or behind "according to"."""
    for above in governors(head):
        if above.pos_ == "VERB" and (says(above) or counts(above)) and above != head:
            subject = next((c for c in above.lefts if c.dep_ in ("nsubj",)), None)
            if subject is None and above.dep_ in ("relcl", "acl") and above.tag_ in ("VBD", "VBZ", "VBG"):
                subject = above.head
            if subject is not None and subject.lemma_.lower() in words_of("triggers", "nouns"):
                continue
            if subject is not None and subject.pos_ != "PRON" and (above.lemma_ != "claim" or _is_content(head, above)):
                return subject
            agent = next((g for c in above.rights if c.dep_ == "agent" for g in c.rights if g.dep_ == "pobj"), None)
            if agent is not None and above.lemma_.lower() != "claim":
                return agent
    quoted = _quoted_source(sentence)
    if quoted is not None:
        return quoted
    for token in sentence:
        if token.lower_ == "according" and token.i + 2 < sentence.end and token.nbor(1).lower_ == "to":
            behind = next((t for t in token.doc[token.i + 2 : sentence.end] if t.dep_ == "pobj"), None)
            if behind is not None:
                return behind
        if (
            token.pos_ == "VERB"
            and says(token)
            and token.i > head.i
            and token.dep_ in ("ROOT", "parataxis", "conj", "ccomp")
        ):
            if token.dep_ != "ROOT" and head not in token.subtree:
                continue
            subject = next((c for c in token.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
            if subject is not None and head.i < subject.i:
                return subject
    return None


def counts(verb: Token) -> bool:
    """True for a verb by which somebody gives a count ("gave a total of", "put the number at")."""
    return verb.lemma_.lower() in words_of("cues", "count")


def _quoted_source(sentence: Span) -> Token | None:
    """Whom an outlet quotes, set before a colon ("CNN, from a US official: …") or behind "citing" and "quoting"."""
    colon = next((t.i for t in sentence[:12] if t.text == ":"), None)
    for token in sentence:
        before_colon = colon is not None and token.i < colon and token.lower_ in ("from", "by")
        if before_colon or token.lower_ in ("citing", "quoting"):
            return next((c for c in token.rights if c.dep_ in ("pobj", "dobj", "obj")), None)
    return None


def _is_content(head: Token, above: Token) -> bool:
    """True for "claimed that the base was hit", not for "claimed the attack"."""
    return branch_of(head, above).dep_ == "ccomp"

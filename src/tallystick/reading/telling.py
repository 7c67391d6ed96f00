"""How a report tells an event: as fact or as possible, on whose word, and how sure."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from tallystick.model.mention import Reporter
from tallystick.model.terms import Modality
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, phrases_of, words_of
from tallystick.reading.modality import governors, read_modality
from tallystick.reading.phrases import contains_phrase, is_definite, says, subject_of
from tallystick.reading.publisher_worth import worth_of_publisher
from tallystick.reading.setting import follow_up_of
from tallystick.reading.speaker_finding import find_speaker
from tallystick.reading.word_weighing import weigh_word

_SPEAKERS = frozenset({"he", "she", "it", "they"})
_NEGATIONS = frozenset({"not", "n't", "no", "nobody", "never", "yet", "neither", "none"})


@dataclass(frozen=True)
class Telling:
    """How an event is told. ``goes_on`` is true for "He said …", the word of whoever spoke before."""

    modality: Modality
    reporter: Reporter | None
    status_cue: str
    said_by_perpetrator: bool = False
    goes_on: bool = False


def read_telling(document: Document, head: Token, stretch: Span, sentence: Span) -> Telling:
    """On whose word the event is told, and what that makes of its status."""
    modality = read_modality(head, sentence)
    source = find_speaker(head, sentence)
    text = sentence.text.lower()
    cue = "reported"
    reporter: Reporter | None = None
    own_deed = False
    if source is not None and {t.lower_ for t in source.lefts} & _NEGATIONS:
        source, cue = None, "unconfirmed"
    if source is not None:
        word = weigh_word(document, source)
        reporter, cue, own_deed = word.reporter, word.status_cue, word.bears_arms
    elif cue == "reported":
        cue = "confirmed" if _is_told_by_the_attacked(head) else worth_of_publisher(document)
        cue = "claimed_only" if cue == "reported" and _is_only_claimed(head) else cue
    if cue == "reported" and source is None and _is_prosecuted(document, head):
        cue = "confirmed"
    if _is_confirmed(head, sentence):
        cue = "confirmed"
    if contains_phrase(text, phrases_of("cues", "unconfirmed")):
        cue = "unconfirmed" if contains_phrase(stretch.text.lower(), phrases_of("cues", "unconfirmed")) else cue
    return Telling(modality, reporter, cue, own_deed, goes_on=source is None and _is_said_by_pronoun(head))


def _is_prosecuted(document: Document, head: Token) -> bool:
    """True for "police charged three men over the bombing", which only happens for what happened."""
    verb = follow_up_of(head)
    prosecutor = subject_of(verb) if verb is not None else None
    return prosecutor is not None and weigh_word(document, prosecutor).status_cue == "confirmed"


def _is_told_by_the_attacked(head: Token) -> bool:
    """True for "the enemy shelled our positions", which only who is attacked would write."""
    if any(t.is_quote for t in head.sent):
        return False
    return any(
        (t.lower_ == "enemy" and (t.dep_ in ("nsubj", "amod", "compound", "poss") or _is_doer_behind(t)))
        or (
            t.lower_ == "our"
            and t.head.dep_ in ("dobj", "nsubjpass", "pobj")
            and t.head.lemma_.lower() in words_of("speech", "own_side")
        )
        for t in head.sent
    )


def _is_doer_behind(noun: Token) -> bool:
    """True for "shelled by the enemy", not for "killed four of the enemy"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("by", "from")


def _is_only_claimed(head: Token) -> bool:
    """True for "claimed a drone attack on the base": told by nobody else, unlike "claimed Friday's attack"."""
    if head.pos_ not in ("NOUN", "PROPN") or is_definite(head):
        return False
    above = head.head
    if (
        above.dep_ == "prep"
        and above.lower_ == "for"
        and above.head.lower_ in load_lexicon("speech")["claim"]["responsibility"]
    ):
        above = above.head.head
    return above.lemma_.lower() == "claim" and above.pos_ == "VERB" and subject_of(above) is not None


def _is_said_by_pronoun(head: Token) -> bool:
    return any(
        above.pos_ == "VERB" and says(above) and any(c.dep_ == "nsubj" and c.lower_ in _SPEAKERS for c in above.lefts)
        for above in governors(head)
    )


def _is_confirmed(head: Token, sentence: Span) -> bool:
    """True if a verb of confirming governs the event, and is not itself denied."""
    for token in sentence:
        if token.lemma_.lower() not in ("confirm", "verify", "acknowledge") or token.pos_ != "VERB":
            continue
        words = {c.lower_ for c in token.children} | {c.lower_ for c in token.head.children if token.dep_ == "acomp"}
        words |= {t.lower_ for c in token.lefts if c.dep_ == "nsubj" for t in c.subtree}
        if words & _NEGATIONS or any(c.dep_ == "neg" for c in token.children):
            continue
        if head in set(token.subtree) or any(head in set(c.subtree) for c in token.lefts):
            return True
    return False

"""How a report tells an event: as fact or as possible, on whose word, and how sure."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from tallystick.model.mention import Reporter
from tallystick.model.terms import ActorType, Modality
from tallystick.reading.document import Document
from tallystick.reading.lexicon import phrases_of, words_of
from tallystick.reading.modality import branch_of, governors, read_modality
from tallystick.reading.phrases import contains_phrase, noun_phrase, says
from tallystick.reading.speakers import actor_named_by, author_of

_AUTHORITIES = (
    ActorType.GOVERNMENT_BODY,
    ActorType.ARMED_FORCES,
    ActorType.STATE,
    ActorType.COALITION,
    ActorType.CORPS,
)
_ARMED = (
    ActorType.MILITIA,
    ActorType.ARMED_GROUP,
    ActorType.BRAND,
    ActorType.FACADE,
    ActorType.UNNAMED_SET,
    ActorType.PARTY,
)
_OFFICIAL_WORDS = frozenset({
    "official", "officials", "spokesman", "spokeswoman", "spokesperson", "ministry", "minister", "secretary", "command",
    "directorate", "department", "military", "army", "police", "governor", "president", "general", "commander",
    "government", "authorities", "forces", "centcom", "pentagon", "officer", "navy", "service", "ct",
})  # fmt: skip
_UNOFFICIAL = frozenset(
    {"opposition", "activist", "activists", "resident", "residents", "witness", "witnesses", "monitor", "media"}
)
_NEGATIONS = frozenset({"not", "n't", "no", "nobody", "never", "yet", "neither", "none"})
_ANONYMOUS = frozenset({"source", "sources"})


@dataclass(frozen=True)
class Telling:
    """How an event is told."""

    modality: Modality
    reporter: Reporter | None
    status_cue: str
    said_by_perpetrator: bool = False


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
        source = author_of(source) or source
        expression = actor_named_by(document, source)
        span = noun_phrase(source, tail=True)
        quote = document.quote_span(span)
        reporter = Reporter(
            name=expression.name if expression and expression.actor_id else quote.exact,
            actor_id=expression.actor_id if expression else None,
            quote=quote,
        )
        words = {t.lower_ for t in span}
        kind = expression.type if expression else None
        if words & _ANONYMOUS and not words & {"official", "officials"}:
            cue = "reported"
        elif kind in _ARMED:
            own_deed = True
        elif words & _UNOFFICIAL:
            cue = "reported"
        elif kind in _AUTHORITIES or words & _OFFICIAL_WORDS:
            cue = "confirmed"
    if _is_confirmed(head, sentence):
        cue = "confirmed"
    if contains_phrase(text, phrases_of("cues", "unconfirmed")):
        cue = "unconfirmed" if contains_phrase(stretch.text.lower(), phrases_of("cues", "unconfirmed")) else cue
    return Telling(modality, reporter, cue, own_deed)


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

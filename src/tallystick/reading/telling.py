"""How a report tells an event: as fact or as possible, on whose word, and how sure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from tallystick.model.mention import Reporter
from tallystick.model.terms import ActorType, Modality
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, phrases_of, words_of
from tallystick.reading.modality import branch_of, governors, read_modality
from tallystick.reading.phrases import contains_phrase, is_definite, noun_phrase, says, subject_of
from tallystick.reading.setting import follow_up_of
from tallystick.reading.speakers import actor_named_by, author_of

AUTHORITIES = (
    ActorType.GOVERNMENT_BODY,
    ActorType.ARMED_FORCES,
    ActorType.STATE,
    ActorType.COALITION,
    ActorType.CORPS,
)
"""Whose word is a state's or an alliance's."""
ARMED = (
    ActorType.MILITIA,
    ActorType.ARMED_GROUP,
    ActorType.BRAND,
    ActorType.FACADE,
    ActorType.UNNAMED_SET,
    ActorType.PARTY,
)
"""Whose word on its own deed is a claim."""
_ISSUER = re.compile(r"[A-Z][A-Z' -]{9,60}(?=[.,:\n])")
"""The first words of a text, in capitals up to a stop."""
_SPEAKERS = frozenset({"he", "she", "it", "they"})
_NEGATIONS = frozenset({"not", "n't", "no", "nobody", "never", "yet", "neither", "none"})
_ANONYMOUS = frozenset({"source", "sources"})


@dataclass(frozen=True)
class Telling:
    """How an event is told. ``goes_on`` is true for "He said …", the word of whoever spoke before."""

    modality: Modality
    reporter: Reporter | None
    status_cue: str
    said_by_perpetrator: bool = False
    goes_on: bool = False


@dataclass(frozen=True)
class Word:
    """Somebody's word, and what it is worth: that of who bears arms is a claim where the deed is his own."""

    reporter: Reporter
    status_cue: str
    bears_arms: bool


def weigh_word(document: Document, source: Token) -> Word:
    """Whose word it is that a noun names, and what that word makes of what is told on it."""
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
    kind = expression.speaks_as if expression else None
    if words & _ANONYMOUS and not words & {"official", "officials"}:
        return Word(reporter, "reported", bears_arms=False)
    if kind in ARMED or (expression is None and words & words_of("speech", "armed_speakers")):
        return Word(reporter, "reported", bears_arms=True)
    is_official = _are_of_authority(words, known=kind in AUTHORITIES)
    return Word(reporter, "confirmed" if is_official else "reported", bears_arms=False)


def _are_of_authority(words: set[str], *, known: bool = False) -> bool:
    """True for the words of a name that is an authority's (a ministry, a mission, a court), or ``known`` to be one."""
    if words & words_of("speech", "missions"):
        return True
    return (known or bool(words & words_of("speech", "officials"))) and not words & words_of("speech", "unofficial")


def worth_of_publisher(document: Document) -> str:
    """What a report's own word is worth: that of an army or a ministry is an authority's."""
    publisher = (document.report.publisher or "").lower()
    words = set(re.findall(r"[a-z]+", publisher))
    if contains_phrase(publisher, phrases_of("speech", "releases")):
        words -= words_of("speech", "unofficial")
    if _are_of_authority(words) or _is_issued_by_authority(document.report.text):
        return "confirmed"
    return "claimed_only" if speaks_as_doers(document) else "reported"


def _is_issued_by_authority(text: str) -> bool:
    """True for a text headed in capitals by who issues it ("MINISTRY OF DEFENCE, LONDON."), and not by its news."""
    header = _ISSUER.match(text)
    if header is None:
        return False
    words = set(re.findall(r"[a-z]+", header.group().lower()))
    deeds = words_of("triggers", "nouns") | words_of("triggers", "verbs") | words_of("triggers", "effect")
    told = {w for w in words if w in deeds or w.removesuffix("s") in deeds or w.removesuffix("ed") in deeds}
    return not told and _are_of_authority(words)


def speaks_as_doers(document: Document) -> bool:
    """True for a report that speaks of "our fighters" as its own, outside of quotations."""
    return any(
        (_is_our_fighter(t) or _is_we_who_attack(t)) and not _is_quoted(document.report.text, t.idx)
        for t in document.doc
    )


def _is_our_fighter(token: Token) -> bool:
    return token.lower_ == "our" and token.head.lemma_.lower() in words_of("speech", "own_fighters")


def _is_we_who_attack(token: Token) -> bool:
    return (
        token.lower_ == "we" and token.dep_ == "nsubj" and token.head.lemma_.lower() in words_of("speech", "own_deeds")
    )


def _is_quoted(text: str, at: int) -> bool:
    before = text[text.rfind("\n\n", 0, at) + 1 : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


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

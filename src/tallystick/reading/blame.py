"""Who is blamed for it, and by whom: said to have done it, and not stated."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.terms import Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.participant_names import as_alleged, is_doer, participant_of
from tallystick.reading.phrases import agent_of, blames, object_of, passive_subject_of, subject_of
from tallystick.reading.speaker_finding import find_speaker

_BEFORE_ACCUSED = {
    "blame": ("on",), "attribute": ("to",), "pin": ("on",), "ascribe": ("to",), "point": ("at", "to"), "fall": ("on",),
    "link": ("to",), "connect": ("to",), "tie": ("to",), "trace": ("to",),
}  # fmt: skip
_BEFORE_DEED = frozenset({"to", "with", "in"})


def find_blame(document: Document, frame: Frame) -> list[Participant] | None:
    """Who is blamed and by whom ("the United States blamed the group for the attack"); None if nobody is.

    Where nobody is named who blames ("an attack blamed on the group"), it is the one on whose word the event stands.
    If there is none either, the blame stands alone.
    """
    for verb in _verbs_of_blame(frame):
        accused = _accused_by(document, verb)
        return None if accused is None else _parties(document, accused, blamer_of(verb) or _speaker(frame))
    accused = _believed_doer(document, frame)
    return None if accused is None else _parties(document, accused, _speaker(frame))


def find_counter_blame(document: Document, frame: Frame) -> list[Participant]:
    """Whom a denier blames instead ("denied responsibility for the killing and accused the rebels of the crime")."""
    for verb in (c for above in (frame.head, *frame.head.ancestors) for c in above.conjuncts):
        accused = _accused_by(document, verb) if blames(verb) else None
        if accused is not None:
            return _parties(document, accused, blamer_of(verb))
    return []


def find_later_blame(document: Document, sentence: Span) -> list[Participant] | None:
    """Who a sentence blames that tells no event of its own ("Officials blamed the group", "The group is suspected")."""
    for verb in sentence:
        if not blames(verb) or verb.dep_ not in ("ROOT", "conj", "ccomp", "advcl"):
            continue
        accused = _accused_by(document, verb)
        # Whoever is blamed for something else is told so behind "for" or "of".
        if accused is None or _says_for_what(verb):
            return None
        return _parties(document, accused, blamer_of(verb))
    return None


def is_suspected(noun: Token) -> bool:
    """True for the gunmen of "suspected gunmen" and of "jets believed to be theirs"."""
    before = any(c.lower_ in words_of("cues", "alleged") for c in noun.subtree if c.i < noun.i)
    return before or any(c.dep_ in ("acl", "relcl") and _believes(c) for c in noun.rights)


def blames_for_another(verb: Token, event: Token) -> bool:
    """True for "reported a bombing and blamed the group for a kidnapping": the blame says itself for what."""
    return event not in verb.subtree and _says_for_what(verb)


def blame_over(noun: Token) -> Token | None:
    """The verb of blame above a noun, the nearest; null if there is none."""
    return next((above for above in noun.ancestors if blames(above)), None)


def _says_for_what(verb: Token) -> bool:
    return any(c.lower_ in ("for", "of") and c.dep_ == "prep" for c in verb.rights)


def _parties(document: Document, accused: Token, blamer: Token | None) -> list[Participant]:
    parties = [as_alleged(participant_of(document, accused, Role.PERPETRATOR))]
    if blamer is not None and blamer.pos_ != "PRON" and blamer != accused:
        parties.append(participant_of(document, blamer, Role.ATTRIBUTOR))
    return parties


def _speaker(frame: Frame) -> Token | None:
    return find_speaker(frame.head, frame.sentence)


def _verbs_of_blame(frame: Frame) -> Iterator[Token]:
    """The verbs of blame above an event, beside it, and behind its noun ("a bombing blamed on")."""
    yield from (verb for verb in (*frame.head.ancestors, *frame.head.conjuncts) if blames(verb))
    yield from (verb for t in frame.triggers for verb in _blaming_for(t.token))
    # "No group claimed the bombing, but suspicion falls on the group"; blame for another thing is told so.
    beside = (verb for above in frame.head.ancestors for verb in above.conjuncts if verb.sent == frame.sentence)
    yield from (verb for verb in beside if verb.i > frame.head.i and blames(verb) and not _says_for_what(verb))
    for trigger in frame.triggers:
        noun = trigger.token
        behind = (t for t in noun.subtree if t.i > noun.i and t.dep_ in ("acl", "relcl") and blames(t))
        # "launched missiles in response to an attack that it blamed on the group": the attack, and not the missiles.
        nouns = words_of("triggers", "nouns")
        yield from (t for t in behind if not any(w.lemma_.lower() in nouns for w in noun.doc[noun.i + 1 : t.i]))


def _blaming_for(deed: Token) -> Iterator[Token]:
    """The "linked" of "linked the bombing to the group", "was linked to it" and "the bombing linked to the group"; the
    "charged" of "charged the army with the murder". Their word is of blame only beside the deed itself.
    """
    verbs = [c for c in deed.rights if c.dep_ == "acl"]
    if deed.dep_ in ("dobj", "nsubjpass"):
        verbs.append(deed.head)
    elif deed.dep_ == "pobj" and deed.head.lower_ in _BEFORE_DEED:
        verbs.append(deed.head.head)
    yield from (v for v in verbs if v.pos_ == "VERB" and v.lemma_.lower() in words_of("roles", "blames_of_deed"))


def _believes(verb: Token) -> bool:
    return verb.tag_ == "VBN" and verb.lemma_.lower() in words_of("roles", "believes")


def _believed_doer(document: Document, frame: Frame) -> Token | None:
    """Who is believed to have done it: "X is believed to be behind the attack", "the attack is thought to be X's work".

    The verb of belief stands in the passive: who believes is somebody else, or nobody who is named.
    """
    for verb in (a for a in (frame.head, *frame.head.ancestors) if a.sent == frame.sentence):
        for above in (verb, *verb.children):
            if not _believes(above):
                continue
            subject = passive_subject_of(above)
            if subject is None:
                continue
            if subject.i in {t.token.i for t in frame.triggers}:
                behind = (t for t in above.subtree if t.dep_ == "pobj" and _is_work_of(t))
                return next((t for t in behind if is_doer(document, t)), None)
            if is_doer(document, subject) and frame.head in set(above.subtree):
                return subject
    return None


def _is_work_of(noun: Token) -> bool:
    """True for the group of "the work of the group" and of "carried out by the group"."""
    return noun.head.lower_ == "by" or (
        noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in words_of("roles", "handiwork")
    )


def _accused_by(document: Document, verb: Token) -> Token | None:
    """Who a verb of blame blames: its object, else behind "on" and "to" where he may stand there."""
    thing = object_of(verb) or passive_subject_of(verb)
    if thing is not None and is_doer(document, thing):
        return thing
    # A parser may hang "on the group" on the attack or on who blames: "blamed the attack on the group".
    prepositions = _BEFORE_ACCUSED.get(verb.lemma_.lower(), ())
    behind = (t for t in verb.subtree if t.i > verb.i and t.dep_ == "pobj" and t.head.lower_ in prepositions)
    return next((t for t in behind if is_doer(document, t)), None)


def blamer_of(verb: Token) -> Token | None:
    """Who blames. A parser may take "which officials blamed on" for "officials blamed"."""
    if verb.dep_ == "acl" and verb.tag_ == "VBD":
        return verb.head
    blamer = subject_of(verb) or agent_of(verb)
    return None if blamer is not None and blamer.lower_ in words_of("roles", "falls_on") else blamer

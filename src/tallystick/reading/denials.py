"""Where somebody denies what a claimant has just told ("The governor denied it."), or to have done it himself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.terms import Modality, Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.modality import denying_verb
from tallystick.reading.participant_names import is_doer, participant_of
from tallystick.reading.phrases import says, subject_of
from tallystick.reading.speakers import author_of
from tallystick.reading.told import Told

_NOBODY = frozenset({"none", "neither", "nobody", "no"})


def take_denial(document: Document, sentence: Span, told: Told) -> None:
    """Add what a sentence denies that tells no event to the event told just before.

    A claim that is denied gets a denial beside it. Who denies a deed of which he is accused is its denier.
    """
    if take_denier(document, sentence, told) or not told.events:
        return
    last = told.events[-1]
    near = last.status_cue == "claimed_only" and sentence.start <= last.sentence.end + 1
    if near and any(_denies(t, words_of("cues", "what_is_claimed")) for t in sentence):
        quote = document.quote_span(sentence)
        denial = replace(
            last, modality=Modality.DENIED, quote=quote, stretches=[sentence], status_cue="reported", reporter=None
        )
        # Before the claim, which stays the event that is told last.
        told.events.insert(-1, denial)


def take_denier(document: Document, sentence: Span, told: Told) -> bool:
    """Lets the event told last have as denier whoever denies a part in it; true if somebody does."""
    if not told.events or sentence.start > max(s[-1].sent.end for s in told.events[-1].stretches) + 1:
        return False
    last = told.events[-1]
    denier = _accused_who_denies(document, sentence, last)
    if denier is None or last.modality is Modality.DENIED:
        return False
    known = {p.actor_id or p.name for p in last.participants if p.role is Role.DENIER}
    if (denier.actor_id or denier.name) not in known:
        last.participants = (*last.participants, denier)
        last.stretches.append(sentence)
    return True


def find_denier(document: Document, frame: Frame) -> Participant | None:
    """Who denies the deed that a frame tells, or a part in it ("denied that its troops had shelled the camp")."""
    verb = denying_verb(frame.head)
    if verb is None and (beside := [t for t in frame.sentence if _denies(t, words_of("cues", "what_is_blamed"))]):
        verb = beside[0] if any(frame.head in c.subtree for c in beside[0].rights) else None
    denier = subject_of(verb) if verb is not None else None
    if denier is None or denier.pos_ == "PRON" or not is_doer(document, denier):
        return None
    return participant_of(document, denier, Role.DENIER)


def _accused_who_denies(document: Document, sentence: Span, event: Frame) -> Participant | None:
    """Who denies a part in the event told before ("The group denied responsibility", "rejected the accusation")."""
    for verb in sentence:
        own = _denies(verb, words_of("cues", "what_is_blamed")) or disowns(verb)
        if not own and not _denies(verb, frozenset({"it", "this"})) and not _calls_untrue(verb):
            continue
        subject = _who_says(verb)
        if subject is None or subject.pos_ == "PRON" or not is_doer(document, subject):
            return None
        denier = participant_of(document, subject, Role.DENIER)
        return denier if own or _is_accused(denier, event) else None
    return None


def disowns(verb: Token) -> bool:
    """True for "had nothing to do with it", "was not behind it" and "none of its members was involved"."""
    of_nobody = _has_subject_of_nobody(verb)
    if verb.lemma_ == "have":
        nothing = next((c for c in verb.rights if _is_nothing(c, of_nobody=of_nobody)), None)
        return nothing is not None and any(t.lower_ in ("with", "in") for t in verb.subtree if t.i > nothing.i)
    if not of_nobody and not any(c.dep_ == "neg" for c in verb.children):
        return False
    behind = verb.lemma_ == "be" and any(c.lower_ in ("behind", "responsible") for c in verb.rights)
    return behind or verb.lemma_.lower() == "involve"


def _is_nothing(thing: Token, *, of_nobody: bool) -> bool:
    """True for "nothing" and "no part", and for "anything" and "any part" behind "none of its members"."""
    if thing.lower_ == ("anything" if of_nobody else "nothing"):
        return True
    no = any(c.lower_ == ("any" if of_nobody else "no") for c in thing.lefts)
    return no and thing.lemma_.lower() in words_of("cues", "what_is_blamed")


def _has_subject_of_nobody(verb: Token) -> bool:
    """True for "none of its members", "neither side" and "no unit" as who did it."""
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and any(t.lower_ in _NOBODY for t in (subject, *subject.lefts))


def _calls_untrue(verb: Token) -> bool:
    """True for "called the accusation baseless"."""
    if verb.lemma_.lower() not in words_of("cues", "calls"):
        return False
    inside = list(verb.subtree)
    accused = any(t.lemma_.lower() in words_of("cues", "what_is_blamed") for t in inside)
    return accused and any(t.lower_ in words_of("cues", "untrue") for t in inside)


def _who_says(verb: Token) -> Token | None:
    """The subject of a verb; where that is a pronoun, who says so ("the group said it had nothing to do with it")."""
    subject = subject_of(verb)
    if subject is None or subject.pos_ != "PRON":
        return author_of(subject)
    above = next((a for a in verb.ancestors if a.pos_ == "VERB" and says(a)), None)
    return subject if above is None else author_of(subject_of(above))


def _is_accused(denier: Participant, event: Frame) -> bool:
    return any(
        p.role is Role.PERPETRATOR and (p.actor_id or p.name) == (denier.actor_id or denier.name)
        for p in event.participants
    )


def _denies(verb: Token, what: Collection[str]) -> bool:
    """True for "denied it" and "rejected the claim", unless that is itself denied."""
    if verb.lemma_.lower() not in words_of("cues", "denies") or verb.pos_ != "VERB":
        return False
    denied = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    denied += [c for d in denied for c in d.conjuncts]
    return any(c.lemma_.lower() in what for c in denied) and not any(c.dep_ == "neg" for c in verb.children)

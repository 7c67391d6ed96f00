"""Claims taken back by who made them, and statements taken down."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import ClaimStep
from tallystick.reading.claim_happened import happened
from tallystick.reading.claim_things import claim_in, governed, passive_subject
from tallystick.reading.claim_turn import Turn
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of, object_of, says, subject_of


def taken_back(verb: Token) -> Turn | None:
    """The step of "withdrew its claim", "took the claim back" and "backed away from the claim"."""
    subject = subject_of(verb)
    if _is_no_longer(verb, "no_longer_said") and (thing := claim_in(subject)) is not None:
        return Turn(ClaimStep.WITHDRAWN, verb, thing)
    if says(verb) and happened(verb) and (thing := _own_mistake(verb)) is not None:
        return Turn(ClaimStep.WITHDRAWN, verb, thing, subject)
    if (first := _passed_on(verb)) is not None:
        return Turn(ClaimStep.WITHDRAWN, verb, None, subject, of=first)
    return _taken(verb, ClaimStep.WITHDRAWN, "take_back")


def _passed_on(verb: Token) -> Token | None:
    """Who first claimed a deed and then said that others did it ("claimed it, then said that allies had done it")."""
    if not says(verb) or not happened(verb):
        return None
    beside = [verb.head, *verb.conjuncts, *(c for c in verb.lefts if c.dep_ in ("advcl", "ccomp"))]
    first = next((t for t in beside if t.lemma_ == "claim" and t.pos_ == "VERB" and t.i < verb.i), None)
    turned = any(t.lower_ in ("then", "later", "afterwards", "but") for t in verb.doc[(first or verb).i : verb.i])
    deeds = (t for t in verb.subtree if t.i > verb.i and t.lemma_.lower() in words_of("claims", "deeds"))
    doers = (subject_of(t) for t in deeds if t.dep_ == "ccomp")
    others = any(d is not None and d.lower_ not in words_of("claims", "own") for d in doers)
    return (subject_of(first) or first) if first is not None and turned and others else None


def _own_mistake(verb: Token) -> Token | None:
    """The claim of "said its claim had been a mistake" and "said its statement was issued in error"."""
    behind = [t for t in verb.subtree if t.i > verb.i]
    own = (t for t in behind if claim_in(t) is not None and any(c.lower_ in ("its", "their", "our") for c in t.lefts))
    mistaken = any(t.lower_ in words_of("claims", "mistaken") for t in behind)
    return next(own, None) if mistaken else None


def taken_down(verb: Token) -> Turn | None:
    """The step of "deleted the post", "the statement disappeared" and "Telegram closed the channel"."""
    lemma, subject = verb.lemma_.lower(), subject_of(verb)
    gone = (lemma in words_of("claims", "gone") and happened(verb)) or _is_no_longer(verb, "no_longer")
    if gone and (thing := claim_in(subject)) is not None:
        return Turn(ClaimStep.TAKEN_DOWN, verb, thing)
    if lemma in words_of("claims", "shut") and happened(verb):
        shut = passive_subject(verb) or object_of(verb)
        by = agent_of(verb) if passive_subject(verb) is not None else subject
        if shut is not None and by is not None and shut.lemma_.lower() in words_of("claims", "accounts"):
            return Turn(ClaimStep.TAKEN_DOWN, verb, shut, by)
    return _taken(verb, ClaimStep.TAKEN_DOWN, "take_down")


def _taken(verb: Token, step: ClaimStep, words: str) -> Turn | None:
    """The step that a verb of a list tells of a claim, with or without a particle."""
    lemma = verb.lemma_.lower()
    particles = load_lexicon("claims")[f"{words}_particle"].get(lemma, ())
    particle = next((c for c in verb.children if c.lower_ in particles), None)
    if (lemma not in words_of("claims", words) and particle is None) or not happened(verb):
        return None
    passive = passive_subject(verb)
    by = subject_of(verb) if passive is None else agent_of(verb)
    noun = passive or object_of(verb) or governed(verb)
    thing = claim_in(noun)
    if noun is not None and thing is None and step is ClaimStep.TAKEN_DOWN and by is not None:
        thing = noun if noun.lemma_.lower() in words_of("claims", "accounts") else None
    return Turn(step, verb, thing, by) if thing is not None else None


def _is_no_longer(verb: Token, words: str) -> bool:
    """True for "is no longer online", by the words of a list."""
    return any(t.lower_ == "longer" and t.nbor(-1).lower_ == "no" for t in verb.subtree if t.i > 0) and any(
        t.lower_ in words_of("claims", words) for t in (verb, *verb.subtree)
    )

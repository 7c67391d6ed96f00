"""Claims that who is said to have made them denies having made."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import ClaimStep
from tallystick.reading.claim_happened import happened, is_denied
from tallystick.reading.claim_things import claim_in, governed, passive_subject
from tallystick.reading.claim_turn import Turn
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import agent_of, object_of, says, subject_of


def denied(verb: Token) -> Turn | None:
    """The step of "denied having made the claim", "said it had never claimed it" and "distanced itself from it"."""
    lemma = verb.lemma_.lower()
    if lemma in words_of("claims", "distance") and happened(verb) and claim_in(thing := governed(verb)) is not None:
        return Turn(ClaimStep.DENIED, verb, thing, subject_of(verb))
    if lemma in words_of("claims", "deny") and not is_denied(verb):
        made = any(t.i > verb.i and _makes_claim(t) for t in verb.subtree)
        thing = object_of(verb)
        if made:
            return Turn(ClaimStep.DENIED, verb, None, subject_of(verb))
        if thing is not None and claim_in(thing) is not None and thing.lemma_.lower() != "responsibility":
            return Turn(ClaimStep.DENIED, verb, thing, subject_of(verb))
        return None
    if not says(verb):
        return None
    content = [t for t in verb.subtree if t.i > verb.i and t.pos_ == "VERB" and is_denied(t)]
    if any(_makes_claim(t) or _comes_from_speaker(t) for t in content):
        return Turn(ClaimStep.DENIED, verb, None, subject_of(verb))
    return None


def _comes_from_speaker(verb: Token) -> bool:
    """True for "the statement was issued by it" and "the claim came from us"."""
    thing = passive_subject(verb) or subject_of(verb)
    if claim_in(thing) is None or verb.lemma_.lower() not in words_of("claims", "making") | words_of("claims", "comes"):
        return False
    makers = [agent_of(verb)] + [g for c in verb.rights if c.lower_ == "from" for g in c.rights if g.dep_ == "pobj"]
    return any(m is not None and m.lower_ in ("it", "them", "us") for m in makers)


def _makes_claim(verb: Token) -> bool:
    """True for "claimed the attack" and "made the claim"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words_of("claims", "making"):
        return False
    thing = object_of(verb)
    return verb.lemma_.lower() == "claim" or (thing is not None and claim_in(thing) is not None)

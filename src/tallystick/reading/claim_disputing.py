"""Claims that others call false, or for which they see no proof."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import ClaimStep
from tallystick.reading.claim_happened import happened, is_denied
from tallystick.reading.claim_turn import Turn
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import object_of, says, subject_of


def disputed(verb: Token) -> Turn | None:
    """The step of "rejected the claim", "cast doubt on the claim", "called it a lie" and "said the claim was false"."""
    lemma, thing = verb.lemma_.lower(), object_of(verb)
    if _is_told_false(verb):
        return Turn(ClaimStep.DISPUTED, verb, None, _sayer_above(verb), of=subject_of(verb))
    unfounded = _unfounded(verb)
    if unfounded is not None or is_denied(verb):
        return unfounded
    if lemma == "cast" and thing is not None and thing.lemma_.lower() == "doubt":
        tree = [t for t in verb.subtree if t.i > verb.i and t.lemma_.lower() == "claim" and t.pos_ == "NOUN"]
        return Turn(ClaimStep.DISPUTED, verb, tree[0], subject_of(verb)) if tree else None
    if lemma in words_of("claims", "dispute") and thing is not None and thing.lemma_.lower() in ("claim", "statement"):
        return Turn(ClaimStep.DISPUTED, verb, thing, subject_of(verb))
    if lemma in ("call", "describe", "brand", "label") or says(verb):
        words = [t for t in verb.subtree if t.i > verb.i]
        claim = next((t for t in words if t.pos_ == "NOUN" and t.lemma_.lower() in words_of("claims", "things")), None)
        false = any(t.lower_ in words_of("claims", "doubtful") for t in words)
        if claim is not None and false and claim.lemma_.lower() != "responsibility":
            return Turn(ClaimStep.DISPUTED, verb, claim, subject_of(verb))
    return None


def _is_told_false(verb: Token) -> bool:
    """True for "falsely claimed"."""
    claims = verb.lemma_.lower() == "claim" and happened(verb)
    return claims and any(c.lower_ in words_of("claims", "falsely") for c in verb.children)


def _unfounded(verb: Token) -> Turn | None:
    """The step of "could not confirm the claim" and "said there was no evidence for the claim".

    A paper's own "could not independently verify the claim" leaves it as it stands: it tells what the paper can check
    from where it sits, of every claim alike, and nothing against this one.
    """
    lemma, thing = verb.lemma_.lower(), object_of(verb)
    if lemma in words_of("claims", "confirm") and is_denied(verb) and thing is not None and thing.lemma_ == "claim":
        subject = _speaker(verb)
        routine = any(t.lower_ in ("independently", "immediately") for t in verb.children)
        routine = routine or subject is None or subject.lemma_.lower() in words_of("claims", "papers")
        return None if routine else Turn(ClaimStep.DISPUTED, verb, thing, subject)
    proof = thing or next((c for c in verb.rights if c.dep_ == "attr"), None)
    if proof is None or proof.lemma_.lower() not in words_of("claims", "proof"):
        return None
    if not is_denied(verb) and not any(c.lower_ == "no" for c in proof.lefts):
        return None
    claim = next((t for t in verb.subtree if t.i > proof.i and t.pos_ == "NOUN" and t.lemma_.lower() == "claim"), None)
    return Turn(ClaimStep.DISPUTED, verb, claim, _speaker(verb)) if claim is not None else None


def _speaker(verb: Token) -> Token | None:
    """The subject of a verb; for "said they could not" and "said there was no", that of the verb of saying."""
    subject = subject_of(verb)
    if subject is not None and subject.pos_ != "PRON":
        return subject
    return _sayer_above(verb)


def _sayer_above(verb: Token) -> Token | None:
    """Who says what a verb tells."""
    above = next((a for a in verb.ancestors if a.pos_ == "VERB" and says(a)), None)
    return subject_of(above) if above is not None else None

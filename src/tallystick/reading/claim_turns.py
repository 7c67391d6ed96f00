"""The words for what became of a claim: replaced, taken down, denied by its claimant, disputed by others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from tallystick.model.terms import ClaimStep
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of, object_of, says, subject_of

_NEGATIONS = ("not", "n't", "never", "nor")


@dataclass(frozen=True)
class Turn:
    """A step as the words tell it: of the claim for which ``thing`` stands, taken by whom ``by`` names."""

    step: ClaimStep
    verb: Token
    thing: Token | None
    by: Token | None = None


def is_denied(verb: Token) -> bool:
    """True for "did not claim", "has never claimed" and "claimed nothing"."""
    thing = object_of(verb)
    nothing = thing is not None and (
        thing.lower_ in ("nothing", "none", "no") or any(c.lower_ == "no" for c in thing.lefts)
    )
    return nothing or any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for c in verb.children)


def turns_at(token: Token) -> Iterator[Turn]:
    """The steps that a word tells; one at most but for "issued a superseding claim"."""
    of_claim = token.dep_ in ("amod", "compound") and token.head.lemma_.lower() in words_of("claims", "things")
    if of_claim and token.lower_ in words_of("claims", "superseding"):
        verb = token.head.head
        yield Turn(ClaimStep.SUPERSEDED, verb, None, subject_of(verb) or token.head)
    if token.pos_ not in ("VERB", "AUX"):
        return
    for read in (_superseded, _withdrawn, _denied, _disputed):
        turn = read(token)
        if turn is not None:
            yield turn
            return


def _superseded(verb: Token) -> Turn | None:
    if verb.lemma_.lower() not in words_of("claims", "supersede") or is_denied(verb):
        return None
    passive = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        thing = _thing(passive)
        return Turn(ClaimStep.SUPERSEDED, verb, thing, agent_of(verb)) if thing is not None else None
    thing = object_of(verb)
    if thing is None or _thing(thing) is None:
        return None
    return Turn(ClaimStep.SUPERSEDED, verb, thing, subject_of(verb))


def _withdrawn(verb: Token) -> Turn | None:
    lemma = verb.lemma_.lower()
    particles = load_lexicon("claims")["withdraw_particle"].get(lemma, ())
    taken = any(c.lower_ in particles for c in verb.children)
    if (lemma in words_of("claims", "withdraw") or taken) and not is_denied(verb):
        passive = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
        thing = _thing(passive) if passive is not None else _thing(object_of(verb))
        by = subject_of(verb) if passive is None else agent_of(verb)
        return Turn(ClaimStep.WITHDRAWN, verb, thing, by) if thing is not None else None
    subject = subject_of(verb)
    gone = lemma in words_of("claims", "gone") and not is_denied(verb)
    longer = any(t.lower_ == "longer" and t.nbor(-1).lower_ == "no" for t in verb.subtree if t.i > 0) and any(
        t.lower_ in words_of("claims", "no_longer") for t in (verb, *verb.subtree)
    )
    thing = _thing(subject)
    return Turn(ClaimStep.WITHDRAWN, verb, thing) if (gone or longer) and thing is not None else None


def _denied(verb: Token) -> Turn | None:
    """The step of "denied having made the claim", "said it had never claimed it" and "disowned the statement"."""
    lemma = verb.lemma_.lower()
    if lemma in words_of("claims", "deny") and not is_denied(verb):
        made = any(t.i > verb.i and _makes_claim(t) for t in verb.subtree)
        thing = object_of(verb)
        if made:
            return Turn(ClaimStep.DENIED, verb, None, subject_of(verb))
        if thing is not None and _thing(thing) is not None and thing.lemma_.lower() != "responsibility":
            return Turn(ClaimStep.DENIED, verb, thing, subject_of(verb))
        return None
    if not says(verb):
        return None
    if any(t.i > verb.i and t.pos_ == "VERB" and _makes_claim(t) and is_denied(t) for t in verb.subtree):
        return Turn(ClaimStep.DENIED, verb, None, subject_of(verb))
    return None


def _makes_claim(verb: Token) -> bool:
    """True for "claimed the attack" and "made the claim"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words_of("claims", "making"):
        return False
    thing = object_of(verb)
    return verb.lemma_.lower() == "claim" or (thing is not None and _thing(thing) is not None)


def _disputed(verb: Token) -> Turn | None:
    """The step of "rejected the claim", "cast doubt on the claim", "called it a lie" and "said the claim was false"."""
    lemma, thing = verb.lemma_.lower(), object_of(verb)
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
    above = next((a for a in verb.ancestors if a.pos_ == "VERB" and says(a)), None)
    return subject_of(above) if above is not None else None


def _thing(noun: Token | None) -> Token | None:
    """A noun that stands for a claim: by its sort, or "the first" and "an earlier one" of several."""
    if noun is None:
        return None
    if noun.lemma_.lower() in words_of("claims", "things"):
        return noun
    earlier = words_of("claims", "earlier")
    if noun.lower_ in earlier or (noun.lower_ == "one" and any(c.lower_ in earlier for c in noun.lefts)):
        return noun
    return noun if noun.lower_ in ("it", "which", "that") else None

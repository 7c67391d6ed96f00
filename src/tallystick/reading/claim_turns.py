"""The words for what became of a claim: replaced, taken back or down, denied by its claimant, disputed by others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from tallystick.model.terms import ClaimStep
from tallystick.reading.claim_happened import happened, is_denied
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of, object_of, says, subject_of


@dataclass(frozen=True)
class Turn:
    """A step as the words tell it: of the claim for which ``thing`` stands or that ``of`` makes, taken by ``by``."""

    step: ClaimStep
    verb: Token
    thing: Token | None
    by: Token | None = None
    of: Token | None = None


def turns_at(token: Token) -> Iterator[Turn]:
    """The steps that a word tells; one at most but for "issued a superseding claim"."""
    of_claim = token.dep_ in ("amod", "compound") and token.head.lemma_.lower() in words_of("claims", "things")
    if of_claim and token.lower_ in words_of("claims", "superseding"):
        verb = token.head.head
        yield Turn(ClaimStep.SUPERSEDED, verb, None, subject_of(verb) or token.head)
    if token.pos_ not in ("VERB", "AUX"):
        return
    for read in (_superseded, _taken_back, _taken_down, _denied, _disputed):
        turn = read(token)
        if turn is not None:
            yield turn
            return


def _superseded(verb: Token) -> Turn | None:
    if verb.lemma_.lower() not in words_of("claims", "supersede") or not happened(verb):
        return None
    passive = _passive_subject(verb)
    if passive is not None:
        thing = _thing(passive)
        return Turn(ClaimStep.SUPERSEDED, verb, thing, agent_of(verb)) if thing is not None else None
    thing = object_of(verb)
    if thing is None or _thing(thing) is None:
        return None
    return Turn(ClaimStep.SUPERSEDED, verb, thing, subject_of(verb))


def _taken_back(verb: Token) -> Turn | None:
    """The step of "withdrew its claim", "took the claim back" and "backed away from the claim"."""
    subject = subject_of(verb)
    if _is_no_longer(verb, "no_longer_said") and (thing := _thing(subject)) is not None:
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
    own = (t for t in behind if _thing(t) is not None and any(c.lower_ in ("its", "their", "our") for c in t.lefts))
    mistaken = any(t.lower_ in words_of("claims", "mistaken") for t in behind)
    return next(own, None) if mistaken else None


def _taken_down(verb: Token) -> Turn | None:
    """The step of "deleted the post", "the statement disappeared" and "Telegram closed the channel"."""
    lemma, subject = verb.lemma_.lower(), subject_of(verb)
    gone = (lemma in words_of("claims", "gone") and happened(verb)) or _is_no_longer(verb, "no_longer")
    if gone and (thing := _thing(subject)) is not None:
        return Turn(ClaimStep.TAKEN_DOWN, verb, thing)
    if lemma in words_of("claims", "shut") and happened(verb):
        shut = _passive_subject(verb) or object_of(verb)
        by = agent_of(verb) if _passive_subject(verb) is not None else subject
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
    passive = _passive_subject(verb)
    by = subject_of(verb) if passive is None else agent_of(verb)
    noun = passive or object_of(verb) or _governed(verb)
    thing = _thing(noun)
    if noun is not None and thing is None and step is ClaimStep.TAKEN_DOWN and by is not None:
        thing = noun if noun.lemma_.lower() in words_of("claims", "accounts") else None
    return Turn(step, verb, thing, by) if thing is not None else None


def _governed(verb: Token) -> Token | None:
    """The noun of "backed away from the claim" and "backtracked on it"."""
    near = [c for c in verb.rights if c.dep_ in ("prep", "advmod", "prt")]
    nested = [g for c in near for g in c.rights if g.dep_ == "prep"]
    places = (c for c in (*near, *nested) if c.lower_ in ("on", "from"))
    return next((g for c in places for g in c.rights if g.dep_ == "pobj"), None)


def _passive_subject(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)


def _is_no_longer(verb: Token, words: str) -> bool:
    """True for "is no longer online", by the words of a list."""
    return any(t.lower_ == "longer" and t.nbor(-1).lower_ == "no" for t in verb.subtree if t.i > 0) and any(
        t.lower_ in words_of("claims", words) for t in (verb, *verb.subtree)
    )


def _denied(verb: Token) -> Turn | None:
    """The step of "denied having made the claim", "said it had never claimed it" and "distanced itself from it"."""
    lemma = verb.lemma_.lower()
    if lemma in words_of("claims", "distance") and happened(verb) and _thing(thing := _governed(verb)) is not None:
        return Turn(ClaimStep.DENIED, verb, thing, subject_of(verb))
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
    content = [t for t in verb.subtree if t.i > verb.i and t.pos_ == "VERB" and is_denied(t)]
    if any(_makes_claim(t) or _comes_from_speaker(t) for t in content):
        return Turn(ClaimStep.DENIED, verb, None, subject_of(verb))
    return None


def _comes_from_speaker(verb: Token) -> bool:
    """True for "the statement was issued by it" and "the claim came from us"."""
    thing = _passive_subject(verb) or subject_of(verb)
    if _thing(thing) is None or verb.lemma_.lower() not in words_of("claims", "making") | words_of("claims", "comes"):
        return False
    makers = [agent_of(verb)] + [g for c in verb.rights if c.lower_ == "from" for g in c.rights if g.dep_ == "pobj"]
    return any(m is not None and m.lower_ in ("it", "them", "us") for m in makers)


def _makes_claim(verb: Token) -> bool:
    """True for "claimed the attack" and "made the claim"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words_of("claims", "making"):
        return False
    thing = object_of(verb)
    return verb.lemma_.lower() == "claim" or (thing is not None and _thing(thing) is not None)


def _disputed(verb: Token) -> Turn | None:
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

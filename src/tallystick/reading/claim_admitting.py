"""Claims by which a group owns up to a deed ("admitted the killing", "confessed to planting the bomb")."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ActorType
from tallystick.reading.claim_deeds import clause_of, is_nobody
from tallystick.reading.claim_happened import happened
from tallystick.reading.claim_makers import claimant_of, claiming_subject
from tallystick.reading.claim_making import can_claim, make_claim
from tallystick.reading.claim_pointing import claimed_noun, nouns_of_deeds
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of
from tallystick.reading.told import Told


def admitted(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    """The claim of a group that admits a deed; null where a person does, whose confession is no group's claim."""
    if not _admits(verb) or not (told.events or told.bulk):
        return None
    passive = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    claimant = agent_of(verb) if passive is not None else claimant_of(document, claiming_subject(verb), sentence)
    if claimant is None or is_nobody(claimant) or not can_claim(document, claimant):
        return None
    expression = document.actor_at.get(claimant.i)
    if expression is not None and expression.type is ActorType.PERSON:
        return None
    noun = passive if passive is not None else claimed_noun(verb)
    deed = _own_doing(verb)
    if deed is None and (noun is None or noun.lemma_.lower() not in nouns_of_deeds()):
        return None
    quote = document.quote_span(clause_of(verb, sentence))
    return make_claim(document, claimant, sentence, told, deed or verb, quote)


def _admits(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma not in words_of("claims", "admits") or not happened(verb):
        return False
    particles = load_lexicon("claims")["admits_particle"].get(lemma)
    return particles is None or any(c.lower_ in particles for c in verb.children)


def _own_doing(verb: Token) -> Token | None:
    """The deed of "admitted carrying out the attack" and "confessed to having planted the bomb"."""
    gerunds = [c for c in verb.rights if c.dep_ in ("xcomp", "ccomp", "pcomp") and c.tag_ in ("VBG", "VBN")]
    gerunds += [g for c in verb.rights if c.dep_ == "prep" for g in c.rights if g.dep_ == "pcomp"]
    alone = (g for g in gerunds if not any(c.dep_ == "nsubj" for c in g.lefts) and happened(g))
    return next((g for g in alone if g.lemma_.lower() in words_of("claims", "deeds")), None)

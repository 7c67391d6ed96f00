"""The words for what became of a claim: replaced, taken back or down, denied by its claimant, disputed by others."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tallystick.model.terms import ClaimStep
from tallystick.reading.claim_denying import denied
from tallystick.reading.claim_disputing import disputed
from tallystick.reading.claim_happened import happened
from tallystick.reading.claim_taking_back import taken_back, taken_down
from tallystick.reading.claim_things import claim_in, passive_subject
from tallystick.reading.claim_turn import Turn
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import agent_of, object_of, subject_of


def turns_at(token: Token) -> Iterator[Turn]:
    """The steps that a word tells; one at most but for "issued a superseding claim"."""
    of_claim = token.dep_ in ("amod", "compound") and token.head.lemma_.lower() in words_of("claims", "things")
    if of_claim and token.lower_ in words_of("claims", "superseding"):
        verb = token.head.head
        yield Turn(ClaimStep.SUPERSEDED, verb, None, subject_of(verb) or token.head)
    if token.pos_ not in ("VERB", "AUX"):
        return
    for read in (_superseded, taken_back, taken_down, denied, disputed):
        turn = read(token)
        if turn is not None:
            yield turn
            return


def _superseded(verb: Token) -> Turn | None:
    if verb.lemma_.lower() not in words_of("claims", "supersede") or not happened(verb):
        return None
    passive = passive_subject(verb)
    if passive is not None:
        thing = claim_in(passive)
        return Turn(ClaimStep.SUPERSEDED, verb, thing, agent_of(verb)) if thing is not None else None
    thing = object_of(verb)
    if thing is None or claim_in(thing) is None:
        return None
    return Turn(ClaimStep.SUPERSEDED, verb, thing, subject_of(verb))

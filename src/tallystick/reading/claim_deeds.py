"""Claims by which somebody tells a deed as their own, without the word."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ActorType, Modality
from tallystick.reading.claim_happened import is_denied
from tallystick.reading.claim_makers import claimant_of
from tallystick.reading.claim_making import can_claim, make_claim
from tallystick.reading.claim_quantity import read_quantity
from tallystick.reading.denials import disowns
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of, is_definite, object_of, says, subject_of
from tallystick.reading.told import Told

_BODIES = (ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY)
_OWN = frozenset({"it", "they", "its", "their", "he", "we", "our"})


def told_as_own(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    """The claim in what somebody says of a deed of their own; null where they say none."""
    ways = (_behind_it, _own_report, _own_deed)
    found = (way(document, verb, sentence, told) for way in ways)
    return next((claim for claim in found if claim is not None), None)


def _behind_it(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    """The claim in "said it was behind the attack" and "said it was responsible"."""
    claimant = claimant_of(document, subject_of(verb), sentence)
    if claimant is None or is_nobody(claimant):
        return None
    expression = document.actor_at.get(claimant.i)
    if not can_claim(document, claimant) and (expression is None or expression.type not in _BODIES):
        return None
    content = _content(verb)
    behind = next((t for t in content if t.lower_ in load_lexicon("speech")["claim"]["behind"]), None)
    if behind is None or any(says(t) and t in content for t in behind.ancestors):
        return None
    before = [t for t in content if t.i < behind.i]
    if any(t.dep_ == "neg" or t.lower_ in ("not", "nothing", "no") for t in before):
        return None
    if not any(t.lower_ in words_of("claims", "own") for t in before):
        return None
    claim = make_claim(document, claimant, sentence, told, verb, document.quote_span(clause_of(verb, sentence)))
    return claim if can_claim(document, claimant) or claim.covers or claim.scope else None


def _content(verb: Token) -> list[Token]:
    """What somebody says: what stands behind the verb, or a quotation in the first person before it ("We did it")."""
    quoted = next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    words = list(quoted.subtree) if quoted is not None else []
    ours = any(t.lower_ in ("we", "our") for t in words)
    return words if ours else [t for t in verb.subtree if t.i > verb.i]


def _own_report(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    """The claim of a group that tells a deed as its own, or that alone tells it ("said it had fired rockets at …")."""
    claimant = claimant_of(document, subject_of(verb), sentence)
    if claimant is None or not can_claim(document, claimant, strict=True) or any(map(disowns, verb.subtree)):
        return None
    tree = set(verb.subtree)
    content = [
        f
        for f in [*told.events, *told.bulk]
        if f.sentence.start <= verb.i < f.sentence.end
        and any(verb.i < t.token.i and t.token in tree for t in f.triggers)
        and f.modality in (Modality.ACTUAL, Modality.ALLEGED)
        and not f.is_told_of_another
    ]
    absorbed = [
        f for f in told.events if f not in content and any(verb.i in range(s.start, s.end) for s in f.stretches[1:])
    ]
    own = any(t.lower_ in _OWN for t in sentence.doc[verb.i : min(sentence.end, verb.i + 6)])
    if not content and not (absorbed and own):
        return None
    return make_claim(document, claimant, sentence, told, verb, document.quote_span(clause_of(verb, sentence)))


def _own_deed(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    """The claim of a group that says of a deed told before that it is its own ("said it had planted the bomb")."""
    claimant = claimant_of(document, subject_of(verb), sentence)
    if claimant is None or not can_claim(document, claimant):
        return None
    if not told.events or told.events[0].sentence.start > sentence.start:
        return None
    deed = next((t for t in _content(verb) if _is_own_deed(document, t)), None)
    if deed is None:
        return None
    return make_claim(document, claimant, sentence, told, deed, document.quote_span(clause_of(verb, sentence)))


def _is_own_deed(document: Document, verb: Token) -> bool:
    """True for a verb for a deed with a doer of one's own and an object that points back."""
    placed = verb.lemma_.lower() in words_of("claims", "places")
    if verb.pos_ != "VERB" or not (placed or verb.lemma_.lower() in words_of("claims", "deeds")) or is_denied(verb):
        return False
    if any(c.dep_ == "aux" and c.lower_ in ("would", "will", "could", "may", "might", "to") for c in verb.children):
        return False
    doer, thing = subject_of(verb), object_of(verb)
    if doer is None or thing is None:
        return False
    own = words_of("claims", "own")
    mine = doer.lower_ in own or any(c.lower_ in own for c in doer.lefts) or _is_of_ones_own(doer)
    quantity = read_quantity(verb.doc[verb.i + 1 : verb.sent.end])
    back = thing.lower_ in ("it", "them", "him", "her", "this") or is_definite(thing)
    weapon = any(w.start <= thing.i < w.end for w in document.weapons)
    if placed:
        return mine and (weapon or thing.lower_ in ("it", "them"))
    return mine and (back or weapon or quantity.noun is not None or quantity.of is not None)


def _is_of_ones_own(doer: Token) -> bool:
    """True for "one of its men" and "two of our brothers"."""
    of = (g for c in doer.rights if c.lower_ == "of" for g in c.rights if g.dep_ == "pobj")
    return any(c.lower_ in ("its", "their", "our", "his") for g in of for c in g.lefts)


def tells_deed(verb: Token) -> bool:
    """True for "claimed that it attacked the ship" and "claimed the ship had been attacked"."""
    if verb.lemma_.lower() not in words_of("claims", "deeds") or is_denied(verb):
        return False
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    doer = subject_of(verb)
    own = words_of("claims", "own")
    mine = doer is not None and (doer.lower_ in own or any(c.lower_ in own for c in doer.lefts))
    return mine or (passive and agent_of(verb) is None)


def clause_of(verb: Token, sentence: Span) -> Span:
    """The clause of a verb inside its sentence, without what a semicolon or another main clause parts off."""
    start, end = max(sentence.start, verb.left_edge.i), min(sentence.end, verb.right_edge.i + 1)
    for token in sentence.doc[start : verb.i]:
        if token.text == ";":
            start = token.i + 1
    for token in sentence.doc[verb.i : end]:
        if token.text == ";":
            end = token.i
            break
    return sentence.doc[start:end]


def is_nobody(claimant: Token) -> bool:
    """True for "no group" and "none of them"."""
    return any(c.lower_ in ("no", "none", "nobody", "neither") for c in claimant.subtree)

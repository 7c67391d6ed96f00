"""Claims of responsibility: who claims, how, and how far the claim reaches."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ActorType, ClaimMode, Modality
from tallystick.reading.claim_makers import claimant_of, together_with
from tallystick.reading.claim_making import can_claim, make_claim
from tallystick.reading.claim_quantity import read_quantity
from tallystick.reading.claim_turns import is_denied, with_turns
from tallystick.reading.denials import disowns
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of, is_definite, object_of, says, subject_of
from tallystick.reading.speakers import actor_named_by
from tallystick.reading.told import Told

_BODIES = (ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY)
_OWN = frozenset({"it", "they", "its", "their", "he", "we", "our"})


def find_claims(document: Document, told: Told) -> tuple[ClaimMention, ...]:
    """The claims of a report, each with what became of it. A claim over a quantified set ("most of these attacks")
    covers no single event.
    """
    claims: dict[str, ClaimMention] = {}
    for sentence in document.sentences:
        for token in sentence:
            for claim in _claims_at(document, token, sentence, told):
                if any(_is_same(claim, other) for other in claims.values()):
                    continue
                last = next(reversed(claims.values()), None)
                claims.setdefault(claim.id, _carried_on(claim, last, sentence))
    claims = {c.id: c for c in with_turns(document, list(claims.values()), told)}
    return tuple(claims[i] for i in sorted(claims))


def _is_same(claim: ClaimMention, other: ClaimMention) -> bool:
    """True for one claim told by two verbs of one clause ("published a video and said it used two drones")."""
    same = claim.claimant.actor == other.claimant.actor and claim.covers == other.covers and claim.id != other.id
    return same and bool(claim.covers) and claim.quote.overlaps(other.quote)


def _carried_on(claim: ClaimMention, last: ClaimMention | None, sentence: Span) -> ClaimMention:
    """The claim, made as the one before if the same claimant also makes it ("He also took responsibility for …")."""
    also = any(t.lower_ in ("also", "he", "she", "it", "they") for t in sentence)
    if last is None or claim.mode is not ClaimMode.UNKNOWN or not also:
        return claim
    if last.claimant.actor != claim.claimant.actor:
        return claim
    return claim.model_copy(update={"mode": last.mode, "channel": last.channel})


def _claims_at(document: Document, token: Token, sentence: Span, told: Told) -> list[ClaimMention]:
    if token.pos_ == "VERB" and _is_claiming(token):
        return _stated_claims(document, token, sentence, told)
    tells = says(token) or token.lemma_.lower() in words_of("claims", "boasts")
    if token.pos_ == "VERB" and tells and not (_explains_claim(token) or _denies_claiming(token)):
        claim = (
            _behind_it(document, token, sentence, told)
            or _own_report(document, token, sentence, told)
            or _own_deed(document, token, sentence, told)
        )
        return [claim] if claim is not None else []
    if token.lower_ == "claim" and token.pos_ == "NOUN":
        by = next((g for c in token.rights if c.lower_ in ("by", "from") for g in c.rights if g.dep_ == "pobj"), None)
        by = by or next((c for c in token.lefts if c.dep_ == "poss"), None)
        if by is not None and can_claim(document, by) and by.pos_ != "PRON":
            return [make_claim(document, by, sentence, told, token, document.quote_span(sentence))]
    return []


def _denies_claiming(verb: Token) -> bool:
    """True for "has not said that it did", "wrote that it had never claimed it" and "said it had claimed nothing"."""
    content = [t for t in verb.subtree if t.i > verb.i and t.pos_ == "VERB" and t.lemma_ == "claim"]
    return is_denied(verb) or any(map(is_denied, content))


def _explains_claim(verb: Token) -> bool:
    """True for "saying" in "claimed the attack, saying its fighters had …", which makes no second claim."""
    return verb.dep_ in ("advcl", "conj") and verb.head.pos_ == "VERB" and _is_claiming(verb.head)


def _is_claiming(token: Token) -> bool:
    verbs = load_lexicon("speech")["claim"]["verbs"]
    lemma = token.lemma_.lower()
    if lemma not in verbs:
        return False
    wanted = verbs[lemma]
    if wanted is None:
        return True
    return any(t.lower_ in load_lexicon("speech")["claim"]["responsibility"] for t in token.doc[token.i : token.i + 5])


def _stated_claims(document: Document, verb: Token, sentence: Span, told: Told) -> list[ClaimMention]:
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or (
        verb.tag_ == "VBN" and agent_of(verb) is not None
    )
    claimant = agent_of(verb) if passive else claimant_of(document, subject_of(verb), sentence)
    if claimant is None or _is_nobody(claimant) or is_denied(verb):
        return []
    explicit = _takes_responsibility(verb, sentence)
    if not can_claim(document, claimant) and not (explicit and document.actor_at.get(claimant.i) is not None):
        return []
    if not passive and not _is_over_event(document, verb, told, sentence):
        return []
    others, joint = together_with(document, claimant, verb)
    quote = document.quote_span(_clause(verb, sentence))
    return [
        make_claim(document, each, sentence, told, verb, quote, shared=n if others and joint else 0)
        if n == 1 or joint
        else make_claim(document, each, sentence, told, verb, quote, shared=n).model_copy(update={"is_shared": False})
        for n, each in enumerate((claimant, *others), start=1)
    ]


def _takes_responsibility(verb: Token, sentence: Span) -> bool:
    words = {t.lower_ for t in sentence.doc[verb.i : sentence.end]}
    return bool(words & set(load_lexicon("speech")["claim"]["responsibility"]))


def _is_over_event(document: Document, verb: Token, told: Told, sentence: Span) -> bool:
    """True for "claimed the attack" and "claimed responsibility"; not for "claimed that prices rose"."""
    if _takes_responsibility(verb, sentence):
        return True
    thing = object_of(verb)
    if told.events and any(c.dep_ == "ccomp" and _tells_deed(c) for c in verb.children):
        return True
    if thing is not None:
        lemmas = {thing.lemma_.lower(), *(t.lemma_.lower() for t in thing.subtree)}
        if thing.lower_ in ("it", "them") or read_quantity(sentence.doc[verb.i + 1 : sentence.end]).noun is not None:
            return bool(told.events or told.bulk)
        if any(thing.left_edge.i <= w.start <= thing.right_edge.i for w in document.weapons):
            return bool(told.events)
        return bool(lemmas & (words_of("triggers", "nouns") | {"operation", "responsibility", "incident", "bomb"}))
    return any(
        verb.i < f.head.i < sentence.end or any(verb.i < s.start < sentence.end for s in f.stretches)
        for f in told.events
    )


def _tells_deed(verb: Token) -> bool:
    """True for "claimed that it attacked the ship" and "claimed the ship had been attacked"."""
    if verb.lemma_.lower() not in words_of("claims", "deeds") or is_denied(verb):
        return False
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    doer = subject_of(verb)
    own = words_of("claims", "own")
    mine = doer is not None and (doer.lower_ in own or any(c.lower_ in own for c in doer.lefts))
    return mine or (passive and agent_of(verb) is None)


def _behind_it(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    """The claim in "said it was behind the attack" and "said it was responsible"."""
    claimant = claimant_of(document, subject_of(verb), sentence)
    if claimant is None or _is_nobody(claimant):
        return None
    expression = document.actor_at.get(claimant.i)
    if not can_claim(document, claimant) and (expression is None or expression.type not in _BODIES):
        return None
    behind = next(
        (t for t in verb.subtree if t.i > verb.i and t.lower_ in load_lexicon("speech")["claim"]["behind"]), None
    )
    if behind is None or any(says(t) and t.i > verb.i for t in behind.ancestors):
        return None
    if any(t.dep_ == "neg" or t.lower_ in ("not", "nothing", "no") for t in sentence.doc[verb.i : behind.i]):
        return None
    if not any(t.lower_ in words_of("claims", "own") for t in sentence.doc[verb.i : behind.i]):
        return None
    claim = make_claim(document, claimant, sentence, told, verb, document.quote_span(_clause(verb, sentence)))
    return claim if can_claim(document, claimant) or claim.covers or claim.scope else None


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
    return make_claim(document, claimant, sentence, told, verb, document.quote_span(_clause(verb, sentence)))


def _own_deed(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    """The claim of a group that says of a deed told before that it is its own ("said it had planted the bomb")."""
    claimant = claimant_of(document, subject_of(verb), sentence)
    if claimant is None or not can_claim(document, claimant) or actor_named_by(document, claimant) is None:
        return None
    if not told.events or told.events[0].sentence.start > sentence.start:
        return None
    deed = next((t for t in verb.subtree if t.i > verb.i and _is_own_deed(document, t)), None)
    if deed is None:
        return None
    return make_claim(document, claimant, sentence, told, deed, document.quote_span(_clause(verb, sentence)))


def _is_own_deed(document: Document, verb: Token) -> bool:
    """True for a verb for a deed with a doer of one's own and an object that points back."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words_of("claims", "deeds") or is_denied(verb):
        return False
    if any(c.dep_ == "aux" and c.lower_ in ("would", "will", "could", "may", "might", "to") for c in verb.children):
        return False
    doer, thing = subject_of(verb), object_of(verb)
    if doer is None or thing is None:
        return False
    own = words_of("claims", "own")
    mine = doer.lower_ in own or any(c.lower_ in own for c in doer.lefts)
    quantity = read_quantity(verb.doc[verb.i + 1 : verb.sent.end])
    back = thing.lower_ in ("it", "them", "him", "her", "this") or is_definite(thing)
    weapon = any(w.start <= thing.i < w.end for w in document.weapons)
    return mine and (back or weapon or quantity.noun is not None or quantity.of is not None)


def _clause(verb: Token, sentence: Span) -> Span:
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


def _is_nobody(claimant: Token) -> bool:
    """True for "no group" and "none of them"."""
    return any(c.lower_ in ("no", "none", "nobody", "neither") for c in claimant.subtree)

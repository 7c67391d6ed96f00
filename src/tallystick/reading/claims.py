"""Claims of responsibility: who claims, how, and how far the claim reaches."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ActorType, ClaimMode
from tallystick.reading.claim_admitting import admitted
from tallystick.reading.claim_book import with_turns
from tallystick.reading.claim_deeds import clause_of, is_nobody, tells_deed, told_as_own
from tallystick.reading.claim_happened import happened, is_denied
from tallystick.reading.claim_makers import claimant_of, claiming_subject, is_unlisted_name, named_before, together_with
from tallystick.reading.claim_making import can_claim, make_claim
from tallystick.reading.claim_pointing import claimed_noun, nouns_of_deeds
from tallystick.reading.claim_quantity import read_quantity
from tallystick.reading.claim_showing import shown_or_said
from tallystick.reading.claim_statement import claims_of_statement
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of, object_of, says
from tallystick.reading.told import Told


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
    own = claims_of_statement(document, told, tuple(claims.values()))
    claims |= {c.id: c for c in own}
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
    if _is_claim_noun(token):
        by = _maker_of(token) or next((c for c in token.lefts if c.dep_ == "poss"), None)
        listed = by is not None and by.pos_ != "PRON" and can_claim(document, by, strict=token.lower_ == "claims")
        if by is not None and (listed or _is_named_on_no_list(document, by, token)):
            return [make_claim(document, by, sentence, told, token, document.quote_span(sentence))]
    if token.pos_ == "VERB" and _is_claiming(token) and not _is_claim_noun(token):
        return _stated_claims(document, token, sentence, told)
    if token.pos_ == "VERB" and (owned := admitted(document, token, sentence, told)) is not None:
        return [owned]
    if token.pos_ == "VERB" and (seen := shown_or_said(document, token, sentence, told)) is not None:
        return [seen]
    tells = says(token) or token.lemma_.lower() in words_of("claims", "boasts")
    if token.pos_ == "VERB" and tells and not (_explains_claim(token) or _denies_claiming(token)):
        claim = told_as_own(document, token, sentence, told)
        return [claim] if claim is not None else []
    if token.lower_ == "claimant" and (named := _named_as(token)) is not None and can_claim(document, named):
        return [make_claim(document, named, sentence, told, token, document.quote_span(sentence))]
    return []


def _is_claim_noun(token: Token) -> bool:
    """True for "a claim by X", and for "claims by X" in a log, which a parser may take for a verb."""
    if token.lower_ == "claim" and token.pos_ == "NOUN":
        return True
    return token.lower_ == "claims" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "by"


def _maker_of(claim: Token) -> Token | None:
    """Who made "a claim by X", and one that "came from X"."""
    places = [*claim.rights]
    if claim.dep_ == "nsubj" and claim.head.lemma_.lower() in words_of("claims", "comes") and happened(claim.head):
        places += claim.head.rights
    return next((g for c in places if c.lower_ in ("by", "from") for g in c.rights if g.dep_ == "pobj"), None)


def _named_as(noun: Token) -> Token | None:
    """Who is "named as claimant" and "given as the claimant"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else None
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None) if verb is not None else None


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
    claimant = agent_of(verb) if passive else claimant_of(document, claiming_subject(verb), sentence)
    is_pronoun = claimant is not None and claimant.pos_ == "PRON"
    if is_pronoun or (not passive and (claimant is None or _takes_responsibility(verb, sentence))):
        claimant = named_before(document, verb, sentence, instead_of=claimant)
    if claimant is None or is_nobody(claimant) or not happened(verb):
        return []
    explicit = _takes_responsibility(verb, sentence)
    named = document.actor_at.get(claimant.i) is not None
    if (
        not can_claim(document, claimant)
        and not (explicit and named)
        and not _is_named_over_deed(document, claimant, verb)
    ):
        return []
    if not passive and not _is_over_event(document, verb, told, sentence):
        return []
    others, joint = together_with(document, claimant, verb)
    quote = document.quote_span(clause_of(verb, sentence))
    return [
        make_claim(document, each, sentence, told, verb, quote, shared=n if others and joint else 0)
        if n == 1 or joint
        else make_claim(document, each, sentence, told, verb, quote, shared=n).model_copy(update={"is_shared": False})
        for n, each in enumerate((claimant, *others), start=1)
    ]


def _is_named_over_deed(document: Document, claimant: Token, verb: Token) -> bool:
    """True for a body of a state, or a name on no list, that claims a deed in so many words ("claimed the bombing")."""
    thing = object_of(verb)
    over = thing is not None and thing.lemma_.lower() in words_of("triggers", "nouns")
    if verb.lemma_.lower() != "claim" or not (over or _takes_responsibility(verb, verb.sent)):
        return False
    expression = document.actor_at.get(claimant.i)
    if expression is None:
        return is_unlisted_name(document, claimant)
    return expression.type is not ActorType.MEDIA


def _is_named_on_no_list(document: Document, by: Token, claim: Token) -> bool:
    """True for the name on no list behind "a claim of responsibility by X"."""
    return is_unlisted_name(document, by) and any(t.lower_ == "responsibility" for t in claim.subtree)


def _takes_responsibility(verb: Token, sentence: Span) -> bool:
    words = {t.lower_ for t in sentence.doc[verb.i : sentence.end]}
    return bool(words & set(load_lexicon("speech")["claim"]["responsibility"]))


def _is_over_event(document: Document, verb: Token, told: Told, sentence: Span) -> bool:
    """True for "claimed the attack" and "claimed responsibility"; not for "claimed that prices rose"."""
    thing = object_of(verb)
    if _takes_responsibility(verb, sentence):
        return not _is_of_no_deed(verb) and not _is_anothers(thing)
    if told.events and any(c.dep_ == "ccomp" and tells_deed(c) for c in verb.children):
        return True
    if thing is not None:
        lemmas = {thing.lemma_.lower(), *(t.lemma_.lower() for t in thing.subtree)}
        if thing.lower_ in ("it", "them") or read_quantity(sentence.doc[verb.i + 1 : sentence.end]).noun is not None:
            return bool(told.events or told.bulk)
        if any(thing.left_edge.i <= w.start <= thing.right_edge.i for w in document.weapons):
            return bool(told.events)
        return bool(lemmas & nouns_of_deeds())
    return any(
        verb.i < f.head.i < sentence.end or any(verb.i < s.start < sentence.end for s in f.stretches)
        for f in told.events
    )


def _is_of_no_deed(verb: Token) -> bool:
    """True for "claimed credit for the truce" and "took responsibility for the children"."""
    noun = claimed_noun(verb)
    return noun is not None and noun.lemma_.lower() in words_of("claims", "no_deeds")


def _is_anothers(thing: Token | None) -> bool:
    """True for "announced ETA's responsibility"."""
    return thing is not None and any(c.dep_ == "poss" and c.pos_ != "PRON" for c in thing.lefts)

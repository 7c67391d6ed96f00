"""Who claims: the group behind a note, a caller or a spokesman, and those who claim together."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.terms import ActorType
from tallystick.reading.claim_making import can_claim, is_part_of_group
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import agent_of, object_of, subject_of
from tallystick.reading.speakers import author_of

_BODIES = (ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY)
_HEAD = 2
"""In so many sentences a statement names whose it is. Our choice."""
_APART = frozenset({"both", "each", "separately", "rival", "competing"})


def claimant_of(document: Document, subject: Token | None, sentence: Span) -> Token | None:
    """Who claims by the subject of a claim: itself, or the group for which a bearer of the claim speaks. Null for a
    bearer of whom no group is told, and for groups that are only counted ("two groups").
    """
    named = author_of(subject)
    if named is None or subject is None:
        return None
    if subject.lower_ == "we":
        named = next((c for c in subject.rights if c.dep_ == "appos"), None)
        names = (t for t in named.subtree if t.i in document.actor_at) if named is not None else iter(())
        return next((t for t in names if can_claim(document, t)), None) or signatory_of(document)
    lemma = subject.lemma_.lower()
    if lemma not in words_of("claims", "bearers"):
        return None if any(c.dep_ == "nummod" and c.lower_ != "one" for c in subject.lefts) else named
    if named is not subject and can_claim(document, named):
        return named
    own = list(subject.subtree)
    behind, before = sentence.doc[subject.i : sentence.end], sentence.doc[sentence.start : subject.i]
    speaks = lemma in words_of("claims", "speakers")
    around = [t for t in behind if _is_spoken_for(t)] if speaks else [*behind, *reversed(list(before))]
    found = [t for t in (*own, *around) if _is_head_of_name(document, t)]
    groups = [t for t in found if document.actor_at[t.i].type is not ActorType.PERSON and can_claim(document, t)]
    bodies = [t for t in own if _is_head_of_name(document, t) and document.actor_at[t.i].type in _BODIES]
    if not groups and not bodies and is_part_of_group(subject):
        return subject
    return next(iter((*groups, *bodies)), None) or _signed_by(document, own)


def claiming_subject(verb: Token) -> Token | None:
    """The subject of a verb of claiming; the noun before it, where a long name with what is beside it led the parser to
    take the verb for a participle ("The Front, armed wing of the Party, claimed responsibility").
    """
    subject = subject_of(verb)
    has_object = object_of(verb) is not None or any(c.lower_ == "to" for c in verb.rights)
    participle = subject is None and verb.dep_ == "acl" and has_object and agent_of(verb) is None
    return verb.head if participle else subject


def named_before(document: Document, verb: Token, sentence: Span, *, instead_of: Token | None) -> Token | None:
    """Who claims where the subject is a pronoun, an outlet or not found: for whom, or the one group named before.

    It is looked for in the sentence, and for a pronoun in the sentence before. ``instead_of`` is kept where it may
    claim itself, or is anybody else by name.
    """
    pronoun = instead_of is not None and instead_of.lower_ in ("it", "they", "he", "she")
    if instead_of is not None and not pronoun and not _is_outlet_of_group(document, instead_of, sentence):
        return instead_of
    for_whom = (t for c in verb.rights if c.lower_ == "for" for t in c.rights if t.dep_ == "pobj")
    if instead_of is None and (spoken_for := next((t for t in for_whom if _is_group(document, t)), None)) is not None:
        return spoken_for
    here = [t for t in sentence.doc[sentence.start : verb.i] if _is_group(document, t)]
    before = next((s for s in reversed(document.sentences) if s.end <= sentence.start), None)
    if not here and pronoun and before is not None:
        here = [t for t in before if _is_group(document, t)]
    names = {document.actor_at[t.i].actor_id or document.actor_at[t.i].name for t in here}
    return here[-1] if len(names) == 1 else instead_of


def _is_outlet_of_group(document: Document, name: Token, sentence: Span) -> bool:
    """True for "the IS weekly an-Naba'", a name on no list behind the word for its sort."""
    near = sentence.doc[max(sentence.start, name.i - 5) : name.i]
    outlet = any(t.lower_ in words_of("claims", "bearers") for t in near)
    return outlet and not can_claim(document, name) and any(_is_group(document, t) for t in near)


def _is_group(document: Document, token: Token) -> bool:
    return token.i in document.actor_at and can_claim(document, token, strict=True)


def signatory_of(document: Document) -> Token | None:
    """Whose statement a report is: who "a statement by" names at its head, or else the armed group named there before
    the statement says "we" or "our". Null where that is nobody who claims.
    """
    head = [t for s in document.sentences[:_HEAD] for t in s]
    first = next((t.i for t in head if t.lower_ in ("we", "our", "us")), head[-1].i if head else 0)
    signed = next((t for t in head if t.i < first and t.dep_ == "pobj" and _is_under_statement(t)), None)
    if signed is not None:
        return signed if can_claim(document, signed) or is_unlisted_name(document, signed) else None
    armed = (t for t in head if t.i < first and t.i in document.actor_at)
    return next((t for t in armed if can_claim(document, t, strict=True)), None)


def _is_under_statement(name: Token) -> bool:
    bearer = name.head.head
    by = name.head.lower_ in ("by", "of", "from") and bearer.lemma_.lower() in words_of("claims", "bearers")
    return by and bearer.dep_ == "ROOT"


def is_unlisted_name(document: Document, noun: Token) -> bool:
    """True for a name that no list knows: no actor's, no place's."""
    is_name = noun.pos_ == "PROPN" or (len(noun) > 1 and noun.text.isupper())
    return is_name and noun.i not in document.actor_at and noun.i not in document.place_at


def _signed_by(document: Document, own: list[Token]) -> Token | None:
    """The name on no list under a statement ("a communique in the name of the Dawn Cells", "a note signed by X")."""
    signed = (t for t in own if t.dep_ == "pobj" and t.head.lower_ in ("of", "by", "from") and t.pos_ == "PROPN")
    names = (t for t in signed if t.head.head.lemma_.lower() in words_of("claims", "signs"))
    return next((t for t in names if is_unlisted_name(document, t)), None)


def _is_spoken_for(name: Token) -> bool:
    """True for the group of "said he spoke for X", "on behalf of X" and "in the name of X"."""
    above = name.head
    if name.dep_ != "pobj" or above.lower_ not in ("for", "of"):
        return False
    return above.head.lemma_.lower() in ("speak", "call", "behalf", "name", "claim")


def _is_head_of_name(document: Document, token: Token) -> bool:
    expression = document.actor_at.get(token.i)
    named = expression is not None and (expression.actor_id is not None or expression.quote.exact[:1].isupper())
    return named and expression is not None and document.head_of(expression) == token


def together_with(document: Document, claimant: Token, verb: Token) -> tuple[list[Token], bool]:
    """Those who claim beside a claimant ("A and B claimed"), and whether they claim together or each for itself."""
    others = [
        t
        for t in claimant.conjuncts
        if t.i < verb.i
        and can_claim(document, t)
        and document.actor_at.get(t.i) is not document.actor_at.get(claimant.i)
    ]
    words = {t.lower_ for t in verb.doc[claimant.left_edge.i : verb.right_edge.i + 1]}
    return others, not words & _APART

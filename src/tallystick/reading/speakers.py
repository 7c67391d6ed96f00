"""Who is meant by the subject of a verb of saying: the group behind a statement, the name that a group gives itself."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.expression import ActorExpression
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon


def author_of(subject: Token | None) -> Token | None:
    """The group behind "statements issued by …" and "a video from …"; else the subject itself."""
    if subject is None or subject.lemma_.lower() not in load_lexicon("speech")["claim"]["channels"]:
        return subject
    for inner in subject.subtree:
        if inner.dep_ == "pobj" and inner.head.lower_ in ("by", "from", "of"):
            return inner
    return next((c for c in subject.lefts if c.dep_ == "poss"), subject)


def actor_named_by(document: Document, noun: Token) -> ActorExpression | None:
    """The actor that a noun names: itself, or by the name that it gives itself ("a group that calls itself X")."""
    own = document.actor_at.get(noun.i)
    named = _named_beside(document, noun) if own is None or own.is_mere_description else None
    if named is not None:
        return named
    if own is not None:
        return own
    for child in noun.rights:
        if _names(child):
            return next((document.actor_at[t.i] for t in child.subtree if t.i in document.actor_at), None)
    return None


def _named_beside(document: Document, noun: Token) -> ActorExpression | None:
    """The body named right behind a noun for it ("a commando unit, the White Eagles", "the organisation "Dawn"").

    A person's name beside an office is no body's ("the spokesman, John Doe").
    """
    for child in (c for c in noun.rights if c.dep_ == "appos"):
        told = document.actor_at.get(child.i)
        if told is not None and told.names_body and document.head_of(told) == child:
            return told
    return None


def namesake_of(name: Token) -> Token:
    """The group that gives itself a name ("a group" for the name in "a group that calls itself X"), else the name."""
    clause = next((a for a in name.ancestors if _names(a)), None)
    return name if clause is None else clause.head


def _names(clause: Token) -> bool:
    return clause.dep_ in ("relcl", "acl") and clause.lemma_.lower() in ("call", "name", "know", "dub", "style")

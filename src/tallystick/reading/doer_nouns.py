"""The nouns that the grammar around an event's word puts forward as who did it, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tallystick.reading.interception import is_interception
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import (
    agent_of,
    object_of,
    objects_of_prepositions,
    passive_subject_of,
    says,
    subject_of,
)

_OWNERS = ("poss", "compound", "amod", "nmod")
_AGENT_REACH = 12  # tokens behind an event's noun within which a "by" is its own


def doer_nouns(token: Token) -> Iterator[Token]:
    """Whoever an event's verb or noun may be the deed of."""
    yield from _owner_before(token)
    if token.pos_ in ("NOUN", "PROPN") or _is_only_noun(token):
        yield from _of_noun(token)
    elif token.pos_ in ("VERB", "ADJ"):
        yield from _of_verb(token)


def with_owner(noun: Token) -> Iterator[Token]:
    """A noun and whose it is ("Ukraine's security service", "US-led forces")."""
    yield noun
    yield from owners_of(noun)


def owners_of(noun: Token) -> Iterator[Token]:
    """Whose a deed or a force is, as the words before it tell; who leads it, if nothing else."""
    for child in noun.lefts:
        # A parser may take the owner of "army shelling of a town" for a subject.
        if child.dep_ in _OWNERS or (child.dep_ == "nsubj" and noun.tag_ == "VBG"):
            yield child
            if child.lower_ == "led":
                yield from (c for c in child.lefts if c.dep_ == "npadvmod")


def is_done_to_owner(noun: Token) -> bool:
    """True for a killing that its owner suffered ("the colonel's killing"), and not "the group's killing of him"."""
    if noun.lemma_.lower() not in words_of("roles", "suffered_nouns"):
        return False
    return next(objects_of_prepositions(noun, frozenset({"of"})), None) is None


def _is_only_noun(token: Token) -> bool:
    """True for "airstrikes", which a tagger may take for a verb, and for "shelling" where it stands as a noun."""
    lemma = token.lemma_.lower()
    if token.tag_ == "VBG" and token.lower_ in words_of("triggers", "nouns"):
        return token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj")
    return lemma in words_of("triggers", "nouns") and lemma not in words_of("triggers", "verbs")


def _of_verb(verb: Token) -> Iterator[Token]:
    if verb.lemma_.lower() == "die" or (verb.lemma_.lower() != "destroy" and is_interception(verb)):
        return
    agent = agent_of(verb)
    if agent is not None:
        yield from with_owner(agent)
    is_passive = verb.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    if is_passive or _is_headline_passive(verb) or _is_aftermath(verb):
        return
    subject = subject_of(verb)
    if subject is not None:
        yield from with_owner(_named_above(verb, subject))


def _named_above(verb: Token, subject: Token) -> Token:
    """The rebels of "the rebels fled when they attacked the camp", where a pronoun does it; else the subject."""
    above = verb.head
    if subject.lower_ not in ("they", "it", "he", "she") or verb.dep_ != "advcl" or says(above):
        return subject
    return subject_of(above) or subject


def _is_headline_passive(verb: Token) -> bool:
    """True for "Nine killed, 12 injured in attack", where a parser takes the dead for who killed."""
    if verb.lemma_.lower() not in words_of("triggers", "effect") or any(c.dep_ == "aux" for c in verb.lefts):
        return False
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ == "relcl":
        return False
    thing = object_of(verb)
    if thing is not None:
        return thing.pos_ == "NUM" and any(c.dep_ in ("acl", "prep") for c in thing.rights)
    return not any(c.dep_ == "conj" and object_of(c) is not None for c in verb.rights)


def _is_aftermath(verb: Token) -> bool:
    """True for "wounding" in "police hunt a man over the blast, wounding 13", which is nothing that the police did."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.lemma_.lower() not in words_of("triggers", "effect"):
        return False
    above = verb.head.lemma_.lower()
    return not any(above in words_of("triggers", key) for key in ("nouns", "verbs", "use", "effect", "light"))


def _of_noun(noun: Token) -> Iterator[Token]:
    for agent in objects_of_prepositions(noun, frozenset({"by"})):
        yield from with_owner(agent)
    yield from _doers_told_behind(noun)
    yield from _agents_behind(noun)
    is_suffered = is_done_to_owner(noun)
    yield from (c for c in owners_of(noun) if not (is_suffered and c.dep_ == "poss"))
    verb = noun.head
    if noun.dep_ in ("dobj", "obj") and _does(verb):
        subject = subject_of(verb)
        if subject is not None:
            yield from with_owner(subject)
    yield from _partakers(noun)
    yield from _whose_work(noun)
    if noun.dep_ == "nsubjpass" and verb.pos_ == "VERB" and not says(verb):
        done_by = agent_of(verb)
        if done_by is not None:
            yield from with_owner(done_by)


def _does(verb: Token) -> bool:
    """True for a verb by which a deed is done ("carried out an attack")."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in words_of("roles", "does") and not says(verb)


def _doers_told_behind(noun: Token) -> Iterator[Token]:
    """The doer of "an attack carried out by the group" and of "the attack, which the group launched"."""
    for clause in noun.rights:
        if clause.dep_ not in ("acl", "relcl") or not _does(clause):
            continue
        doer: Token | None = agent_of(clause) or next(
            (c for c in clause.lefts if c.dep_ == "nsubj" and c.tag_ != "WDT"), None
        )
        if doer is not None:
            yield from with_owner(doer)


def _agents_behind(noun: Token) -> Iterator[Token]:
    """The doer of "an attack on the bridge by the security service", where a parser hangs "by" on the bridge."""
    for inner in noun.subtree:
        if inner.lower_ == "by" and noun.i < inner.i < noun.i + _AGENT_REACH and inner.head.pos_ in ("NOUN", "PROPN"):
            for agent in (g for g in inner.rights if g.dep_ == "pobj"):
                yield from with_owner(agent)


def _partakers(noun: Token) -> Iterator[Token]:
    """Who took part in, or was involved in, a deed; who used something in it."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return
    verb = noun.head.head
    takes_part = verb.lemma_.lower() == "take" and any(c.lower_ == "part" for c in verb.rights)
    if takes_part or verb.lemma_.lower() in words_of("roles", "partakes"):
        doer = subject_of(verb) or passive_subject_of(verb)
        if doer is not None:
            yield from with_owner(doer)


def _whose_work(noun: Token) -> Iterator[Token]:
    """The group of "the bombing was the work of the group"."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for work in (c for c in noun.head.rights if c.dep_ == "attr"):
            if work.lemma_.lower() in words_of("roles", "handiwork"):
                yield from objects_of_prepositions(work, frozenset({"of"}))


def _owner_before(token: Token) -> Iterator[Token]:
    """The army of "killed in army shelling of a town", where a parser takes the noun in -ing for a verb."""
    if token.tag_ != "VBG" or token.i < 2 or token.i + 1 >= len(token.doc) or token.nbor(1).lower_ != "of":
        return
    before = token.nbor(-1)
    if before.dep_ == "pobj" and before.head.lower_ in ("in", "by", "during"):
        yield before

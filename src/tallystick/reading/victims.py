"""Whom a word of harm speaks of: the object of "kill", the subject of "died", what stands behind "the death of"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import number_before
from tallystick.reading.people import are_people, is_named_as_people
from tallystick.reading.phrases import objects_of_prepositions, passive_subject_of, says

_AROUND = frozenset({"between", "over", "around", "about", "above", "under"})
_TO = frozenset({"to"})
_OF = frozenset({"of"})
_PARTICIPLES = ("VBN", "VBD")


def victims_of(word: Token, harm: str) -> Token | None:
    """The first noun (or bare number) of the people that a word of harm speaks of; None if it speaks of none.

    ``harm`` is ``dead`` or ``hurt``, the list of words to go by.
    """
    people = (n for n in _candidates(word, harm) if are_people(n) or (harm == "dead" and _may_be_name(n)))
    return next((whole_of(noun) for noun in people), None)


def _may_be_name(noun: Token) -> bool:
    """True for a name as the subject or object of killing, which is somebody's ("Tamerlan was killed", "a Syrian")."""
    if noun.tag_ != "NNP" or noun.dep_ not in ("dobj", "nsubjpass", "nsubj"):
        return False
    if noun.lower_ in words_of("triggers", "effect") or noun.lemma_.lower() in words_of("triggers", "effect"):
        return False
    return all(c.lower_ in ("a", "an") for c in noun.lefts if c.dep_ == "det")


def is_deadly_done(verb: Token) -> bool:
    """True for "fatally shot" and "stabbed to death"."""
    if verb.lemma_.lower() not in words_of("harm", "deadly"):
        return False
    fatal = (t for c in verb.children for t in (c, *(c.rights if c.lower_ == "to" else ())))
    return any(t.lower_ in words_of("harm", "fatally") for t in fatal)


def is_cut_throat(word: Token) -> bool:
    """True for the throats of "cut the throats of six farmers" and "had their throats slit"."""
    return word.lemma_.lower() in words_of("cues", "throats") and word.head.lemma_.lower() in words_of("harm", "cuts")


def is_taken_to_hospital(verb: Token) -> bool:
    """True for "31 were taken to hospital", told of the living."""
    lemma = verb.lemma_.lower()
    if verb.tag_ != "VBN" or lemma not in words_of("harm", "takes_to_hospital"):
        return False
    taken = passive_subject_of(verb)
    if taken is None or taken.lemma_.lower() in words_of("harm", "dead_nouns"):
        return False
    goals = objects_of_prepositions(verb, _TO)
    return lemma.startswith("hospitali") or any(g.lemma_.lower() in words_of("harm", "hospitals") for g in goals)


def whole_of(noun: Token) -> Token:
    """Those of whom people are told as a part ("ten civilians, some of them children, were killed"), else themselves.

    Between the two a parser sees only a list.
    """
    if noun.lower_ in ("others", "another"):
        return noun
    start = noun.left_edge.i
    opening = [t for t in noun.doc[max(noun.sent.start, start - 3) : noun.i] if _opens_part(t)]
    if not opening or opening[0].i == noun.sent.start:
        return noun
    before = reversed(list(noun.doc[noun.sent.start : opening[0].i]))
    return next((t for t in before if is_named_as_people(t) and number_before(t, articles=True) is not None), noun)


def _opens_part(token: Token) -> bool:
    """True for "including" and for the "them" of "among them"; "three were among 31 killed" tells the part first."""
    words = words_of("harm", "of_whom")
    if token.lower_ in ("them", "whom"):
        return token.nbor(-1).lower_ in ("of", *words)
    return token.lower_ in words and not token.lower_.startswith("among")


def _candidates(word: Token, harm: str) -> Iterator[Token]:
    lemma = word.lemma_.lower()
    if lemma in words_of("harm", harm) and word.pos_ in ("VERB", "ADJ", "NOUN") and word.lower_ != "dead":
        yield from _of_verb(word)
    elif word.lower_ == "dead" and harm == "dead":
        yield from _of_dead(word)
    elif lemma == "life" and harm == "dead":
        yield from _of_lives(word)
    elif harm == "dead" and is_deadly_done(word):
        yield from _of_verb(word)
    elif harm == "dead" and is_cut_throat(word):
        yield from objects_of_prepositions(word, _OF)
        yield from (c for verb in (word.head, word.head.head) for c in verb.lefts if c.dep_ == "nsubj")
    if harm == "hurt" and is_taken_to_hospital(word):
        yield from _of_verb(word)
    if lemma == "loss" and harm == "dead":
        yield from (g for g in objects_of_prepositions(word, _OF) if is_named_as_people(g))
    if lemma in words_of("harm", "lose") and harm == "dead":
        yield from (c for c in word.rights if c.dep_ == "dobj" and is_named_as_people(c))
    if lemma in words_of("harm", f"{harm}_nouns") and word.pos_ in ("NOUN", "VERB"):
        yield from objects_of_prepositions(word, _OF)
        yield from (c for c in word.lefts if c.dep_ == "poss")
        if lemma in words_of("harm", "wounds") and word.dep_ == "dobj" and _is_borne_by_one(word):
            yield from (c for c in word.head.lefts if c.dep_ == "nsubj")


def _is_borne_by_one(wound: Token) -> bool:
    """True for "suffered wounds" and "had a wound to the leg"; who "had injuries" may have had them before."""
    verb = wound.head.lemma_.lower()
    return verb in words_of("harm", "bears_wounds") or (verb == "have" and wound.tag_ == "NN")


def _of_verb(verb: Token) -> Iterator[Token]:
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "obj") and not _is_of_next(c, verb)]
    objects += [g for c in verb.rights if c.lower_ in _AROUND for g in c.rights if g.dep_ == "pobj"]
    if verb.dep_ in ("acl", "amod", "relcl") and verb.tag_ in _PARTICIPLES:
        objects.append(_first_listed(verb.head))
    if verb.lemma_.lower() in words_of("harm", "dies") or (verb.tag_ in _PARTICIPLES and not objects):
        objects += [c for c in verb.children if c.dep_ == "nsubj"] or _shot_before(verb)
    yield from objects
    yield from (other for c in objects if c.pos_ == "PRON" for other in c.conjuncts)


def _shot_before(died: Token) -> list[Token]:
    """Who "was shot at his door and died": the passive subject of the verb before."""
    if died.dep_ != "conj" or died.lemma_.lower() not in words_of("harm", "dies"):
        return []
    victim = passive_subject_of(died.head)
    return [victim] if victim is not None else []


def _is_of_next(noun: Token, verb: Token) -> bool:
    """True for the 14 of "eight civilians killed 14 injured", which the next word of harm counts."""
    if noun.i < verb.i or noun.i + 1 >= verb.sent.end:
        return False
    behind = noun.nbor(1)
    harms = words_of("harm", "dead") | words_of("harm", "hurt")
    return (
        behind.lemma_.lower() in harms
        and behind.tag_ in _PARTICIPLES
        and not any(c.dep_ == "agent" for c in behind.rights)
    )


def _first_listed(noun: Token) -> Token:
    """The first of those listed before a participle ("Five pupils and a guard killed", "there were … injured")."""
    first = noun
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    return first if first.dep_ in ("ROOT", "attr") and is_named_as_people(first) else noun


def _of_dead(dead: Token) -> Iterator[Token]:
    """Those of "shot dead", "left 15 rebels dead" and "15 people dead"."""
    verb = dead.head
    if verb.lemma_.lower() in words_of("harm", "deadly"):
        yield from _of_verb(verb)
    elif verb.pos_ in ("VERB", "AUX") and not says(verb):
        yield from (c for c in dead.lefts if c.dep_ == "nsubj")
        yield from (c for c in verb.children if c.dep_ in ("dobj", "nsubj", "nsubjpass") and is_named_as_people(c))
    if dead.i > dead.sent.start:
        before = dead.nbor(-1)
        if before.tag_ == "CD" or before.pos_ == "NOUN":
            yield before


def _of_lives(lives: Token) -> Iterator[Token]:
    """Those of "claimed the lives of eight people" and "nine people lost their lives"."""
    verb = lives.head.lemma_.lower()
    if verb in words_of("harm", "takes_lives"):
        yield from objects_of_prepositions(lives, _OF)
        yield from (c for c in lives.head.rights if c.dep_ in ("dative", "iobj", "dobj", "npadvmod") and c != lives)
    elif verb in words_of("harm", "lose"):
        yield from (c for c in lives.head.lefts if c.dep_ == "nsubj")
        if lives.head.dep_ in ("relcl", "acl"):
            yield lives.head.head

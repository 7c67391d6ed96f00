"""What has become of the people whom a number counts: killed, injured, abducted, detained, displaced."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.armed_sense import has_armed_sense
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import object_of
from tallystick.reading.tally_nouns import counted_out, lemma_of

_PREDICATES = {
    "kill": TallyUnit.KILLED,
    "hurt": TallyUnit.INJURED,
    "abduct": TallyUnit.ABDUCTED,
    "detain": TallyUnit.DETAINED,
    "displace": TallyUnit.DISPLACED,
}
_HARM_NOUNS = {
    "killed": TallyUnit.KILLED,
    "injured": TallyUnit.INJURED,
    "casualties": TallyUnit.CASUALTIES,
    "abducted": TallyUnit.ABDUCTED,
    "detained": TallyUnit.DETAINED,
    "displaced": TallyUnit.DISPLACED,
}


def harm_unit(word: Token) -> TallyUnit | None:
    """What has become of the people whom a word names or counts ("killed", "injured"); null if nothing is told of it.

    ``word`` is a noun ("policemen", "deaths", "dead") or the number itself ("three were wounded").
    """
    named = harm_named(word)
    if named is not None:
        return named if _is_by_arms(word, "kill") else None
    return harm_of_predicate(counted_out(word)) or _of_deaths(word) or _of_injury(word)


def harm_named(word: Token) -> TallyUnit | None:
    """The harm that a word names itself ("deaths", "wounded"); null if it names none."""
    words = {lemma_of(word), word.lower_}
    return next((unit for key, unit in _HARM_NOUNS.items() if words & words_of("tallies", key)), None)


def harm_of_predicate(word: Token) -> TallyUnit | None:
    """What the verb or participle of a word says was done to it, or to the people it is listed beside."""
    if (other := _described_beside(word)) is not None:
        return harm_of_predicate(other)
    for verb in (word.head, *(c for c in word.children if c.dep_ in ("acl", "relcl", "amod"))):
        lemma = verb.lemma_.lower()
        if verb.dep_ == "amod" and (named := harm_named(verb)) is not None:
            return named
        for key, unit in _PREDICATES.items():
            by_arms = _is_by_arms(verb, lemma) and (verb.dep_ != "conj" or _is_by_arms(verb.head, lemma))
            if lemma in words_of("tallies", key) and _is_done_to(word, verb) and by_arms:
                return unit
    if word.dep_ == "conj" and word.head.pos_ in ("NOUN", "PROPN") and _is_of_people(word):
        return harm_of_predicate(word.head)
    if word.pos_ in ("NOUN", "PROPN") and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in ("dead", "wounded"):
        return harm_named(word.nbor(1))
    left = "leave" in (word.head.lemma_, word.head.head.lemma_) and word.i + 1 < len(word.doc)
    if left and (named := harm_named(word.nbor(1))) is not None:
        return named
    losable = words_of("cues", "people") | words_of("tallies", "totals")
    if any(c.dep_ == "acl" and c.lower_ == "lost" for c in word.rights) and word.lemma_ in losable:
        return TallyUnit.KILLED
    lost = word.dep_ in ("dobj", "nsubjpass") and word.head.lemma_.lower() in words_of("tallies", "lose")
    whom = words_of("tallies", "lives") | (words_of("cues", "people") if word.head.lemma_ == "lose" else frozenset())
    return TallyUnit.KILLED if lost and word.lemma_.lower() in whom else None


def _described_beside(word: Token) -> Token | None:
    """The soldiers of "41 civilians and 17 soldiers killed", whose participle speaks of both."""
    if not _is_of_people(word) or any(c.dep_ in ("acl", "relcl") for c in word.rights):
        return None
    behind = (noun for noun in word.conjuncts if noun.i > word.i)
    return next((n for n in behind if any(c.dep_ == "acl" and c.tag_ == "VBN" for c in n.rights)), None)


def _is_of_people(word: Token) -> bool:
    return word.lemma_.lower() in words_of("cues", "people") or word.ent_type_ == "NORP" or word.tag_ == "NNPS"


def _is_done_to(word: Token, verb: Token) -> bool:
    """True if the verb is done to what the word names, and not by it."""
    if verb.head == word:
        return verb.tag_ == "VBN" or any(c.dep_ == "auxpass" for c in verb.children)
    if word.dep_ in ("nsubjpass", "dobj", "obj", "oprd"):
        return True
    return word.dep_ == "nsubj" and object_of(verb) is None and (verb.lemma_ in ("die", "perish") or verb.tag_ == "VBN")


def _is_by_arms(word: Token, lemma: str) -> bool:
    """False for the dead of "a flood killed 40" and of "cardiac arrest", which no arms have killed."""
    clause = frozenset(t.lower_ for c in word.children if c.dep_ != "conj" for t in c.subtree)
    return has_armed_sense(word, lemma, clause)


def _of_deaths(word: Token) -> TallyUnit | None:
    """The killed of "the killing of 512 civilians"."""
    above = word.head.head
    if word.dep_ != "pobj" or word.head.lower_ != "of" or above.pos_ != "NOUN":
        return None
    return next((u for key, u in _HARM_NOUNS.items() if above.lemma_.lower() in words_of("tallies", key)), None)


def _of_injury(word: Token) -> TallyUnit | None:
    """Injured, of those who "had minor injuries", were "treated for concussion" or "found to have brain trauma"."""
    bears = False
    for behind in word.doc[word.i + 1 : word.i + 10]:
        if behind.is_punct and behind.text != "-":
            return None
        if bears and behind.lemma_.lower() in words_of("tallies", "injured"):
            return TallyUnit.INJURED
        bears = bears or behind.lemma_.lower() in words_of("tallies", "bear")
    return None

"""Whether a verb that may tell any blow tells one of war where it stands."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import ActorType
from tallystick.reading.armed_sense import has_armed_sense
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of, object_of, objects_of_prepositions, passive_subject_of, subject_of

_UNARMED = (ActorType.MEDIA, ActorType.ORGANISATION, ActorType.GOVERNMENT_BODY)
_IN_ARMS = (
    ActorType.ARMED_FORCES, ActorType.MILITIA, ActorType.ARMED_GROUP, ActorType.BRAND, ActorType.FACADE,
    ActorType.CORPS, ActorType.COALITION, ActorType.UNNAMED_SET,
)  # fmt: skip
# Who may fight though the word does not say so: people of any calling, and what carries them.
_MAY_FIGHT = (
    ("triggers", "may_fight"), ("roles", "doers"), ("roles", "people_as_doers"),
    ("cues", "people"), ("cues", "vehicles"), ("cues", "vessels"),
)  # fmt: skip
_RELATIVE = frozenset({"which", "that", "who"})


def is_blow_of_war(document: Document, verb: Token) -> bool:
    """True if doer and target of "hit", "strike", "target" and the like fit war ("gunmen hit the convoy").

    Prices hit a low, a storm hits a town and a player hits a shot: there the doer, or where none is told the
    target, is none of war's.
    """
    if verb.pos_ not in ("VERB", "ADJ"):
        return True
    doer = agent_of(verb) if passive_subject_of(verb) is not None else _subject(verb)
    if doer is not None and not _may_fight(document, doer):
        return False
    if doer is not None and _is_in_arms(document, doer):
        return True
    target = passive_subject_of(verb) or object_of(verb)
    if target is None:
        behind = [*objects_of_prepositions(verb, frozenset({"at", "on", "against", "near", "in", "with"}))]
        return any(_is_target(document, noun) for noun in behind)
    return _is_target(document, target)


def may_be_done(document: Document, verb: Token) -> bool:
    """False if who or what is told as doing it can do no deed of war ("a bus crashed, killing 20", "lions raided")."""
    if verb.pos_ not in ("VERB", "ADJ"):
        return True
    passive = passive_subject_of(verb) is not None
    if not passive and object_of(verb) is None and verb.lemma_.lower() in words_of("triggers", "effect"):
        return True  # who died, or what burned, did nothing
    doer = agent_of(verb) if passive else _subject(verb)
    return doer is None or _may_do_violence(document, doer)


def _may_do_violence(document: Document, doer: Token) -> bool:
    lemma = doer.lemma_.lower()
    if lemma in words_of("triggers", "nouns"):
        return has_armed_sense(doer, lemma, frozenset(t.lower_ for t in doer.sent))
    if _may_fight(document, doer) or any(lemma in words_of(book, key) for book, key in _MAY_FIGHT):
        return True
    if lemma in words_of("cues", "facility"):
        return True  # a town does nothing: a parser hung the verb on it ("hit the town, killing two")
    return lemma not in words_of("triggers", "volleys") and any(_may_do_violence(document, g) for g in _what_of(doer))


def _subject(verb: Token) -> Token | None:
    """The subject, or what a "which" stands for."""
    subject = subject_of(verb)
    if subject is None and verb.dep_ in ("relcl", "acl") and verb.tag_ != "VBN":
        return verb.head
    return verb.head if subject is not None and verb.dep_ == "relcl" and subject.lower_ in _RELATIVE else subject


def _may_fight(document: Document, noun: Token) -> bool:
    """False for a doer that is surely none in arms: a common noun for something else."""
    if noun.i in document.actor_at:
        return document.actor_at[noun.i].type not in _UNARMED or noun.lemma_.lower() in words_of("triggers", "doers")
    if noun.lower_ in load_lexicon("senses")["matters"]["nature"]:
        return False
    if noun.pos_ in ("PROPN", "PRON", "NUM", "DET") or noun.tag_ == "CD":
        return True
    return _is_in_arms(document, noun)


def _is_in_arms(document: Document, noun: Token) -> bool:
    what = _what_of(noun)
    if noun.lemma_.lower() in words_of("triggers", "volleys"):
        # A wave is what it is of: of rockets, or of withdrawals.
        return all(g.lemma_.lower() in words_of("cues", "munitions") or g.pos_ == "PROPN" for g in what)
    if noun.lemma_.lower() in words_of("roles", "heads_of_doers") and any(_is_in_arms(document, g) for g in what):
        return True
    if any(w.start <= noun.i < w.end for w in document.weapons):
        return True
    actor = document.actor_at.get(noun.i)
    if actor is not None and actor.type in _IN_ARMS:
        return True
    return noun.pos_ not in ("PRON", "DET", "NUM") and noun.lemma_.lower() in words_of("triggers", "doers")


def _what_of(noun: Token) -> list[Token]:
    return [g for c in noun.rights if c.lower_ == "of" for g in c.rights if g.dep_ == "pobj"]


def _is_target(document: Document, noun: Token) -> bool:
    if noun.i in document.place_at or noun.i in document.actor_at or noun.pos_ == "PRON" or noun.tag_ == "CD":
        return True
    if noun.ent_type_ in ("PERSON", "NORP", "GPE", "FAC", "LOC"):
        return True
    lemma = noun.lemma_.lower()
    if any(lemma in words_of("cues", kind) for kind in ("facility", "people", "vehicles")):
        return True
    return any(c.lower_ == "of" and any(g.i in document.place_at for g in c.rights) for c in noun.rights)

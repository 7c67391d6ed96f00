"""Words of a sentence that tell an armed event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from tallystick.model.terms import EventKind
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.matter import is_armed, is_of_other_matter
from tallystick.reading.paraphrases import find_paraphrases
from tallystick.reading.phrases import blames, object_of, objects_of_prepositions, passive_subject_of, subject_of
from tallystick.reading.weapons import WeaponSpan, brings_down_aircraft

_WEAPON_BEARERS = frozenset({"helicopter", "aircraft", "uav", "drone", "boat", "vehicle", "craft", "jet", "submarine"})
_AIMED = frozenset(
    {
        "at",
        "on",
        "against",
        "into",
        "toward",
        "towards",
        "for",
        "over",
        "inside",
        "near",
        "down",
        "out",
        "off",
        "before",
    }
)
# A drone that flies "over" or "near" a site only looks at it.
_FLOWN_AT = frozenset({"at", "against", "into", "toward", "towards"})
_ONESELF = frozenset({"himself", "herself", "itself", "themselves"})
_SEIZURES = frozenset({EventKind.ABDUCTION, EventKind.RAID})


@dataclass(frozen=True)
class Trigger:
    """A word that tells an event.

    ``strength`` is noun, verb, use (needs a weapon), weapon (stands alone), effect or weak.
    """

    token: Token
    kind: EventKind
    strength: str


@cache
def _nouns() -> dict[str, EventKind]:
    return {word: EventKind(kind) for word, kind in load_lexicon("triggers")["nouns"].items()}


@cache
def _weak_nouns() -> dict[str, EventKind]:
    return {word: EventKind(kind) for word, kind in load_lexicon("triggers")["weak_nouns"].items()}


@cache
def _verbs() -> dict[str, EventKind]:
    return {word: EventKind(kind) for word, kind in load_lexicon("triggers")["verbs"].items()}


@cache
def _phrases() -> dict[tuple[str, ...], EventKind]:
    return {tuple(words.split()): EventKind(kind) for words, kind in load_lexicon("triggers")["phrases"].items()}


@cache
def _effect_kinds() -> dict[str, EventKind]:
    return {word: EventKind(kind) for word, kind in load_lexicon("triggers")["effect_kinds"].items()}


@cache
def _fire_verbs() -> dict[str, EventKind]:
    return {word: EventKind(kind) for word, kind in load_lexicon("triggers")["fire_verbs"].items()}


def is_listed(token: Token) -> bool:
    """True for a word that the lists have, of which the words around it then say whether it tells an event."""
    lists = load_lexicon("triggers")
    return any(token.lemma_.lower() in lists[key] for key in ("nouns", "verbs", "weak_nouns", "use", "effect"))


def find_triggers(sentence: Span, weapons: tuple[WeaponSpan, ...]) -> tuple[Trigger, ...]:
    """The triggers of a sentence in order, those with another sense left out."""
    words = frozenset(t.lower_ for t in sentence)
    if words & words_of("senses", "exercise") and not words & {"killed", "wounded", "injured"}:
        return ()
    heads = {w.head for w in weapons}
    found = [t for token in sentence if (t := _trigger_of(token, words, heads)) is not None]
    phrases = _phrase_triggers(sentence)
    told_otherwise = [Trigger(t, kind, "noun") for t, kind in find_paraphrases(sentence)]
    phrases += [t for t in told_otherwise if t.token.i not in {p.token.i for p in phrases}]
    found = [*phrases, *(t for t in found if t.token.i not in {p.token.i for p in phrases})]
    covered = {t.token.i for t in found}
    found += [
        Trigger(sentence.doc[w.head], EventKind.ATTACK_UNSPECIFIED, "weapon")
        for w in weapons
        if w.head not in covered and _stands_alone(sentence.doc[w.head], words)
    ]
    return tuple(sorted((t for t in found if not _is_only_counted(t.token)), key=_position))


def _is_only_counted(word: Token) -> bool:
    """True inside what a count is told to cover: "the count includes rockets that were shot down"."""
    for verb in word.ancestors:
        if verb.lemma_.lower() in words_of("triggers", "covering") and verb.pos_ == "VERB":
            subject = subject_of(verb)
            counts = verb.dep_ == "conj" and verb.head.lemma_.lower() in words_of("triggers", "counting")
            return counts or (subject is not None and subject.lemma_.lower() in words_of("triggers", "counting"))
    return False


def _phrase_triggers(sentence: Span) -> list[Trigger]:
    """The triggers that a phrase makes, as sure as a noun, whatever its first word was taken for ("shot dead")."""
    words = [t.lower_ for t in sentence]
    return [
        Trigger(sentence[i], kind, "noun")
        for phrase, kind in _phrases().items()
        for i, word in enumerate(words)
        if word == phrase[0] and tuple(words[i : i + len(phrase)]) == phrase
    ]


def may_tell_events(doc: Doc) -> bool:
    """The fast first pass: false for a text without a word of armed violence, which needs no second one.

    So is a report on another matter. A word that sport, trade and medicine share ("strike", "attack") counts only
    where none of their own words stand.
    """
    if is_of_other_matter(doc):
        return False
    if any(is_armed(t) for t in doc) or any(_phrase_triggers(s) for s in doc.sents):
        return True
    words = {t.lower_ for t in doc}
    deeds = _nouns().keys() | _verbs().keys()
    told = bool(words & words_of("senses", "shared")) or any(t.lemma_.lower() in deeds for t in doc)
    told = told or any(True for s in doc.sents for _ in find_paraphrases(s))
    return told and not words & words_of("senses", "civil_matter")


def _trigger_of(token: Token, words: frozenset[str], weapon_heads: set[int]) -> Trigger | None:
    lemma = token.lemma_.lower()
    if token.i in weapon_heads:
        return None
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("npadvmod",):
        kind = _nouns().get(lemma)
        if kind is not None and (_is_modifier(token, weapon_heads) or not _is_of_its_kind(token, lemma)):
            return None
        if _is_come_under(token) and _is_blamed(token):
            return None
        if kind is not None and has_armed_sense(token, lemma, words):
            return Trigger(token, _air(token, kind), "noun")
        if lemma == "fire" and _is_come_under(token):
            return Trigger(token, EventKind.ATTACK_UNSPECIFIED, "noun")
        if lemma == "fire" and token.dep_ == "dobj" and (by_verb := _fire_verbs().get(token.head.lemma_.lower())):
            return Trigger(token, by_verb, "noun")
        if lemma in _weak_nouns() and has_armed_sense(token, lemma, words):
            return Trigger(token, _weak_nouns()[lemma], "weak")
        return None
    if (
        token.tag_ == "VBZ"
        and lemma in _nouns()
        and _is_mistagged_plural(token)
        and has_armed_sense(token, lemma, words)
    ):
        return Trigger(token, _air(token, _nouns()[lemma]), "noun")
    if token.pos_ not in ("VERB", "ADJ") or (token.pos_ == "ADJ" and token.tag_ not in ("VBN", "VBD")):
        return None
    if not has_armed_sense(token, lemma, words) or _did_not_go_off(token, lemma):
        return None
    if lemma in _verbs() and _tells_violence(token, lemma):
        return Trigger(token, _kind_of_verb(token, lemma), "verb")
    if _fires_at_somebody(token, lemma):
        return Trigger(token, EventKind.SHOOTING, "verb")
    if brings_down_aircraft(token):
        return Trigger(token, EventKind.ATTACK_UNSPECIFIED, "verb")
    if blames(token):
        return None
    if lemma in words_of("triggers", "use") and (lemma not in words_of("triggers", "use_if_aimed") or _is_aimed(token)):
        return Trigger(token, EventKind.ATTACK_UNSPECIFIED, "use")
    if lemma in words_of("triggers", "effect") and not _is_cared_for(token):
        return Trigger(token, _effect_kinds().get(lemma, EventKind.OTHER_VIOLENCE), "effect")
    return None


def _did_not_go_off(verb: Token, lemma: str) -> bool:
    """True for "it did not explode" and "failed to detonate", which tells what came of a bomb."""
    if lemma not in words_of("triggers", "goes_off"):
        return False
    fails = verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "fail"
    return fails or any(c.dep_ == "neg" for c in verb.children)


def _tells_violence(verb: Token, lemma: str) -> bool:
    if lemma == "blow" and not any(c.lower_ == "up" for c in verb.children):
        return False
    return _is_done_to_its_kind(verb, lemma)


def _kind_of_verb(verb: Token, lemma: str) -> EventKind:
    """What a verb tells, by what it is done to: oneself blown up, a ship hijacked."""
    if brings_down_aircraft(verb):
        return EventKind.ATTACK_UNSPECIFIED
    kind = _verbs()[lemma]
    done_to = passive_subject_of(verb) or object_of(verb)
    if kind is EventKind.BOMBING and done_to is not None and done_to.lower_ in _ONESELF:
        return EventKind.SUICIDE_BOMBING
    if kind in _SEIZURES and done_to is not None and done_to.lemma_.lower() in words_of("cues", "vessels"):
        return EventKind.NAVAL_ATTACK
    return kind


def _fires_at_somebody(verb: Token, lemma: str) -> bool:
    """True for "fired on demonstrators" and "were fired upon"; with what is fired named, the weapon tells more."""
    if lemma != "fire" or object_of(verb) is not None:
        return False
    alone = (c for c in verb.rights if c.lower_ in ("on", "upon", "at"))
    if any(not any(g.dep_ == "pobj" for g in c.rights) for c in alone):
        return True
    if passive_subject_of(verb) is not None:
        return False
    aims = objects_of_prepositions(verb, frozenset({"on", "upon", "at", "into"}))
    return any(_is_one_of(g, ("people", "facility", "vehicles", "vessels")) for g in aims)


def _is_cared_for(harmed: Token) -> bool:
    """True for "received 140 wounded", which tells where the wounded are and not where they were hurt."""
    return any(t.lemma_.lower() in words_of("triggers", "care") for t in (harmed.head, harmed.head.head))


def _is_aimed(verb: Token) -> bool:
    """True if a verb of use says at what ("flown at the base"), or that it was brought down."""
    aims = _FLOWN_AT if verb.lemma_.lower() == "fly" else _AIMED
    return any(c.lower_ in aims for c in verb.children)


def _is_modifier(token: Token, weapon_heads: set[int]) -> bool:
    """True for "attack" in "attack drones" and "attack helicopters", which only names a weapon."""
    if token.dep_ not in ("compound", "nmod", "amod"):
        return False
    head = token.head.lemma_.lower()
    return token.head.i in weapon_heads or head in _WEAPON_BEARERS or head in words_of("triggers", "about")


def _is_come_under(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "under"


def _is_blamed(noun: Token) -> bool:
    """True for "came under fire over his remarks", unlike "under fire for two hours"."""
    above = (noun, noun.head, noun.head.head)
    reasons = (c for token in above for c in token.rights if c.lower_ in ("for", "over") and c.dep_ == "prep")
    return any(g.ent_type_ not in ("TIME", "DATE") and g.dep_ in ("pobj", "pcomp") for c in reasons for g in c.rights)


def _is_of_its_kind(noun: Token, lemma: str) -> bool:
    """False for "the execution of the plan" and "a barrage of questions"."""
    kinds = load_lexicon("triggers")["done_of"].get(lemma)
    if kinds is None:
        return True
    whose = [g for c in noun.rights if c.lower_ in ("of", "on") for g in c.rights if g.dep_ == "pobj"]
    return all(_is_one_of(g, kinds) or (g.pos_ == "PROPN" and g.ent_type_ != "PERSON") for g in whose)


def _is_done_to_its_kind(verb: Token, lemma: str) -> bool:
    """False for "executed the plan" and "seized the moment", which tell no violence."""
    kinds = load_lexicon("triggers")["done_to"].get(lemma)
    if kinds is None:
        return True
    done_to = passive_subject_of(verb) or object_of(verb)
    return done_to is not None and _is_one_of(done_to, kinds)


def _is_one_of(noun: Token, kinds: Sequence[str]) -> bool:
    """True for a noun of one of the lists of the cues; where people are meant, for a name, number or pronoun too."""
    if any(noun.lemma_.lower() in words_of("cues", kind) for kind in kinds):
        return True
    return "people" in kinds and (noun.ent_type_ in ("PERSON", "NORP") or noun.tag_ == "CD" or noun.pos_ == "PRON")


def _is_mistagged_plural(token: Token) -> bool:
    """True for "strikes" in "reports US strikes on two sites", which the tagger takes for a verb."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return after in ("on", "against", "in", "near", "at") and not any(c.dep_ in ("dobj", "obj") for c in token.children)


def _air(token: Token, kind: EventKind) -> EventKind:
    before = token.nbor(-1) if token.i else None
    if before is not None and before.text == "-" and token.i > 1:
        before = token.nbor(-2)
    if (
        before is not None
        and before.lower_ in ("air", "aerial", "airborne")
        and token.lemma_.lower() in ("strike", "raid", "attack", "bombardment")
    ):
        return EventKind.AIRSTRIKE
    if before is not None and before.lower_ == "suicide":
        return EventKind.SUICIDE_BOMBING
    return kind


def has_armed_sense(token: Token, lemma: str, words: frozenset[str]) -> bool:
    """True unless the words around give an event word another sense ("heart attack", a labour strike)."""
    senses = load_lexicon("senses")
    if lemma == "strike" and token.dep_ == "pobj" and token.i and token.nbor(-1).lower_ == "on":
        return False  # "went on strike"
    before = {t.lemma_.lower() for t in token.doc[max(0, token.i - 2) : token.i]} | {
        c.lemma_.lower() for c in token.lefts if c.dep_ in ("compound", "amod", "nmod", "poss")
    }
    if before & set(senses["other_sense_before"].get(lemma, ())):
        return False
    return not words & set(senses["civil_sentence"].get(lemma, ()))


def _stands_alone(token: Token, words: frozenset[str]) -> bool:
    lemma = token.lemma_.lower()
    measured = (
        token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    )  # "30 kilos of dynamite"
    if measured.dep_ in ("nsubj", "nsubjpass", "dobj") and measured.head.lemma_.lower() in words_of(
        "triggers", "handling"
    ):
        return False
    return not words & set(load_lexicon("senses")["civil_sentence"].get(lemma, ()))


def _position(trigger: Trigger) -> int:
    return int(trigger.token.i)

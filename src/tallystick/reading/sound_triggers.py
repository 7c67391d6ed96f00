"""Which of the words that may tell an event really tell one where they stand."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.reading.casualties import read_casualties
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.military_arguments import is_blow_of_war, may_be_done
from tallystick.reading.phrases import FINITE, object_of, objects_of_prepositions, passive_subject_of, subject_of
from tallystick.reading.segments import Segment
from tallystick.reading.trigger import Trigger
from tallystick.reading.weapons import WeaponSpan

_WHERE = frozenset(
    {"in", "near", "at", "around", "outside", "inside", "across", "for", "over", "east", "west", "north", "south"}
)
# The strengths of verbs, which somebody or something does.
_DEEDS = frozenset({"verb", "use", "effect"})
_AT = frozenset({"on", "upon", "at", "into"})
_MORE = frozenset({"another", "one", "other", "second", "third", "others", "both", "it"})


def choose_sound_triggers(
    document: Document, triggers: tuple[Trigger, ...], weapons: tuple[WeaponSpan, ...], segment: Segment
) -> tuple[Trigger, ...]:
    """The triggers that really tell an event here: a verb of use needs a weapon, a plain "hit" a military argument."""
    triggers = tuple(t for t in triggers if t.strength not in _DEEDS or may_be_done(document, t.token))
    has_actor = any(segment.start <= i < segment.end for i in document.actor_at)
    has_place = any(segment.start <= i < segment.end for i in document.place_at)
    strong = [t for t in triggers if t.strength == "noun"]
    strong += [
        t
        for t in triggers
        if t.strength == "verb"
        and (weapons or has_actor or has_place or strong or _is_done_to_site(t.token))
        and (weapons or not _is_any_blow(t.token) or is_blow_of_war(document, t.token))
        and (t.token.lemma_.lower() not in words_of("triggers", "placed") or _says_where(document, t.token))
    ]
    strong += [t for t in triggers if t.strength == "use" and (weapons or _goes_off(t.token, segment))]
    if strong:
        weak = [t for t in triggers if t.strength in ("effect",)]
        return tuple(sorted([*strong, *weak], key=_trigger_position))
    alone = [t for t in triggers if t.strength == "weapon" and _is_aimed(t, document, segment)]
    if alone:
        return tuple(alone)
    return tuple(t for t in triggers if t.strength in ("effect", "weak"))


def _is_any_blow(verb: Token) -> bool:
    return verb.lemma_.lower() in words_of("triggers", "any_blow")


def _says_where(document: Document, verb: Token) -> bool:
    """True for "fought rebels near Goma", where the place hangs on the verb or on its object."""
    bearers = (verb, *(c for c in verb.rights if c.dep_ == "dobj"))
    where = (c for t in bearers for c in t.rights if c.lower_ in _WHERE)
    return any(i.i in document.place_at for c in where for i in c.subtree)


def _goes_off(verb: Token, segment: Segment) -> bool:
    """True for "another exploded" and "a car exploded", where the bomb was named before or is meant."""
    subject = subject_of(verb)
    if verb.lemma_.lower() != "explode" or subject is None or subject.i < segment.start:
        return False
    return subject.lower_ in _MORE or subject.lemma_.lower() in words_of("cues", "vehicles")


def _is_done_to_site(verb: Token) -> bool:
    """True for "the village was shelled" and "abducted 30 pupils"."""
    done_to = passive_subject_of(verb) or object_of(verb) or next(objects_of_prepositions(verb, _AT), None)
    return done_to is not None and done_to.lemma_.lower() in words_of("cues", "facility") | words_of("cues", "people")


def _is_aimed(trigger: Trigger, document: Document, segment: Segment) -> bool:
    token = trigger.token
    if _is_set_off(token) or _did_damage(document, token) or _heads_entry(document, token):
        return True
    for after in token.doc[token.i + 1 : min(segment.end, token.i + 4)]:
        if after.lower_ in ("at", "on", "against", "over", "toward", "towards", "in"):
            reach = range(after.i + 1, min(segment.end, after.i + 8))
            return any(i in document.place_at or i in document.actor_at for i in reach)
    return False


def _is_set_off(weapon: Token) -> bool:
    """True for the mine of "stepped on a mine" and "drove over a landmine"."""
    under = weapon.head
    verb = under.head if under.lower_ in ("on", "over", "onto") else under
    return weapon.dep_ in ("pobj", "dobj") and verb.lemma_.lower() in words_of("cues", "sets_off")


def _did_damage(document: Document, weapon: Token) -> bool:
    """True for the round of "a crater caused by a mortar round" and the bomb that "left 31 dead"."""
    if weapon.dep_ == "nsubj" and weapon.head.lemma_.lower() in words_of("cues", "leaves_behind"):
        return read_casualties(document, weapon.sent).killed is not None
    by = weapon.head
    return by.lower_ == "by" and by.head.lemma_.lower() in words_of("cues", "leaves_marks")


def _heads_entry(document: Document, weapon: Token) -> bool:
    """True for a log's "IED, 2 killed": no verb, and people killed or hurt."""
    sentence = weapon.sent
    if any(t.tag_ in FINITE and t.dep_ not in ("acl", "relcl") for t in sentence):
        return False
    harm = read_casualties(document, sentence)
    return harm.killed is not None or harm.injured is not None


def _trigger_position(trigger: Trigger) -> int:
    return int(trigger.token.i)

"""The words of Arabic that tell an event, and of what kind it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tallystick.model.terms import ActorType, EventKind, WeaponKind
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.people import are_harmed, harm_at
from tallystick.reading.arabic.phrases import has_cue, nouns_in, phrases_in, verbs_in, words_in
from tallystick.reading.arabic.verbs import kinds_by_verb
from tallystick.reading.arabic.words import Word, fold
from tallystick.reading.lexicon import load_lexicon

_NEAR = 5
_SOON = 3  # words from "the fall of" to the weapon
_WIDE = 6  # words from a warning to what it warns of
_ONE_CLAUSE = 8  # words between two that tell one event
_AND = "وف"
_BY = "بل"
_OPEN = (EventKind.ATTACK_UNSPECIFIED, EventKind.DRONE_ATTACK, EventKind.SHELLING, EventKind.BOMBING)


@dataclass(frozen=True)
class Trigger:
    """A word that tells an event, by its index."""

    at: int
    kind: EventKind
    is_verb: bool
    is_down: bool = False
    """True for "shot down", whose object is the attack."""


def find_triggers(passage: Passage, sentence: range) -> Iterator[Trigger]:
    """The words of a sentence that tell events, in order; names and dates tell none."""
    for at in sentence:
        word = passage.words[at]
        if at in passage.named_words or at in passage.date_words:
            continue
        if word.is_one_of(verbs_in("bringing_down")):
            # What is shot down is told beside it; "shot two of them down" goes on about an attack already told.
            near = range(max(at - 2, sentence.start), min(at + _NEAR + 2, sentence.stop))
            if any(w.first in near or w.last in near for w in passage.weapons) and not _goes_on(passage, near):
                yield Trigger(at, EventKind.DRONE_ATTACK, is_verb=True, is_down=True)
            continue
        if word.is_one_of(verbs_in("firing")):
            if _fired_near(passage, range(at, min(at + _NEAR, sentence.stop))):
                yield Trigger(at, EventKind.ATTACK_UNSPECIFIED, is_verb=True)
            continue
        if word.is_one_of(words_in("falling")) and _fired_near(passage, range(at, min(at + _SOON, sentence.stop))):
            yield Trigger(at, EventKind.ATTACK_UNSPECIFIED, is_verb=False)
            continue
        noun = phrases_in("event_nouns").at(passage.words, at)
        verb = next((kind for f in word.names for kind in [kinds_by_verb().get(f.letters)] if kind is not None), None)
        if noun is not None and noun[0].last < sentence.stop:
            yield Trigger(at, EventKind(noun[1]), is_verb=False)
        elif verb is not None:
            yield Trigger(at, verb, is_verb=True)


def harm_trigger(passage: Passage, sentence: range) -> Trigger | None:
    """A word of harm that tells an attack by itself: by a weapon ("killed by a sniper's shots") or by armed people."""
    words = passage.words
    if any(words[at].is_one_of(words_in("since") | words_in("during") | words_in("tolls")) for at in sentence):
        return None
    for at in sentence:
        if at in passage.named_words or harm_at(words[at]) is None or are_harmed(words[at]):
            continue
        armed = next((w for w in passage.weapons if w.first in sentence and w.first > at), None)
        if armed is not None:
            kind = load_lexicon("arabic")["kinds_by_weapon"].get(armed.use.kind.value)
            return Trigger(at, EventKind(kind) if kind else EventKind.ATTACK_UNSPECIFIED, is_verb=True)
        doer = next((a for _, a in passage.actors_in(range(at + 1, at + 2))), None)
        if doer is not None and doer.type is not ActorType.STATE:
            return Trigger(at, EventKind.ATTACK_UNSPECIFIED, is_verb=True)
    return None


def joined(passage: Passage, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """The triggers, those that go on about the one before it put into it.

    "A bombing that struck a market" and "the airport was struck by a shelling" are one event each, told by the word
    that says more.
    """
    kept: Trigger | None = None
    for trigger in triggers:
        if kept is not None and trigger.at - kept.at <= _ONE_CLAUSE:
            word = passage.words[trigger.at]
            opens = word.written[0] in _AND
            if not kept.is_verb and word.is_one_of(verbs_in("hitting")) and not opens:
                continue
            by = not trigger.is_verb and word.written[0] in _BY
            if kept.kind is EventKind.ATTACK_UNSPECIFIED and by and not trigger.is_down:
                kept = replace(kept, kind=trigger.kind)
                continue
        if kept is not None:
            yield kept
        kept = trigger
    if kept is not None:
        yield kept


def is_told_as_done(passage: Passage, trigger: Trigger, sentence: range) -> bool:
    """False for what is warned of, planned, feared or practised, and for what is no violence at all."""
    words, at = passage.words, trigger.at
    before, behind = range(max(sentence.start, at - 3), at), range(at, min(at + 3, sentence.stop))
    wide = words[max(sentence.start, at - _WIDE) : at]
    around = words[max(sentence.start, at - 3) : min(at + _WIDE, sentence.stop)]
    return not (
        has_cue([words[i] for i in before], "not_done")
        or has_cue([words[i] for i in behind], "not_done")
        or any(word.is_one_of(nouns_in("warned_of")) for word in wide)
        or any(_may(words, i, sentence) for i in before)
        or has_cue(around, "other_senses")
        or has_cue([words[i] for i in behind], "figures_of_speech")
        or (trigger.kind is EventKind.BOMBING and has_cue(words[at : min(at + 4, sentence.stop)], "accidents"))
    )


def _may(words: Sequence[Word], at: int, sentence: range) -> bool:
    """True for قد before a verb of the present ("may"); before one of the past it says "has"."""
    if not words[at].is_one_of(words_in("may")) or at + 1 >= sentence.stop:
        return False
    had = any(words[i].is_one_of(words_in("was")) for i in range(max(sentence.start, at - _NEAR), at))
    verb = fold(words[at + 1].written)
    return not had and (verb.startswith("ي") or (verb.startswith("ت") and not verb.endswith("ت")))


def _fired_near(passage: Passage, near: range) -> bool:
    return any(weapon.first in near for weapon in passage.weapons)


def _goes_on(passage: Passage, words: range) -> bool:
    return any(passage.words[at].is_one_of(words_in("of_them")) for at in words)


def refine_kind(passage: Passage, trigger: Trigger, behind: range, weapons: Sequence[WeaponKind]) -> EventKind:
    """The kind by a word beside the event's own ("air", "suicide"), else by the weapon, where its own says little."""
    of_weapons = {at for weapon in passage.weapons for at in range(weapon.first, weapon.last + 1)}
    near = range(0) if trigger.is_down else range(max(trigger.at - 2, 0), min(trigger.at + 3, behind.stop))
    for at in near:
        found = phrases_in("refined").at(passage.words, at) if at not in of_weapons else None
        if found is not None:
            return EventKind(found[1])
    if weapons and trigger.kind in _OPEN:
        by_weapon = load_lexicon("arabic")["kinds_by_weapon"]
        return EventKind(by_weapon.get(weapons[0].value, trigger.kind.value))
    return trigger.kind

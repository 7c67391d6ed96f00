"""The words of Arabic that tell an event, and of what kind it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallystick.model.terms import EventKind, WeaponKind
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.phrases import phrases_in, verbs_in, words_in
from tallystick.reading.arabic.verbs import kinds_by_verb
from tallystick.reading.lexicon import load_lexicon

_NEAR = 5
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
            near = range(at, min(at + _NEAR, sentence.stop))
            fired = next((w for w in passage.weapons if w.first in near), None)
            if fired is not None:
                yield Trigger(at, EventKind.ATTACK_UNSPECIFIED, is_verb=True)
            continue
        noun = phrases_in("event_nouns").at(passage.words, at)
        verb = next((kind for f in word.names for kind in [kinds_by_verb().get(f.letters)] if kind is not None), None)
        if noun is not None and noun[0].last < sentence.stop:
            yield Trigger(at, EventKind(noun[1]), is_verb=False)
        elif verb is not None:
            yield Trigger(at, verb, is_verb=True)


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

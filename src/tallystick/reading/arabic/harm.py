"""What an attack did, in Arabic text: who was killed and hurt, and what came of the projectiles."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.model.mention import Casualties, CountedRange, OutcomeRead
from tallystick.model.terms import Outcome
from tallystick.reading.arabic.numbers import is_dual, number_at
from tallystick.reading.arabic.passage import Passage, Weapon
from tallystick.reading.arabic.phrases import cues_in, nouns_in, verbs_in, words_in, words_in_parts
from tallystick.reading.arabic.triggers import Trigger


def read_casualties(passage: Passage, stretch: range) -> Casualties:
    """The killed and injured told in a stretch; zero only where it says that nobody was hurt."""
    words = passage.words
    for at in stretch:
        nobody = cues_in("nobody").at(words[: stretch.stop], at)
        if nobody is not None:
            quote = passage.quote(words[at].start, words[nobody[0].last].end)
            none = CountedRange(low=0, best=0, high=0, quote=quote)
            return Casualties(killed=none, injured=none)
    return Casualties(killed=_hurt(passage, stretch, "killed"), injured=_hurt(passage, stretch, "injured"))


def _hurt(passage: Passage, stretch: range, harm: str) -> CountedRange | None:
    """How many: a number behind or before the word of harm, its dual, or one person named behind it."""
    words = passage.words
    nouns = nouns_in(harm)
    for at in stretch:
        if not words[at].is_one_of(nouns) or at in passage.named_words:
            continue
        person = _persons(passage, at, stretch)
        if person is not None:
            return person
        for near in (*range(at + 1, min(at + 4, stretch.stop)), *range(at - 1, max(stretch.start, at - 3) - 1, -1)):
            number = None if near in passage.date_words else number_at(words, near)
            if number is not None:
                quote = passage.quote(min(words[at].start, number.start), max(words[at].end, words[number.last].end))
                return CountedRange(low=number.value, best=number.value, high=number.value, quote=quote)
        if is_dual(words[at], words_in(harm)):
            return CountedRange(low=2, best=2, quote=passage.quote(words[at].start, words[at].end))
    return None


def _persons(passage: Passage, harm: int, stretch: range) -> CountedRange | None:
    """The one or two people right behind a word of harm: "a soldier was wounded", "the death of two soldiers"."""
    if harm + 1 >= stretch.stop:
        return None
    behind = passage.words[harm + 1]
    quote = passage.quote(passage.words[harm].start, behind.end)
    if any(form.letters in words_in("one_person") and not form.definite for form in behind.forms):
        return CountedRange(low=1, best=1, high=1, quote=quote)
    if is_dual(behind, words_in("one_person")):
        return CountedRange(low=2, best=2, high=2, quote=quote)
    return None


def read_outcome(passage: Passage, trigger: Trigger, stretch: range, harm: Casualties) -> OutcomeRead | None:
    """Brought down, whole or in part ("two of them"); a hit where somebody was hurt."""
    armed = any(weapon.first in stretch for weapon in passage.weapons)
    downed = next((at for at in stretch if armed and passage.words[at].is_one_of(verbs_in("bringing_down"))), None)
    if downed is not None:
        word = passage.words[downed]
        in_part = any(passage.words[at].is_one_of(words_in("of_them")) for at in range(downed, stretch.stop))
        value = Outcome.PARTLY_INTERCEPTED if in_part and not trigger.is_down else Outcome.INTERCEPTED
        return OutcomeRead(value=value, quote=passage.quote(word.start, word.end))
    hurt = [count for count in (harm.killed, harm.injured) if count is not None and count.high != 0]
    return OutcomeRead(value=Outcome.HIT, quote=hurt[0].quote) if hurt else None


def count_weapons(passage: Passage, weapons: Sequence[Weapon]) -> CountedRange | None:
    """How many of the first weapon: the number before it, its dual, or "one" behind it."""
    if not weapons:
        return None
    words, weapon = passage.words, weapons[0]
    value, first, last = None, weapon.first, weapon.last
    before = number_at(words, weapon.first - 1) if weapon.first else None
    behind = number_at(words, weapon.last + 1) if weapon.last + 1 < len(words) else None
    if before is not None and before.last == weapon.first - 1:
        value, first = before.value, before.first
    elif behind is not None and behind.value == 1:
        value, last = 1, behind.last
    elif is_dual(words[weapon.first], words_in_parts("weapons")):
        value = 2
    if value is None:
        return None
    return CountedRange(low=value, best=value, high=value, quote=passage.quote(words[first].start, words[last].end))

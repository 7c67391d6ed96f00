"""What an attack did, in Arabic text: who was killed and hurt, and what came of the projectiles."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.model.mention import Casualties, CountedRange, OutcomeRead
from tallystick.model.terms import EventKind, Outcome
from tallystick.reading.arabic.numbers import Number, is_dual, number_at, number_before
from tallystick.reading.arabic.passage import Passage, Weapon
from tallystick.reading.arabic.people import are_harmed, bounds_of, harm_at, people_from, people_until
from tallystick.reading.arabic.phrases import cues_in, has_cue, verbs_in, words_in, words_in_parts
from tallystick.reading.arabic.triggers import Trigger

_NEAR = 4


def read_casualties(passage: Passage, stretch: range, trigger: Trigger) -> Casualties:
    """The killed and injured told in a stretch; zero only where it says that nobody was hurt."""
    nobody = _nobody(passage, stretch)
    if nobody is not None:
        return Casualties(killed=nobody, injured=nobody)
    return Casualties(
        killed=_hurt(passage, stretch, "killed") or _executed(passage, stretch, trigger),
        injured=_hurt(passage, stretch, "injured"),
    )


def _executed(passage: Passage, stretch: range, trigger: Trigger) -> CountedRange | None:
    """Those whom an execution is told of are its dead."""
    if trigger.kind is not EventKind.EXECUTION:
        return None
    for first in range(trigger.at + 1, min(trigger.at + 1 + _NEAR, stretch.stop)):
        put_to_death = people_from(passage, first, stretch.stop)
        if put_to_death is not None:
            return bounds_of(passage, put_to_death.value, put_to_death.first, put_to_death.last)
    return None


def _nobody(passage: Passage, stretch: range) -> CountedRange | None:
    """Zero, by a phrase as it stands or by "without" and a word of harm soon behind it."""
    words = passage.words
    for at in stretch:
        told = cues_in("nobody").at(words[: stretch.stop], at)
        last = told[0].last if told is not None else None
        without = cues_in("without").at(words[: stretch.stop], at)
        if without is not None:
            near = range(without[0].last + 1, min(without[0].last + _NEAR, stretch.stop))
            last = next((i for i in near if words[i].is_one_of(words_in("harm_of_people"))), last)
            if any(words[i].is_one_of(words_in("of_things")) for i in near):
                last = None
        if last is not None:
            return CountedRange(low=0, best=0, high=0, quote=passage.quote(words[at].start, words[last].end))
    return None


def _hurt(passage: Passage, stretch: range, harm: str) -> CountedRange | None:
    """How many: of a noun of the harmed its number or dual; of a verb those counted behind it, else before it."""
    words = passage.words
    for at in stretch:
        if at in passage.named_words or harm_at(words[at]) != harm:
            continue
        count = _harmed(passage, at, stretch) if are_harmed(words[at]) else _hit(passage, at, stretch)
        if count is not None:
            return count
    return None


def _harmed(passage: Passage, at: int, stretch: range) -> CountedRange | None:
    """The number of "four dead", "two dead", "the toll of the dead rose to 23", "rose to 23 the toll of the dead"."""
    words = passage.words
    number = number_before(words, at, start=stretch.start)
    if number is not None and number.first not in passage.date_words:
        return bounds_of(passage, number.value, number.first, at)
    if is_dual(words[at], words_in("killed_people") | words_in("injured_people")):
        return bounds_of(passage, 2, at, at)
    toll = next((i for i in range(max(at - 1, stretch.start), at) if words[i].is_one_of(words_in("tolls"))), None)
    if toll is not None:
        before = number_before(words, toll, start=stretch.start)
        if before is not None and before.first not in passage.date_words:
            return bounds_of(passage, before.value, before.first, at)
        for near in range(at + 1, min(at + _NEAR, stretch.stop)):
            found = None if near in passage.date_words else number_at(words, near)
            if found is not None:
                return bounds_of(passage, found.value, at, found.last)
    return None


def _hit(passage: Passage, at: int, stretch: range) -> CountedRange | None:
    """Those counted behind a word of harm, else before it; none where two harms share one count."""
    before = people_until(passage, at, stretch.start)
    behind = None if _shares_its_count(passage, at, stretch) else people_from(passage, at + 1, stretch.stop)
    if behind is not None:
        return bounds_of(passage, behind.value, min(at, behind.first), behind.last)
    return None if before is None else bounds_of(passage, before.value, before.first, at)


def _shares_its_count(passage: Passage, at: int, stretch: range) -> bool:
    """True if what is counted behind the word is not its own alone: "the death and injury of six"."""
    words = passage.words
    if at + 1 in stretch and harm_at(words[at + 1]) and not are_harmed(words[at + 1]):
        return True
    is_second = at - 1 in stretch and harm_at(words[at - 1]) and not are_harmed(words[at - 1])
    return bool(is_second) and people_until(passage, at - 1, stretch.start) is None


def read_outcome(passage: Passage, trigger: Trigger, stretch: range, harm: Casualties) -> OutcomeRead | None:
    """Brought down, whole or in part ("two of them"); a hit where somebody was hurt."""
    armed = any(weapon.first in stretch for weapon in passage.weapons)
    downed = next((at for at in stretch if armed and passage.words[at].is_one_of(verbs_in("bringing_down"))), None)
    if downed is not None:
        word = passage.words[downed]
        of_them = any(passage.words[at].is_one_of(words_in("of_them")) for at in stretch)
        out_of = has_cue(passage.words[downed : stretch.stop], "a_part_of")
        in_part = out_of or (of_them and not trigger.is_down)
        value = Outcome.PARTLY_INTERCEPTED if in_part else Outcome.INTERCEPTED
        return OutcomeRead(value=value, quote=passage.quote(word.start, word.end))
    hurt = [count for count in (harm.killed, harm.injured) if count is not None and count.high != 0]
    if hurt:
        return OutcomeRead(value=Outcome.HIT, quote=hurt[0].quote)
    damage = (at for at in stretch if at > trigger.at and passage.words[at].is_one_of(words_in("damage")))
    harmed = next((at for at in damage if not passage.words[at - 1].is_one_of(words_in("without_words"))), None)
    if harmed is None:
        return None
    return OutcomeRead(value=Outcome.HIT, quote=passage.quote(passage.words[harmed].start, passage.words[harmed].end))


def count_weapons(passage: Passage, weapons: Sequence[Weapon]) -> CountedRange | None:
    """How many of the first weapon: the number before it, its dual, or "one" behind it."""
    if not weapons:
        return None
    words, weapon = passage.words, weapons[0]
    value, first, last = None, weapon.first, weapon.last
    before = number_before(words, weapon.first, start=0)
    behind = number_at(words, weapon.last + 1) if weapon.last + 1 < len(words) else None
    whole = _whole(passage, weapon.last + 1)
    if whole is not None:
        value, last = whole.value, whole.last
    elif before is not None and before.first not in passage.date_words:
        value, first = before.value, before.first
    elif behind is not None and behind.value == 1:
        value, last = 1, behind.last
    elif is_dual(words[weapon.first], words_in_parts("weapons")):
        value = 2
    if value is None:
        return None
    return CountedRange(low=value, best=value, high=value, quote=passage.quote(words[first].start, words[last].end))


def _whole(passage: Passage, behind: int) -> Number | None:
    """All of which those named are a part: "six drones out of eight"."""
    found = cues_in("a_part_of").at(passage.words, behind) if behind < len(passage.words) else None
    if found is None or found[0].last + 1 >= len(passage.words):
        return None
    return number_at(passage.words, found[0].last + 1)

"""Whether a count of people, projectiles or sites sums up what many events did."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.model.terms import PlacePrecision, TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_plural, objects_of_prepositions
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.place_span import COARSENESS
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_events import event_unit
from tallystick.reading.tally_following import is_sum_of_those
from tallystick.reading.tally_harm_after import adds_on, follows_tally, is_counted_beside, is_done_by_those
from tallystick.reading.tally_labels import is_labelled
from tallystick.reading.tally_one_event import is_of_one_event, is_told_of_one
from tallystick.reading.tally_units import HARM
from tallystick.reading.tally_window import Window
from tallystick.reading.told import Told
from tallystick.reading.verbs import is_perfect, verb_of

_AIMED = frozenset({"at", "on", "into", "in", "towards", "toward", "against", "across"})
_PROVINCE = COARSENESS[PlacePrecision.PROVINCE]
MANY = 10
"""As many at least are counted where few would be what one event did."""


def sums_up_harm(count: Count, sentence: Span, told: Told, earlier: Sequence[Count]) -> bool:
    """True for people, projectiles or sites counted over many events.

    Those of one event that the sentence tells are none, unless they are summed up over a stretch ("since June").
    """
    here = [f for f in told.events if f.sentence.start == sentence.start and not f.is_setting]
    window = count.window
    if count.number.start > count.anchor.i and count.unit in HARM and is_labelled(count.number, sentence):
        has_own = window is not None and window.is_long and window.start > 0
        return has_own or follows_tally(count, told, earlier)
    if window is not None and window.is_long and _is_of(count.anchor, window, sentence):
        is_thing = count.unit not in HARM and count.number.value >= MANY
        is_sum = count.anchor.lemma_.lower() in words_of("tallies", "totals")
        is_of_many = window.spreads or is_sum or all(_is_of_a_whole_land(f) for f in here)
        is_of_one = not is_of_many or count.number.vague or is_of_one_event(count.anchor)
        return (window.sums and not is_told_of_one(count.anchor, window)) or is_thing or not is_of_one
    if is_counted_beside(count, sentence, earlier):
        return True
    if count.unit not in HARM or count.number.vague:
        return False
    if is_sum_of_those(count.number, sentence) and earlier and earlier[-1].unit in HARM:
        return True
    if _is_toll_alone(count, sentence, told):
        return True
    if is_done_by_those(count, sentence, earlier) or adds_on(count, sentence, earlier):
        return True
    if not all(f.background for f in here):
        return False
    if is_of_one_event(count.anchor):
        return False
    return follows_tally(count, told, earlier) or _is_counted_up(count.anchor, sentence)


def _is_of_a_whole_land(frame: Frame) -> bool:
    """True for "145 people were killed in Chhattisgarh": told by the harm alone, of a province or a country."""
    by_harm = all(t.strength in ("effect", "verb") for t in frame.triggers)
    return by_harm and bool(frame.places) and all(rank_of(p) >= _PROVINCE for p in frame.places)


def is_a_days_fire(document: Document, count: Count) -> bool:
    """True for "fired 160 rockets into the north on Tuesday": a day's fire at a whole stretch of land.

    What is fired at a town or a base is one attack, and so is "a salvo of 20 rockets".
    """
    window, number = count.window, count.number
    if count.unit is not TallyUnit.PROJECTILES or window is None or window.is_long or number.value < MANY:
        return False
    if window.since is None or window.since != window.until or number.vague or is_of_one_event(count.anchor):
        return False
    verb = verb_of(count.anchor)
    aims = [*objects_of_prepositions(verb, _AIMED), *objects_of_prepositions(count.anchor, _AIMED)]
    at = [document.place_at.get(t.i) for t in aims if t.i not in document.date_at]
    return bool(at) and all(place is not None and rank_of(place) >= _PROVINCE for place in at)


def _is_of(anchor: Token, window: Window, sentence: Span) -> bool:
    """True if a window hangs on the verb of the count and not on a clause of its own; one in front may stand apart."""
    if window.sums and window.start < anchor.i:
        return True
    verb = verb_of(anchor)
    word = sentence.doc[window.start]
    if window.since is not None and window.until is None and is_perfect(anchor):
        return True
    if anchor.lemma_.lower() in words_of("tallies", "totals") and anchor.is_ancestor(word):
        return True
    word = word.head.head if word.dep_ == "mark" else word
    for above in (word, *word.ancestors):
        if above in (anchor, verb):
            return True
        if above.dep_ in ("relcl", "acl", "advcl", "ccomp") and anchor not in (above.head, *above.head.conjuncts):
            return False
    return False


def _is_toll_alone(count: Count, sentence: Span, told: Told) -> bool:
    """True for "put the number of dead at 273", in a report that tells no event that they could have died in."""
    puts = any(a.lemma_.lower() in words_of("tallies", "count") for a in count.anchor.ancestors)
    is_sum = count.anchor.lemma_.lower() in words_of("tallies", "totals")
    return puts and is_sum and all(f.sentence.start == sentence.start for f in (*told.events, *told.bulk))


def _is_counted_up(anchor: Token, sentence: Span) -> bool:
    """True for "counted 45 injured", in a sentence that speaks of attacks in the plural."""
    counted = any(a.lemma_.lower() in words_of("tallies", "tally") for a in anchor.ancestors)
    return counted and any(is_plural(t) and event_unit(t, of_violence=False) is not None for t in sentence)

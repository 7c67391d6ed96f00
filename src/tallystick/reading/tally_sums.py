"""Whether a count sums up many events, or only tells one of them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.model.terms import Comparator, PlacePrecision, TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_definite, is_plural, objects_of_prepositions, says, subject_of
from tallystick.reading.place_span import COARSENESS
from tallystick.reading.placing import rank_of
from tallystick.reading.tally_counts import Count, is_labelled
from tallystick.reading.tally_following import is_sum_of_those
from tallystick.reading.tally_units import EVENTS, HARM, event_unit
from tallystick.reading.tally_window import Window
from tallystick.reading.told import Told

_THE_SAME = frozenset({"the", "them", "these", "those", "which"})
_AIMED = frozenset({"at", "on", "into", "in", "towards", "toward", "against", "across"})
_PROVINCE = COARSENESS[PlacePrecision.PROVINCE]
_FEW = 3
_MANY = 10


def is_tally(document: Document, count: Count, sentence: Span, told: Told, earlier: Sequence[Count]) -> bool:
    """True for a count of many events, false for what one event did and for events told one by one.

    ``earlier`` are the tallies that the report quotes before it.
    """
    if count.number.value < 2 or _is_averted(count.anchor) or _is_rate(count):
        return False
    if count.running:
        return _runs_on(count, sentence)
    if count.follows:
        return bool(earlier) and earlier[-1].unit is count.unit
    if count.unit not in EVENTS:
        return _is_a_days_fire(document, count) or _sums_up_harm(count, sentence, told, earlier)
    is_long = count.window is not None and count.window.is_long
    if count.window is None and _is_of_them(count):
        return False
    noun = count.anchor
    if noun.lemma_.lower() in words_of("tallies", "times") or noun.lower_ in ("twice", "thrice"):
        return is_long or count.number.value >= _MANY
    if event_unit(noun, of_violence=True) is None:
        return is_long or noun.tag_ == "CD" or noun.lemma_.lower() in words_of("tallies", "totals")
    if not is_long and (count.number.vague or count.number.value <= _FEW):
        return False
    if _points_back(count) or not (is_plural(noun) or count.number.start > noun.i):
        return False
    return not _is_told_out(count, told)


def _runs_on(count: Count, sentence: Span) -> bool:
    """True for "the 26th attack since 19 October", "the second such raid" and "the third strike of the campaign"."""
    if count.number.start > count.anchor.i or (count.window is not None and count.window.is_long):
        return True
    doc, noun = sentence.doc, count.anchor
    if "such" in {t.lower_ for t in doc[count.number.start : noun.i]}:
        return True
    behind = [t.lower_ for t in doc[noun.i + 1 : min(sentence.end, noun.i + 4)]]
    return behind[:1] == ["of"] and bool(set(behind) & words_of("tallies", "spans"))


def _sums_up_harm(count: Count, sentence: Span, told: Told, earlier: Sequence[Count]) -> bool:
    """True for people, projectiles or sites counted over many events.

    Those of one event that the sentence tells are none, unless they are summed up over a stretch ("since June").
    """
    here = [f for f in told.events if f.sentence.start == sentence.start and not f.is_setting]
    window = count.window
    if count.number.start > count.anchor.i and count.unit in HARM and is_labelled(count.number, sentence):
        has_own = window is not None and window.is_long and window.start > 0
        return has_own or _follows_tally(count, told, earlier)
    if window is not None and window.is_long and _is_of(count.anchor, window, sentence):
        is_thing = count.unit not in HARM and count.number.value >= _MANY
        is_sum = count.anchor.lemma_.lower() in words_of("tallies", "totals")
        is_of_many = window.spreads or is_sum or all(_is_of_a_whole_land(f) for f in here)
        is_of_one = not is_of_many or count.number.vague or _is_of_one_event(count.anchor)
        return (window.sums and not _is_told_of_one(count.anchor, window)) or is_thing or not is_of_one
    if _is_counted_beside(count, sentence, earlier):
        return True
    if count.unit not in HARM or count.number.vague:
        return False
    if is_sum_of_those(count.number, sentence) and earlier and earlier[-1].unit in HARM:
        return True
    if _is_toll_alone(count, sentence, told):
        return True
    if _is_done_by_those(count, sentence, earlier) or _adds_on(count, sentence, earlier):
        return True
    if not all(f.background for f in here):
        return False
    if _is_of_one_event(count.anchor):
        return False
    return _follows_tally(count, told, earlier) or _is_counted_up(count.anchor, sentence)


def _is_of_a_whole_land(frame: Frame) -> bool:
    """True for "145 people were killed in Chhattisgarh": told by the harm alone, of a province or a country."""
    by_harm = all(t.strength in ("effect", "verb") for t in frame.triggers)
    return by_harm and bool(frame.places) and all(rank_of(p) >= _PROVINCE for p in frame.places)


def _is_a_days_fire(document: Document, count: Count) -> bool:
    """True for "fired 160 rockets into the north on Tuesday": a day's fire at a whole stretch of land.

    What is fired at a town or a base is one attack, and so is "a salvo of 20 rockets".
    """
    window, number = count.window, count.number
    if count.unit is not TallyUnit.PROJECTILES or window is None or window.is_long or number.value < _MANY:
        return False
    if window.since is None or window.since != window.until or number.vague or _is_of_one_event(count.anchor):
        return False
    verb = _verb_of(count.anchor)
    aims = [*objects_of_prepositions(verb, _AIMED), *objects_of_prepositions(count.anchor, _AIMED)]
    at = [document.place_at.get(t.i) for t in aims if t.i not in document.date_at]
    return bool(at) and all(place is not None and rank_of(place) >= _PROVINCE for place in at)


def _is_of_one_event(anchor: Token) -> bool:
    """True for those whom "a car bomb" killed, and those wounded "in the blasts", which are told elsewhere."""
    if anchor.lemma_.lower() in words_of("tallies", "totals"):
        return False
    verb = _verb_of(anchor)
    if verb.dep_ == "relcl" and _tells_of_one(verb):
        return True
    if any(is_definite(t) and event_unit(t, of_violence=True) is not None for t in verb.subtree):
        return True
    if verb.dep_ == "relcl" and not is_plural(verb.head) and event_unit(verb.head, of_violence=True) is not None:
        return True
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj" and c != anchor), None)
    return subject is not None and any(c.lower_ in ("a", "an", "another", "one") for c in subject.lefts)


def _is_told_of_one(anchor: Token, window: Window) -> bool:
    """True for those of "since a chemical attack that killed 87 civilians", the attack being where the time begins."""
    clause = _verb_of(anchor)
    begins = window.until is None and window.start < clause.head.i < window.start + _MANY
    if (
        not begins
        or clause.dep_ != "relcl"
        or is_plural(clause.head)
        or anchor.lemma_.lower() in words_of("tallies", "totals")
    ):
        return False
    return event_unit(clause.head, of_violence=True) is not None


def _tells_of_one(clause: Token) -> bool:
    """True for "the bombing in the town, in which 11 people died", on whatever noun a parser hangs the clause."""
    before = clause.doc[clause.sent.start : clause.left_edge.i]
    event = next((t for t in reversed(before) if event_unit(t, of_violence=True) is not None), None)
    return event is not None and not is_plural(event)


def _is_of(anchor: Token, window: Window, sentence: Span) -> bool:
    """True if a window hangs on the verb of the count and not on a clause of its own; one in front may stand apart."""
    if window.sums and window.start < anchor.i:
        return True
    verb = _verb_of(anchor)
    word = sentence.doc[window.start]
    if window.since is not None and window.until is None and _is_perfect(anchor):
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


def _verb_of(token: Token) -> Token:
    return next((a for a in (token, *token.ancestors) if a.pos_ in ("VERB", "AUX")), token)


def _follows_tally(count: Count, told: Told, earlier: Sequence[Count]) -> bool:
    """True if the count of harm goes on from a count of attacks, with no other event told in between."""
    whole = next((c for c in reversed(earlier) if c.unit in EVENTS and not c.running), None)
    of_a_day = [c.window is not None and not c.window.is_long for c in earlier if c.unit in EVENTS]
    if whole is None or all(of_a_day):
        return False
    start, counted = count.number.start, {c.anchor.i for c in (*earlier, count)}
    between = [f for f in told.events if whole.anchor.i < f.segment.start < start and f.head.i not in counted]
    return all(_is_past(f) for f in between) or _looks_back(count.anchor)


def _is_done_by_those(count: Count, sentence: Span, earlier: Sequence[Count]) -> bool:
    """True for "they have killed 31 soldiers" and "the raids wounded 84" right behind a count of attacks."""
    if count.window is not None or not earlier or earlier[-1].unit not in EVENTS | HARM:
        return False
    if not _is_next(earlier[-1], sentence) or not any(c.unit in EVENTS and not c.running for c in earlier):
        return False
    subject = subject_of(_verb_of(count.anchor))
    if subject is None:
        return False
    is_same = is_definite(subject) and is_plural(subject) and event_unit(subject, of_violence=False) is not None
    return subject.lower_ in ("they", "these", "those") or is_same


def _adds_on(count: Count, sentence: Span, earlier: Sequence[Count]) -> bool:
    """True for "another 840 were wounded and 290 abducted" right behind a count of harm."""
    if count.window is not None or not earlier or earlier[-1].unit not in HARM or not _is_next(earlier[-1], sentence):
        return False
    doc, start, end = sentence.doc, count.number.start, count.number.end
    if _is_perfect(count.anchor) and not _is_of_one_event(count.anchor):
        return True
    around = {t.lower_ for t in (*doc[max(sentence.start, start - 2) : start], *doc[end : end + 2])}
    if around & words_of("tallies", "further"):
        return True
    is_listed = earlier[-1].anchor.i >= sentence.start and doc[start - 1].lower_ in ("and", ",")
    return is_listed and earlier[-1].window is None


def _is_perfect(anchor: Token) -> bool:
    """True for "thirteen Israelis have been killed"."""
    return any(c.lower_ in ("has", "have") for c in _verb_of(anchor).lefts if c.dep_ == "aux")


def _is_next(count: Count, sentence: Span) -> bool:
    """True for a count of the same sentence or of the one before."""
    return count.anchor.sent.end >= sentence.start


def _is_counted_beside(count: Count, sentence: Span, earlier: Sequence[Count]) -> bool:
    """True for "Pakistan counted six places struck and 31 civilians killed", right behind another's count."""
    if not earlier or count.number.vague or not _is_next(earlier[-1], sentence):
        return False
    verbs = [a for a in count.anchor.ancestors if a.pos_ == "VERB"]
    return any(a.lemma_.lower() in words_of("tallies", "tally") for a in verbs)


def _is_toll_alone(count: Count, sentence: Span, told: Told) -> bool:
    """True for "put the number of dead at 273", in a report that tells no event that they could have died in."""
    puts = any(a.lemma_.lower() in words_of("tallies", "count") for a in count.anchor.ancestors)
    is_sum = count.anchor.lemma_.lower() in words_of("tallies", "totals")
    return puts and is_sum and all(f.sentence.start == sentence.start for f in (*told.events, *told.bulk))


def _is_past(frame: Frame) -> bool:
    return frame.background or frame.is_setting


def _looks_back(anchor: Token) -> bool:
    """True for "had been found to have injuries", told as further back than the event before it."""
    verb = next((a for a in anchor.ancestors if a.dep_ == "ROOT"), anchor)
    return any(c.lower_ == "had" for c in verb.lefts if c.dep_ == "aux") and not says(verb)


def _is_counted_up(anchor: Token, sentence: Span) -> bool:
    """True for "counted 45 injured", in a sentence that speaks of attacks in the plural."""
    counted = any(a.lemma_.lower() in words_of("tallies", "tally") for a in anchor.ancestors)
    return counted and any(is_plural(t) and event_unit(t, of_violence=False) is not None for t in sentence)


def _is_averted(anchor: Token) -> bool:
    """True for attacks that were planned, threatened or foiled."""
    for verb in anchor.ancestors:
        if verb.pos_ == "VERB":
            if verb.lemma_.lower() in words_of("tallies", "averted"):
                return True
            if verb.dep_ not in ("xcomp", "conj"):
                return False
    return False


def _is_rate(count: Count) -> bool:
    """True for "35 attacks a day" and "an average of 35 attacks"."""
    noun = count.anchor
    behind = [t.lemma_.lower() for t in noun.doc[noun.i + 1 : noun.i + 3]]
    if len(behind) == 2 and behind[0] in words_of("tallies", "per") and behind[1] in words_of("tallies", "spans"):
        return True
    return any(t.lower_ == "average" for t in noun.doc[max(0, count.number.start - 4) : count.number.start])


def _points_back(count: Count) -> bool:
    """True for "the two attacks" and "five of the attacks", which are told elsewhere and are no count."""
    start = count.number.start
    if any(t.lower_ == "of" for t in count.anchor.doc[count.number.end : count.anchor.i]) and not count.number.vague:
        return True
    before = count.anchor.doc[max(0, start - 1) : start].text.lower()
    return count.number.value <= _FEW and before in ("the", "these", "those", "both", "its", "their", "'s")


def _is_of_them(count: Count) -> bool:
    """True for the nine of "fourteen of the attacks were in Iraq and nine in Syria"."""
    doc = count.anchor.doc
    before = doc[count.anchor.sent.start : count.number.start]
    return any(
        t.tag_ == "CD" and t.nbor(1).lower_ == "of" and t.nbor(2).lower_ in _THE_SAME and t.i + 2 < count.number.start
        for t in before
        if t.i + 2 < len(doc)
    )


def _is_told_out(count: Count, told: Told) -> bool:
    """True if as many events as the count says are told by the same word, or by "one" and "the other"."""
    noun, number = count.anchor, count.number
    here = [f for f in told.events if noun.i in {t.token.i for t in f.triggers}]
    if here and len(here) >= number.value:
        return True
    if any(f.plural and noun.i in {t.token.i for t in f.triggers} for f in told.bulk):
        return True
    is_exact = number.comparator is Comparator.EXACT
    return number.value == len(told.events) and is_exact and noun.head.lemma_ in ("confirm", "verify")

"""Whether an event is told by itself, or only as one of many."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import DatePrecision, EventKind, Modality, ParticipantType, Role
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import number_before, read_ordinal
from tallystick.reading.phrases import is_plural, object_of, passive_subject_of, runs_since
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.sums import sums_up_harm

_LONG = (DatePrecision.YEAR, DatePrecision.MONTH)
_ONE_OPERATION = frozenset(
    {"strike", "airstrike", "raid", "bombardment", "shelling", "clash", "bombing", "explosion", "blast", "air-strike"}
)

_MANY = 5
_DEADLY = frozenset({"kill", "wound"})


def is_specific(frame: Frame) -> bool:
    """True if the words single out an event: enough is told of where, when, on what and by whom.

    A plural ("attacks in recent weeks") needs a place or day of its own; a habit ("have been attacking") tells none.
    """
    head = frame.head
    if is_one_of_many(frame) or _is_only_hinted(frame):
        return False
    if frame.is_setting and not frame.places and not any(p.role is Role.TARGET for p in frame.participants):
        return False
    if frame.modality is Modality.DENIED and not frame.places and not frame.dates:
        return False
    place = min((rank_of(e) for e in frame.places), default=9)
    day = any(d.when.precision is DatePrecision.DAY for d in frame.dates) or (
        frame.when.is_known and frame.when.precision is DatePrecision.DAY
    )
    roles = {p.role for p in frame.participants}
    target = bool(roles & {Role.TARGET, Role.VICTIM})
    doer = Role.PERPETRATOR in roles
    if head.pos_ in ("NOUN", "PROPN") and is_plural(head) and head.i not in {w.head for w in frame.weapons}:
        counted = number_before(head)
        long = any(d.when.precision in _LONG for d in frame.dates)
        if (counted is not None and counted.value > 3) or (long and not day):
            return place <= 2 and day
        if (
            any(c.lower_ in words_of("cues", "generic") for c in head.lefts if c.dep_ in ("amod", "det"))
            and not (place <= 3 and day)
            and not (
                day
                and counted is None
                and any(c.lower_ in ("further", "more", "fresh", "new", "additional") for c in head.lefts)
            )
        ):
            return False
        if any(
            t.lower_
            in ("series", "spate", "wave", "string", "run", "campaign", "dozens", "scores", "hundreds", "number")
            for t in head.doc[max(0, head.i - 5) : head.i]
        ):
            return place <= 1 and day
        if place <= 2:
            return True
        if head.lemma_.lower() in _ONE_OPERATION:
            return place <= 4 or day or (doer and target and frame.is_setting is False)
        return day and (place <= 5 or doer) and (counted is None or counted.value <= 3)
    if any(read_ordinal(c.lower_) is not None for c in head.lefts if c.dep_ == "amod") and place > 3 and not day:
        return False
    if place <= 4 or day or _hits_a_named_person(frame):
        return True
    if place == 5:
        return target or bool(frame.weapons) or doer
    return target and (doer or bool(frame.weapons) or frame.casualties.killed is not None)


def is_one_of_many(frame: Frame) -> bool:
    """True for what the words tell as a habit, a sum, a running number or a deed at large, however much they tell."""
    head = frame.head
    if (
        tells_habit(frame)
        or _is_of_a_sort(head)
        or _is_counted_verb(head)
        or _is_number_of_many(head)
        or sums_up_harm(frame)
    ):
        return True
    if _is_done_to_many(frame) or _is_of_anybody(frame) or _is_of_counted(head) or _runs_over_a_time(frame):
        return True
    if _is_broken_down(frame):
        return True
    fired = (frame.weapon_count.low or 2) if frame.weapon_count is not None else 1
    return (runs_since(head) and fired > 1) or (fired > _MANY and any(d.when.precision in _LONG for d in frame.dates))


def _hits_a_named_person(frame: Frame) -> bool:
    """True for the murder or kidnapping of a person by name, which happens once."""
    once = frame.kind in (EventKind.ASSASSINATION, EventKind.EXECUTION, EventKind.ABDUCTION)
    return once and any(
        p.type is ParticipantType.PERSON and p.role in (Role.TARGET, Role.VICTIM) and p.name[:1].isupper()
        for p in frame.participants
    )


def _is_only_hinted(frame: Frame) -> bool:
    """True for what words of no sure violence tell alone: "the incident", "died", "the shop was damaged"."""
    if frame.weapons or (_is_done_by_somebody(frame) and any(t.strength != "weak" for t in frame.triggers)):
        return False
    return all(
        t.strength == "weak" or (t.strength == "effect" and t.token.lemma_.lower() not in _DEADLY)
        for t in frame.triggers
    )


def _is_of_counted(head: Token) -> bool:
    """True for "34 incidents of shelling", "12 cases of sniper fire" and what was done "in 22 separate incidents"."""
    noun = head.head.head if head.dep_ in ("pobj", "pcomp") and head.head.lower_ == "of" else None
    counted = [noun] if noun is not None else []
    counted += [g for c in head.rights if c.lower_ in ("in", "during") for g in c.rights if g.dep_ == "pobj"]
    return any(
        n.lemma_.lower() in words_of("cues", "instances")
        and is_plural(n)
        and (number := number_before(n)) is not None
        and number.value > 1
        for n in counted
    )


def _is_broken_down(frame: Frame) -> bool:
    """True for the attacks of "8 attacks (Garissa 4, Lamu 2)": the number behind a place counts those there."""
    if frame.head.pos_ != "NOUN" or not is_plural(frame.head):
        return False
    ends = {e.quote.end for e in frame.places}
    doc = frame.head.doc
    return any(t.tag_ == "CD" and t.i and t.nbor(-1).idx + len(t.nbor(-1)) in ends for t in doc[frame.head.i :])


def _runs_over_a_time(frame: Frame) -> bool:
    """True for many weapons fired "over the same time" or "in the past week": a sum of many attacks."""
    fired = (frame.weapon_count.low or 0) if frame.weapon_count is not None else 0
    if fired <= _MANY:
        return False
    over = (g for c in frame.head.rights if c.lower_ in ("over", "during", "in", "within") for g in c.rights)
    return any(g.lemma_.lower() in words_of("cues", "times") and g.dep_ == "pobj" for g in over)


def _is_done_by_somebody(frame: Frame) -> bool:
    return any(p.role is Role.PERPETRATOR for p in frame.participants)


def _is_of_anybody(frame: Frame) -> bool:
    """True for "the killing of civilians", which speaks of such deeds at large, unless it has a day of its own."""
    if frame.head.pos_ != "NOUN" or frame.dates:
        return False
    whose = [g for c in frame.head.rights if c.lower_ == "of" for g in c.rights if g.dep_ == "pobj"]
    return any(is_plural(g) and not any(True for _ in g.lefts) for g in whose) and not is_plural(frame.head)


def _is_done_to_many(frame: Frame) -> bool:
    """True for "has attacked more than 60 ships", a sum of as many events, unless a day is told."""
    if frame.head.pos_ != "VERB" or any(d.when.precision is DatePrecision.DAY for d in frame.dates):
        return False
    done_to = object_of(frame.head) or passive_subject_of(frame.head)
    if done_to is None or done_to.lemma_.lower() not in words_of("cues", "vehicles"):
        return False
    number = number_before(done_to)
    return number is not None and number.value > _MANY


def _is_counted_verb(head: Token) -> bool:
    """True for "were attacked at least ten times" and "have come under attack 23 times"."""
    if head.lemma_.lower() in words_of("outcomes", "hits_people") and not _is_done_to_several(head):
        return False  # "was shot four times": bullets, not attacks
    under = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "under" else head
    times = [c for verb in (head, under) for c in verb.subtree if c.lower_ in ("times", "occasions")]
    if any(c.head in (head, under) or any(n.tag_ == "CD" for n in c.lefts) for c in times):
        return True
    # "twice this month": a parser hangs "twice" on the month.
    return any(c.lower_ in ("twice", "thrice") for c in head.subtree) and any(
        c.lower_ in ("since", "this", "past", "last") for c in head.subtree
    )


def _is_done_to_several(verb: Token) -> bool:
    done_to = passive_subject_of(verb) or object_of(verb)
    return done_to is None or is_plural(done_to)


def _is_of_a_sort(head: Token) -> bool:
    """True for "such attacks", which are any of that sort."""
    sort = any(c.lower_ == "such" and c.dep_ in ("amod", "predet", "det") for c in head.lefts)
    return head.pos_ == "NOUN" and is_plural(head) and sort


def _is_number_of_many(head: Token) -> bool:
    """True for "was the third strike in two weeks" and "the second such raid"."""
    if head.pos_ not in ("NOUN", "PROPN") or head.dep_ not in ("attr", "appos"):
        return False
    return any(read_ordinal(c.lower_) is not None for c in head.lefts)


def tells_habit(frame: Frame) -> bool:
    """True for what is told as going on or as usual; a day of its own makes the present tense that of a log.

    "Bandits attack the road" tells a habit, "14 June: bandits attack the road" an attack.
    """
    if not is_habit(frame.head):
        return False
    return frame.head.tag_ != "VBP" or not any(d.when.precision is DatePrecision.DAY for d in frame.dates)


def is_habit(head: Token) -> bool:
    """True for what is told as going on or as usual, and not as done once."""
    verb = head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.tag_ == "VBG" and any(c.lower_ == "been" for c in verb.children):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("continue", "keep", "begin", "start"):
        return True
    if any(
        c.lower_ in ("often", "regularly", "repeatedly", "frequently", "routinely", "usually") for c in verb.children
    ):
        return True
    return head == verb and verb.tag_ == "VBP" and verb.dep_ in ("ROOT", "relcl")

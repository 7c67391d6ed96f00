"""Events in Arabic text: what happened, where, when, with what and to whom, by words and their order.

Each noun or verb of violence opens a *stretch*, which runs to the next one or to the end of the sentence. What stands
in it is told of it: places, weapons, harm. A plural with several places is one event at each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tallystick.model.expression import PlaceExpression
from tallystick.model.mention import Casualties, EventMention
from tallystick.model.terms import (
    ActorType,
    EventKind,
    Modality,
)
from tallystick.model.when import When
from tallystick.reading.arabic.event_actors import participants_of
from tallystick.reading.arabic.event_officials import officials_speak, speaks_for_state
from tallystick.reading.arabic.event_places import date_of, places_of, where_of
from tallystick.reading.arabic.harm import count_weapons, read_casualties, read_outcome
from tallystick.reading.arabic.numbers import is_dual
from tallystick.reading.arabic.passage import FINE, Passage
from tallystick.reading.arabic.phrases import (
    has_cue,
    inflections,
    verbs_in,
    words_in,
)
from tallystick.reading.arabic.triggers import (
    Trigger,
    find_triggers,
    harm_trigger,
    is_told_as_done,
    joined,
    refine_kind,
)
from tallystick.reading.arabic.words import fold
from tallystick.reading.event_mentions import mention_id
from tallystick.reading.lexicon import load_lexicon

CONFIDENCE = 0.6
"""A rule of thumb: there is too little Arabic gold to fit it."""
_NEAR = 5


@dataclass(frozen=True)
class Told:
    """An event mention, and the index of the word that tells it."""

    mention: EventMention
    trigger: int


def find_events(passage: Passage, *, counted: frozenset[int], reader: str) -> tuple[Told, ...]:
    """The events of a report in order. Words that a count takes up tell none."""
    events: list[Told] = []
    official = False
    for sentence in passage.sentences:
        words = passage.words[sentence.start : sentence.stop]
        speaks = any(word.is_one_of(words_in("speaking") | verbs_in("accusing")) for word in words)
        if has_cue(words, "media_says"):
            official = False
        elif speaks:
            official = officials_speak(words) or any(
                speaks_for_state(passage, n, a) for n, a in passage.actors_in(sentence)
            )
        found = list(joined(passage, [t for t in find_triggers(passage, sentence) if t.at not in counted]))
        goes_on = bool(events) and not _has_day_or_place(passage, sentence)
        harm = harm_trigger(passage, sentence) if not (found or goes_on) else None
        found += [harm] if harm is not None else []
        triggers = [t for n, t in enumerate(found) if not ((events or n) and _tells_again(passage, t, sentence))]
        if events and not triggers:
            events[-1] = _with_harm_of(passage, events[-1], sentence, is_same=bool(found))
        for number, trigger in enumerate(triggers):
            stop = triggers[number + 1].at if number + 1 < len(triggers) else sentence.stop
            start = sentence.start if number == 0 else trigger.at
            told = _tell(passage, sentence, trigger, range(start, stop), official=official, reader=reader)
            events += told
    return tuple(_told_apart(events))


def _has_day_or_place(passage: Passage, sentence: range) -> bool:
    """True for a sentence with a day or place of its own; one of harm without goes on about the event before it."""
    fine = any(e.place is not None and e.place.precision in FINE for _, e in passage.places_in(sentence))
    return fine or any(at in passage.date_words for at in sentence)


def _with_harm_of(passage: Passage, told: Told, sentence: range, *, is_same: bool) -> Told:
    """The event with the harm that the next sentence tells, where its own tells none.

    ``is_same`` is true where that sentence names the attack again. Another that counts over days, or tells a day of its
    own, tells of something else.
    """
    mention = told.mention
    counts = any(passage.words[i].is_one_of(words_in("since") | words_in("tolls")) for i in sentence)
    dated = any(at in passage.date_words for at in sentence)
    near = passage.words_within(mention.quote.start, mention.quote.end).stop >= sentence.start - 1
    if mention.casualties != Casualties() or counts or not near or (dated and not is_same):
        return told
    trigger = Trigger(sentence.start, mention.event_kind, is_verb=True)
    harm = read_casualties(passage, sentence, trigger)
    if harm == Casualties():
        return told
    outcome = mention.outcome or read_outcome(passage, trigger, sentence, harm)
    return replace(told, mention=mention.model_copy(update={"casualties": harm, "outcome": outcome}))


def _tells_again(passage: Passage, trigger: Trigger, sentence: range) -> bool:
    """True for "the attack", definite and without a place of its own."""
    word = passage.words[trigger.at]
    if trigger.is_verb or not any(form.definite for form in word.forms):
        return False
    near = range(trigger.at, min(trigger.at + _NEAR, sentence.stop))
    return not any(p.place is not None and p.place.precision in FINE for _, p in passage.places_in(near))


def _tell(
    passage: Passage, sentence: range, trigger: Trigger, stretch: range, *, official: bool, reader: str
) -> Iterator[Told]:
    words = passage.words
    before = words[max(sentence.start, trigger.at - 3) : trigger.at]
    if not is_told_as_done(passage, trigger, sentence):
        return
    behind = range(trigger.at, stretch.stop)
    places = places_of(passage, behind) or places_of(passage, range(stretch.start, trigger.at))
    noun = words[trigger.at]
    is_many = not trigger.is_verb and (noun.is_one_of(_plurals()) or is_dual(noun, _event_nouns()))
    fine = [p for p in places if p.place is not None and p.place.precision in FINE]
    date = date_of(passage, sentence, stretch)
    harm = read_casualties(passage, stretch, trigger)
    if is_many and not fine and (date is None or harm == Casualties()):
        return  # several of which neither places nor a day and what they did are told
    at_places: Sequence[PlaceExpression | None] = fine if is_many and fine else [*fine[:1], *places[:1], None][:1]
    weapons = [w for w in passage.weapons if w.first in stretch]
    is_bare = trigger.kind is EventKind.ATTACK_UNSPECIFIED and not (fine or weapons) and harm == Casualties()
    if is_bare and all(actor.type is ActorType.STATE for _, actor in passage.actors_in(stretch)):
        return  # an attack of which nothing is told may be one in sport or debate
    kind = refine_kind(passage, trigger, behind, [w.use.kind for w in weapons])
    start = words[stretch.start].start if trigger.is_verb or stretch.start == sentence.start else noun.forms[-1].start
    quote = passage.quote(start, words[stretch.stop - 1].end)
    is_denied = any(
        word.is_one_of(words_in("denied")) for word in words[max(sentence.start, trigger.at - 4) : trigger.at]
    )
    is_earlier = has_cue(words[trigger.at + 1 : trigger.at + 3], "earlier") or has_cue(before[-1:], "before")
    for number, place in enumerate(at_places):
        participants = list(participants_of(passage, sentence, trigger, behind, place))
        mention = EventMention(
            id=mention_id(passage.report.id, "event", quote, number),
            report_id=passage.report.id,
            quote=quote,
            confidence=CONFIDENCE,
            reader=reader,
            modality=Modality.DENIED if is_denied else Modality.ACTUAL,
            event_kind=kind,
            trigger=passage.quote(noun.start, noun.end),
            when=date.when if date is not None else When(),
            where=where_of(place),
            participants=tuple(participants),
            weapons=tuple({w.use.kind: w.use for w in weapons}.values()),
            weapon_count=count_weapons(passage, weapons),
            casualties=harm,
            outcome=read_outcome(passage, trigger, stretch, harm),
            background=is_earlier,
            status_cue="confirmed" if official else "reported",
        )
        yield Told(mention, trigger.at)


def _told_apart(events: Sequence[Told]) -> Iterator[Told]:
    """The events, each with the ids of those that the same words tell beside it."""
    for told in events:
        beside = tuple(
            sorted(o.mention.id for o in events if o.trigger == told.trigger and o.mention.id != told.mention.id)
        )
        yield replace(told, mention=told.mention.model_copy(update={"counted_apart": beside}))


@cache
def _event_nouns() -> frozenset[str]:
    listed = load_lexicon("arabic")["event_nouns"]
    return frozenset(fold(noun) for nouns in listed.values() for noun in nouns)


@cache
def _plurals() -> frozenset[str]:
    listed = [fold(noun) for noun in load_lexicon("arabic")["plurals"]]
    regular = {noun[:-1] + "ات" if noun.endswith("ه") else noun + "ات" for noun in _event_nouns()}
    return frozenset().union(*(inflections(noun) for noun in (*listed, *regular)))

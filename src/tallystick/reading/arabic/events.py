"""Events in Arabic text: what happened, where, when, with what and to whom, by words and their order.

Each noun or verb of violence opens a *stretch*, which runs to the next one or to the end of the sentence. What stands
in it is told of it: places, weapons, harm. A plural with several places is one event at each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tallystick.knowledge.names import fold_name
from tallystick.model.actor import Participant
from tallystick.model.expression import ActorExpression, DateExpression, PlaceExpression
from tallystick.model.mention import Casualties, EventMention
from tallystick.model.place import Place, Where
from tallystick.model.terms import (
    ActorType,
    DatePrecision,
    EventKind,
    Modality,
    ParticipantType,
    PlacePrecision,
    Role,
)
from tallystick.model.when import When
from tallystick.reading.arabic.harm import count_weapons, read_casualties, read_outcome
from tallystick.reading.arabic.names import Named
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
from tallystick.reading.arabic.words import Word, fold
from tallystick.reading.event_mentions import mention_id
from tallystick.reading.lexicon import load_lexicon

CONFIDENCE = 0.6
"""A rule of thumb: there is too little Arabic gold to fit it."""
_NEAR = 5
_BY = "ل"  # "shelling of the army's", written onto the name
_SPEAKER = 3  # words from a verb of saying to the side that says it
_SIDES = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.ARMED_GROUP, ActorType.MILITIA)
_BODIES = (ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY)


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
            official = _officials_speak(words) or any(_speaks(passage, n, a) for n, a in passage.actors_in(sentence))
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


def _officials_speak(words: Sequence[Word]) -> bool:
    """True for an office or an officer soon behind a word of saying: "the police said", "according to a ministry"."""
    says = (at for at, word in enumerate(words) if word.is_one_of(words_in("speaking") | verbs_in("accusing")))
    return any(has_cue(words[at + 1 : at + 1 + _NEAR], "officials") for at in says)


def _speaks(passage: Passage, named: Named, actor: ActorExpression) -> bool:
    """True for a body of a state, or a state named right behind a verb of saying; not for an adjective."""
    if actor.type is ActorType.STATE:
        return named.first > 0 and passage.words[named.first - 1].is_one_of(words_in("speaking"))
    return actor.type in _BODIES


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
    places = _places(passage, behind) or _places(passage, range(stretch.start, trigger.at))
    noun = words[trigger.at]
    is_many = not trigger.is_verb and (noun.is_one_of(_plurals()) or is_dual(noun, _event_nouns()))
    fine = [p for p in places if p.place is not None and p.place.precision in FINE]
    date = _date(passage, sentence, stretch)
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
        participants = list(_participants(passage, sentence, trigger, behind, place))
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
            where=_where(place),
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


def _places(passage: Passage, words: range) -> list[PlaceExpression]:
    """The places in a run of words at which something may have happened, the order kept; not where it came from."""
    found = []
    for named, expression in passage.places_in(words):
        before = passage.words[named.first - 1] if named.first else None
        if before is None or not before.is_one_of(words_in("away")):
            found.append(expression)
    return [p for n, p in enumerate(found) if not any(_holds(p.place, other.place) for other in found[:n])]


def _holds(area: Place | None, other: Place | None) -> bool:
    """True for the province that a place told before it lies in, or the town that this province is named after."""
    return (
        area is not None
        and other is not None
        and area.country == other.country
        and other.admin1 is not None
        and fold_name(area.name) == fold_name(other.admin1)
    )


def _where(expression: PlaceExpression | None) -> Where | None:
    if expression is None or expression.place is None:
        return None
    return Where(**expression.place.model_dump(), quote=expression.quote)


def _date(passage: Passage, sentence: range, stretch: range) -> DateExpression | None:
    """The day told in the stretch, else in the sentence, else a longer time; not one that opens a window."""
    told = [d for words in (stretch, sentence) for d in _dates_in(passage, words)]
    return next((d for d in told if d.when.precision is DatePrecision.DAY), told[0] if told else None)


def _dates_in(passage: Passage, words: range) -> Iterator[DateExpression]:
    for at in words:
        expression = passage.date_words.get(at)
        first = passage.words_within(expression.quote.start, expression.quote.end).start if expression else at
        opens = first > 0 and passage.words[first - 1].is_one_of(words_in("since") | words_in("until"))
        if expression is not None and not opens:
            yield expression


def _participants(
    passage: Passage, sentence: range, trigger: Trigger, behind: range, place: PlaceExpression | None
) -> Iterator[Participant]:
    doer = _doer(passage, trigger, behind)
    said_by = _speaker_before(passage, range(sentence.start, trigger.at))
    is_alleged = doer is not None and said_by is not None and not _is_same(said_by, doer)
    if doer is None:
        doer, said_by = _accused(passage, sentence)
        is_alleged = True
    if doer is not None:
        yield _participant(Role.PERPETRATOR, doer).model_copy(update={"alleged": is_alleged})
        if is_alleged and said_by is not None:
            yield _participant(Role.ATTRIBUTOR, said_by)
    if place is not None and place.place is not None and place.place.precision is PlacePrecision.SITE:
        yield Participant(role=Role.TARGET, type=ParticipantType.FACILITY, name=place.place.name, quote=place.quote)


def _is_same(one: ActorExpression, other: ActorExpression) -> bool:
    return one.actor_id == other.actor_id and one.name == other.name


def _speaker_before(passage: Passage, words: range) -> ActorExpression | None:
    """The side that tells it: a name soon behind a verb of saying. What it says of another's deed it only alleges."""
    for at in words:
        if passage.words[at].is_one_of(words_in("announcing")):
            near = range(at + 1, min(at + 1 + _SPEAKER, words.stop))
            return next((actor for _, actor in passage.actors_in(near) if actor.type in _SIDES), None)
    return None


def _accused(passage: Passage, sentence: range) -> tuple[ActorExpression | None, ActorExpression | None]:
    """Whom a sentence says to be accused, and by whom: the last and the first name behind the verb."""
    for at in sentence:
        if passage.words[at].is_one_of(verbs_in("accusing")):
            named = [actor for _, actor in passage.actors_in(range(at + 1, min(at + 1 + _NEAR, sentence.stop)))]
            if named:
                return named[-1], named[0] if len(named) > 1 else None
    return None, None


def _doer(passage: Passage, trigger: Trigger, behind: range) -> ActorExpression | None:
    """Whose deed it is; no doer by a word for anybody who is armed."""
    doer = _named_doer(passage, trigger, behind)
    return None if doer is not None and fold(doer.quote.exact) in words_in("anybody") else doer


def _named_doer(passage: Passage, trigger: Trigger, behind: range) -> ActorExpression | None:
    """The actor whose deed the words tell.

    The name right behind the verb; of a noun, the adjective behind it ("غارة إسرائيلية"), a name with "of" written onto
    it, or the subject of "carried out" before or behind it; of what was shot down, whose it was or who fired it.
    """
    words = passage.words
    if trigger.is_down:
        return _owner(passage, behind) or _subject_of(passage, behind)
    near = range(trigger.at + 1, min(trigger.at + 3, behind.stop))
    for named, actor in passage.actors_in(near):
        if trigger.is_verb or named.first == trigger.at + 1 or actor.quote.exact.endswith("ة"):
            return actor
    if trigger.is_verb:
        return None
    reach = range(trigger.at + 1, min(trigger.at + _NEAR, behind.stop))
    possessor = next((a for n, a in passage.actors_in(reach) if words[n.first].written.startswith(_BY)), None)
    before = range(max(0, trigger.at - 4), trigger.at)
    return possessor or _subject_of(passage, reach) or _subject_of(passage, before)


def _subject_of(passage: Passage, words: range) -> ActorExpression | None:
    """The first actor behind a verb of doing within a run of words."""
    for at in words:
        if passage.words[at].is_one_of(verbs_in("doing", "firing")):
            return next((actor for _, actor in passage.actors_in(range(at + 1, at + 4))), None)
    return None


def _owner(passage: Passage, words: range) -> ActorExpression | None:
    """Whose weapon it is: the adjective right behind it."""
    behind = {weapon.last + 1 for weapon in passage.weapons if weapon.first in words}
    return next((actor for named, actor in passage.actors_in(words) if named.first in behind), None)


def _participant(role: Role, actor: ActorExpression) -> Participant:
    kind = {
        ActorType.STATE: ParticipantType.STATE,
        ActorType.PERSON: ParticipantType.PERSON,
        ActorType.UNNAMED_SET: ParticipantType.GROUP_OF_PEOPLE,
    }.get(actor.type, ParticipantType.ORGANISATION)
    return Participant(role=role, type=kind, name=actor.name, actor_id=actor.actor_id, quote=actor.quote)


@cache
def _event_nouns() -> frozenset[str]:
    listed = load_lexicon("arabic")["event_nouns"]
    return frozenset(fold(noun) for nouns in listed.values() for noun in nouns)


@cache
def _plurals() -> frozenset[str]:
    listed = [fold(noun) for noun in load_lexicon("arabic")["plurals"]]
    regular = {noun[:-1] + "ات" if noun.endswith("ه") else noun + "ات" for noun in _event_nouns()}
    return frozenset().union(*(inflections(noun) for noun in (*listed, *regular)))

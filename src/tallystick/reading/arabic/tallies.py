"""Quoted counts in Arabic text: "47 attacks since 17 October", "55 attacks, of them 27 in Iraq and 28 in Syria"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tallystick.model.actor import ActorRef
from tallystick.model.mention import TallyMention, TallyPart, TallyScope
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, Comparator, PlacePrecision, TallyUnit, WeaponKind
from tallystick.reading.arabic.numbers import Number, number_at
from tallystick.reading.arabic.passage import FINE, Passage
from tallystick.reading.arabic.people import harm_at
from tallystick.reading.arabic.phrases import has_cue, nouns_in, phrases_in, words_in
from tallystick.reading.arabic.tally_window import window_in
from tallystick.reading.arabic.verbs import violent_verbs
from tallystick.reading.confidence import confidence_of
from tallystick.reading.event_mentions import mention_id

_NEAR = 4  # words between a number and what it counts
_FEW = 3  # events that a report may tell one by one; more are a count, told with a window or without
_AREA = 9  # words between what is counted and where
_SOURCES = frozenset({ActorType.GOVERNMENT_BODY, ActorType.ARMED_FORCES, ActorType.STATE, ActorType.ORGANISATION})


@dataclass(frozen=True)
class Count:
    """A number and what it counts; ``words`` are all it covers.

    An ordinal counts what came before it, too; a count of a verb counts what was hit ("struck 27 ships since").
    """

    number: Number
    unit: TallyUnit
    words: range
    ordinal: bool = False
    is_of_verb: bool = False


def find_tallies(passage: Passage, *, reader: str) -> tuple[tuple[TallyMention, ...], frozenset[int]]:
    """The counts of a report, and the words that they take up, which tell no single event."""
    tallies: dict[str, TallyMention] = {}
    taken: set[int] = set()
    counter: ActorRef | None = None
    for sentence in passage.sentences:
        counter = _counter_in(passage, sentence) or counter
        for count in _counts_in(passage, sentence):
            window = window_in(passage, sentence)
            parts = _parts(passage, sentence, count)
            if not (count.ordinal or parts or window[0] or _is_not_told_out(passage, sentence, count)):
                continue
            if count.is_of_verb and not window[0]:
                continue
            if count.unit in (TallyUnit.KILLED, TallyUnit.INJURED, TallyUnit.PROJECTILES) and not window[0]:
                continue
            mention = _mention(passage, sentence, count, window, parts, counter=counter, reader=reader)
            tallies.setdefault(mention.id, mention)
            taken |= set(count.words)
    return tuple(tallies[i] for i in sorted(tallies)), frozenset(taken)


def _is_not_told_out(passage: Passage, sentence: range, count: Count) -> bool:
    """True for more events than a report tells one by one, and for some without a place finer than a country."""
    if count.number.value > _FEW:
        return True
    near = range(count.words.stop, min(count.words.stop + _NEAR, sentence.stop))
    fine = any(e.place is not None and e.place.precision in FINE for _, e in passage.places_in(near))
    return count.number.value > 1 and not fine


def _counts_in(passage: Passage, sentence: range) -> Iterator[Count]:
    at = sentence.start
    while at < sentence.stop:
        count = _ordinal_at(passage, sentence, at) or _count_at(passage, sentence, at)
        if count is None:
            at += 1
            continue
        yield count
        at = max(count.words.stop, at + 1)


def _count_at(passage: Passage, sentence: range, at: int) -> Count | None:
    """A count as in "47 attacks", "the number of attacks reached 61" and "wounding 59 Americans"."""
    words = passage.words
    if at in passage.date_words:
        return None
    number = number_at(words, at)
    if number is None or number.last >= sentence.stop:
        return None
    behind = number.last + 1
    if behind < sentence.stop and phrases_in("spans").at(words, behind) is not None:
        return None
    if behind < sentence.stop:
        unit = phrases_in("units").at(words, behind)
        if unit is not None:
            return Count(number, TallyUnit(unit[1]), range(at, unit[0].last + 1))
    harm = _harm_before(passage, range(max(sentence.start, at - _NEAR), at))
    if harm is not None and behind < sentence.stop and words[behind].is_one_of(nouns_in("people")):
        return Count(number, harm, range(at, behind + 1))
    if behind < sentence.stop and words[behind].is_one_of(nouns_in("hit_things")):
        for before in range(max(sentence.start, at - 3), at):
            if words[before].is_one_of(violent_verbs()):
                return Count(number, TallyUnit.ATTACKS, range(before, behind + 1), is_of_verb=True)
    for before in range(at - 1, max(sentence.start, at - _NEAR) - 1, -1):
        unit = phrases_in("units").at(words, before)
        if unit is not None and _reaches(passage, range(before + 1, at + 1)):
            return Count(number, TallyUnit(unit[1]), range(before, number.last + 1))
    return None


def _reaches(passage: Passage, between: range) -> bool:
    """True for what stands between "attacks" and their number: "reached", "about"; no other number."""
    words = passage.words
    if any(words[at].number is not None for at in between[:-1]):
        return False
    return any(words[i].is_one_of(words_in("reaching")) or phrases_in("comparators").at(words, i) for i in between)


def _ordinal_at(passage: Passage, sentence: range, at: int) -> Count | None:
    """An ordinal with a window counts too: "the second within two days", "the fourth time", "fifth attack"."""
    words = passage.words
    found = phrases_in("ordinals").at(words, at)
    if found is None or not found[0].first == found[0].last == at or at in passage.date_words or int(found[1]) < 2:
        return None
    is_definite = any(form.definite for form in words[at].forms)
    unit = phrases_in("units").at(words, at + 1) if at + 1 < sentence.stop else None
    is_first = unit is not None and not is_definite and not any(f.definite for f in words[at + 1].forms)
    spans = any(words[i].is_one_of(words_in("during") | words_in("since")) for i in range(at, sentence.stop))
    if not spans or not (is_definite or is_first):
        return None
    number = Number(at, at, words[at].forms[-1].start, int(found[1]))
    return Count(number, TallyUnit.ATTACKS, range(at, at + 1 + is_first), ordinal=True)


def _harm_before(passage: Passage, words: range) -> TallyUnit | None:
    harms = (harm_at(passage.words[at]) for at in reversed(words))
    return next((TallyUnit(harm) for harm in harms if harm is not None), None)


def _mention(
    passage: Passage,
    sentence: range,
    count: Count,
    window: tuple[date | None, date | None, Quote | None],
    parts: tuple[TallyPart, ...],
    *,
    counter: ActorRef | None,
    reader: str,
) -> TallyMention:
    words = passage.words
    quote = passage.quote(words[sentence.start].start, words[sentence.stop - 1].end)
    since, until, window_quote = window
    areas = _areas(passage, sentence, count, parts)
    value = count.number.value
    comparator = Comparator.EXACT if count.ordinal else _comparator(passage, sentence, count)
    return TallyMention(
        id=mention_id(passage.report.id, "tally", quote, count.number.first - sentence.start),
        report_id=passage.report.id,
        quote=quote,
        confidence=confidence_of("tally"),
        reader=reader,
        counter=counter,
        quoted_by=passage.report.publisher,
        unit=count.unit,
        scope=TallyScope(areas=tuple(dict.fromkeys(areas))),
        since=since,
        until=until,
        comparator=comparator,
        value=value,
        parts=parts,
        window_quote=window_quote,
    )


def _areas(passage: Passage, sentence: range, count: Count, parts: Sequence[TallyPart]) -> list[str]:
    """Where it counts: the places soon behind what is counted, else those that its parts are of."""
    near = range(count.words.stop, min(count.words.stop + _AREA, sentence.stop))
    numbers = [at for at in near if at not in passage.date_words and number_at(passage.words, at) is not None]
    before_parts = range(near.start, numbers[0]) if parts and numbers else near
    told = [_area(e.place) for _, e in passage.places_in(before_parts) if e.place is not None]
    weapons = {kind.value for kind in WeaponKind}
    return told or [part.scope for part in parts if part.scope not in weapons]


def _comparator(passage: Passage, sentence: range, count: Count) -> Comparator:
    first, last = count.number.first, count.words.stop
    for at in range(max(sentence.start, first - 3), min(last + 2, sentence.stop)):
        found = phrases_in("comparators").at(passage.words, at)
        if found is not None and (found[0].last == first - 1 or found[0].first >= count.number.last):
            return Comparator(found[1])
    return Comparator.EXACT


def _parts(passage: Passage, sentence: range, count: Count) -> tuple[TallyPart, ...]:
    """The addends behind the whole that they add up to: "27 in Iraq and 28 in Syria", "79 by roadside bombs"."""
    if count.unit not in (TallyUnit.ATTACKS, TallyUnit.STRIKES):
        return ()
    parts = []
    for at in range(count.words.stop, sentence.stop):
        number = None if at in passage.date_words else number_at(passage.words, at)
        if number is None:
            continue
        scope = _scope_of_part(passage, range(number.last + 1, min(number.last + 4, sentence.stop)))
        if scope is not None:
            parts.append(TallyPart(scope=scope, value=number.value))
    return tuple(parts) if len(parts) > 1 and sum(p.value for p in parts) == count.number.value else ()


def _scope_of_part(passage: Passage, near: range) -> str | None:
    """The country or place that a part is of, else its weapon."""
    place = next((e.place for _, e in passage.places_in(near) if e.place is not None), None)
    if place is not None:
        return _area(place)
    return next((weapon.use.kind.value for weapon in passage.weapons if weapon.first in near), None)


def _area(place: Place) -> str:
    return place.country if place.precision is PlacePrecision.COUNTRY and place.country else place.id


def _counter_in(passage: Passage, sentence: range) -> ActorRef | None:
    """Who counts: the first body of a state or organisation named in a sentence that says or counts something."""
    if not any(passage.words[i].is_one_of(words_in("speaking")) for i in sentence) and not has_cue(
        passage.words[sentence.start : sentence.stop], "officials"
    ):
        return None
    for named, actor in passage.actors_in(sentence):
        is_adjective = phrases_in("actor_words").at(passage.words, named.first) is not None
        if actor.type in _SOURCES and not is_adjective:
            return ActorRef(id=actor.actor_id, name=actor.name)
    return None

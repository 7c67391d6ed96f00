"""Tallies: counts that somebody quotes, with window, scope and parts."""

from __future__ import annotations

import re

from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Span, Token

from tallystick.model.actor import ActorRef
from tallystick.model.mention import TallyMention, TallyPart, TallyScope
from tallystick.model.quote import Quote
from tallystick.model.terms import Comparator, DatePrecision, TallyUnit, WeaponKind
from tallystick.reading.document import Document
from tallystick.reading.events import READER, Told, mention_id
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import Number, bounds, number_at, number_before, read_number, read_ordinal
from tallystick.reading.phrases import is_plural, noun_phrase, objects_of_prepositions, subject_of
from tallystick.reading.placing import rank_of
from tallystick.reading.telling import find_speaker
from tallystick.reading.triggers import has_armed_sense
from tallystick.reading.weapons import find_weapons

_STRIKES = frozenset({"strike", "airstrike", "raid", "air-strike", "bombing"})
_ATTACKS = frozenset({"attack", "assault", "incident", "operation", "bombardment", "ambush", "clash", "incursion"})
_HURT = frozenset({"injury", "injure", "wound", "hurt", "injured", "wounded"})
_DEAD = frozenset({"kill", "death", "die", "dead", "fatality", "killed"})
_TOTALS = frozenset({"total", "count", "tally", "number", "toll", "figure"})
_TIMES = frozenset({"times", "time", "occasions"})
_NO_TALLY = frozenset(
    {
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "hour",
        "hours",
        "percent",
        "%",
        "minutes",
        "km",
        "kilometres",
        "kilometers",
        "miles",
    }
)


@dataclass(frozen=True)
class _Count:
    number: Number
    unit: TallyUnit
    anchor: Token


def find_tallies(document: Document, told: Told) -> tuple[TallyMention, ...]:
    """The counts of a report that are not told out one by one on the spot.

    "Two attacks, at A and at B" is two events and no tally; "at least 24 attacks since October 17" is a tally.
    """
    tallies: dict[str, TallyMention] = {}
    subject: ActorRef | None = None
    for sentence in document.sentences:
        counts = _counts(document, sentence, told)
        parts_of: dict[int, list[TallyPart]] = {}
        whole = _whole_with_parts(document, sentence, counts, parts_of)
        if not whole:
            whole = _elliptical(document, sentence, tallies)
        for count in whole:
            mention = _mention(document, sentence, count, tuple(parts_of.get(count.anchor.i, ())), subject)
            tallies.setdefault(mention.id, mention)
        subject = _targets_actor(document, sentence) or subject
    return tuple(tallies[i] for i in sorted(tallies))


def _elliptical(document: Document, sentence: Span, before: dict[str, TallyMention]) -> list[_Count]:
    """The count of "Six followed the strikes" and "there had been six more", behind a count of attacks."""
    attacks = [t for t in before.values() if t.unit in (TallyUnit.ATTACKS, TallyUnit.STRIKES)]
    if not attacks:
        return []
    for token in sentence:
        if token.tag_ != "CD" or token.i in document.date_at:
            continue
        more = token.i + 1 < sentence.end and token.nbor(1).lower_ == "more"
        subject = token.dep_ == "nsubj" and token.head.lemma_.lower() in ("follow", "come", "occur", "happen")
        number = number_at(token)
        if number is not None and (subject or (more and token.dep_ in ("attr", "nsubj", "dobj", "nummod", "pobj"))):
            return [_Count(number, attacks[-1].unit, token)]
    return []


def _counts(document: Document, sentence: Span, told: Told) -> list[_Count]:
    found: list[_Count] = []
    taken: set[int] = set()
    for token in sentence:
        if token.i in taken:
            continue
        count = _count_at(document, token, sentence, told)
        if count is not None and count.number.start not in taken:
            taken.update(range(count.number.start, count.number.end))
            found.append(count)
    return found


def _count_at(document: Document, token: Token, sentence: Span, told: Told) -> _Count | None:
    lemma = token.lemma_.lower()
    if lemma in _STRIKES | _ATTACKS and token.pos_ in ("NOUN", "PROPN"):
        if not has_armed_sense(token, lemma, frozenset(t.lower_ for t in sentence)):
            return None
        unit = TallyUnit.STRIKES if lemma in _STRIKES else TallyUnit.ATTACKS
        ordinal = _ordinal_of(token)
        if ordinal is not None and _is_running(token, sentence):
            return _Count(ordinal, unit, token)
        number = number_before(token)
        if number is None and token.i + 2 < sentence.end and token.nbor(1).lower_ in ("number", "no"):
            number = number_at(token.nbor(2))
            return _Count(number, unit, token) if number is not None else None
        if number is not None and not number.vague and is_plural(token) and not _is_told_out(token, number, told):
            return _Count(number, unit, token)
        return None
    if lemma in _TIMES and token.pos_ == "NOUN":
        number = number_before(token)
        verb = token.head
        if (
            number is not None
            and not number.vague
            and verb.lemma_.lower() in ("attack", "strike", "hit", "target", "bomb")
        ):
            return _Count(number, TallyUnit.ATTACKS, token)
        return None
    if lemma in _TOTALS and token.pos_ == "NOUN":
        return _total_at(document, token, sentence)
    if lemma == "number" and token.pos_ == "NOUN" and (against := _running_number(token, sentence)) is not None:
        return against
    if lemma == "put" and token.pos_ == "VERB":
        return _put_at(document, token, sentence)
    if lemma in _HURT | _DEAD:
        return _harm_at(token, sentence, told)
    return None


def _ordinal_of(token: Token) -> Number | None:
    for child in token.lefts:
        value = read_ordinal(child.lower_)
        if value is not None:
            return Number(value, value, value, Comparator.EXACT, child.i, child.i + 1)
    return None


def _is_running(token: Token, sentence: Span) -> bool:
    """True for "the 26th attack … since 19 October" and "the second such raid in two weeks"."""
    if any(t.lower_ in ("since", "such") for t in sentence.doc[token.i - 2 : min(sentence.end, token.i + 14)]):
        return True
    return any(
        t.lower_ == "in"
        and any(c.lower_ in ("weeks", "days", "months", "week") for c in sentence.doc[t.i : min(sentence.end, t.i + 9)])
        for t in sentence.doc[token.i : sentence.end]
    )


def _is_told_out(token: Token, number: Number, told: Told) -> bool:
    """True if as many events as the count says are told by the same word, or a pair is told by "one" and "the other"."""
    here = [f for f in told.events if token.i in {t.token.i for t in f.triggers}]
    if here and len(here) >= number.value:
        return True
    if any(f.plural and token.i in {t.token.i for t in f.triggers} for f in told.bulk):
        return True
    if (
        number.value == len(told.events)
        and number.comparator is Comparator.EXACT
        and token.head.lemma_ in ("confirm", "verify")
    ):
        return True
    has_window = any(t.lower_ in ("since", "between", "from", "over", "so", "total", "counted") for t in token.sent)
    return bool(here) and number.value <= 3 and not has_window and number.comparator is Comparator.EXACT


def _total_at(document: Document, token: Token, sentence: Span) -> _Count | None:
    """The number of "the total … stood at 58", "raised the count to 16", "a total of at least 52 attacks"."""
    words = {t.lemma_.lower() for t in sentence} | {t.lower_ for t in sentence}
    if not words & (_ATTACKS | _STRIKES | _HURT | _DEAD | {"bases", "troops", "forces"}):
        return None
    for behind in sentence.doc[token.i + 1 : sentence.end]:
        if behind.text == ";":
            break
        if behind.tag_ == "CD" and document.date_at.get(behind.i) is None and _counts_no_time(behind):
            before = behind.doc[max(token.i, behind.i - 5) : behind.i]
            if (
                any(t.lower_ in ("at", "to", "of", "is", "was", "reached", "stood", "hit") for t in before)
                or behind.i - token.i <= 3
            ):
                number = number_at(behind)
                if number is not None:
                    head = behind.head if behind.dep_ == "nummod" else behind
                    unit = _unit_of(head, sentence)
                    return _Count(number, unit, head if head.pos_ == "NOUN" else token)
    return None


def _running_number(token: Token, sentence: Span) -> _Count | None:
    """The number of "it was number 26 against bases …"."""
    behind = token.nbor(1) if token.i + 1 < sentence.end else None
    if (
        behind is None
        or behind.tag_ != "CD"
        or not any(t.lower_ in ("against", "on", "since") for t in sentence.doc[behind.i : sentence.end])
    ):
        return None
    number = number_at(behind)
    return _Count(number, TallyUnit.ATTACKS, token) if number is not None else None


def _put_at(document: Document, verb: Token, sentence: Span) -> _Count | None:
    if not {t.lemma_.lower() for t in sentence} & (_ATTACKS | _STRIKES):
        return None
    for behind in sentence.doc[verb.i + 1 : sentence.end]:
        if behind.tag_ == "CD" and document.date_at.get(behind.i) is None and _counts_no_time(behind):
            number = number_at(behind)
            if number is not None and any(t.lower_ == "at" for t in sentence.doc[verb.i : behind.i]):
                return _Count(number, _unit_of(behind, sentence), behind)
    return None


def _unit_of(head: Token, sentence: Span) -> TallyUnit:
    lemma = head.lemma_.lower()
    if lemma in _STRIKES:
        return TallyUnit.STRIKES
    if lemma in _HURT:
        return TallyUnit.INJURED
    if lemma in _DEAD:
        return TallyUnit.KILLED
    return TallyUnit.ATTACKS


def _harm_at(token: Token, sentence: Span, told: Told) -> _Count | None:
    """A count of people hurt or killed over more than one event."""
    here = [f for f in told.events if f.sentence.start == sentence.start and not f.is_setting]
    if here and not (len(here) > 1 and all(f.background for f in here)):
        return None
    if re.search(r"\b(?:killed|dead) or (?:hurt|wounded|injured)\b", sentence.text):
        return None
    unit = TallyUnit.INJURED if token.lemma_.lower() in _HURT else TallyUnit.KILLED
    number = number_before(token) if token.pos_ == "NOUN" else None
    if number is None and token.pos_ == "NOUN" and token.dep_ in ("dobj", "obj"):
        people = subject_of(token.head)
        if people is not None and token.head.lemma_.lower() in ("have", "suffer", "sustain", "receive"):
            number = number_before(people) or number_at(people)
    if number is None and token.pos_ in ("VERB", "ADJ"):
        people = next((c for c in token.children if c.dep_ in ("nsubjpass", "nsubj", "dobj")), None)
        if people is None and token.dep_ in ("amod", "acl", "relcl"):
            people = token.head
        if people is not None:
            number = number_at(people) if people.tag_ == "CD" else number_before(people)
    if number is None or number.vague or number.value < 2:
        return None
    if told.events and not _is_summed(sentence):
        return None
    return _Count(number, unit, token)


def _is_summed(sentence: Span) -> bool:
    words = {t.lower_ for t in sentence}
    return bool(words & {"attacks", "strikes", "since", "earlier", "total", "far", "counted", "had", "overall"})


def _counts_no_time(token: Token) -> bool:
    behind = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return behind not in _NO_TALLY


def _whole_with_parts(
    document: Document, sentence: Span, counts: list[_Count], parts_of: dict[int, list[TallyPart]]
) -> list[_Count]:
    """The counts that are wholes; the parts ("14 in Iraq and nine in Syria") go to the whole before them."""
    if not counts:
        return []
    for whole in counts:
        parts: list[TallyPart] = []
        for token in sentence.doc[whole.number.end : sentence.end]:
            value = read_number(token.lower_) if token.tag_ == "CD" else None
            if (
                value is None
                or document.date_at.get(token.i) is not None
                or token.i in range(whole.number.start, whole.number.end)
            ):
                continue
            area = _area_behind(document, token, sentence)
            if area is not None:
                parts.append(TallyPart(scope=area, value=value))
        if len(parts) > 1 or (parts and _also_here(document, sentence, whole)):
            parts_of[whole.anchor.i] = parts
    part_values = {(p.value) for parts in parts_of.values() for p in parts}
    wholes = []
    for index, count in enumerate(counts):
        if index and count.number.value in part_values and counts[0].anchor.i in parts_of:
            continue
        wholes.append(count)
    first = wholes[0] if wholes else counts[0]
    own = _area_behind(document, first.anchor, sentence)
    parts = parts_of.get(first.anchor.i, [])
    if own is not None and len(parts) == 1 and first.anchor.lower_ in _TIMES:
        parts_of[first.anchor.i] = [TallyPart(scope=own, value=first.number.value), *parts]
        total = first.number.value + parts[0].value
        wholes[0] = replace(first, number=replace(first.number, value=total))
    return wholes


def _also_here(document: Document, sentence: Span, whole: _Count) -> bool:
    return _area_behind(document, whole.anchor, sentence) is not None


def _area_behind(document: Document, token: Token, sentence: Span) -> str | None:
    """The country or province that "in …" gives right behind a number or its noun."""
    reach = sentence.doc[token.i + 1 : min(sentence.end, token.i + 5)]
    for behind in reach:
        if behind.lower_ == "in":
            for inner in sentence.doc[behind.i + 1 : min(sentence.end, behind.i + 4)]:
                expression = document.place_at.get(inner.i)
                if expression is not None and expression.place is not None:
                    place = expression.place
                    return place.country if rank_of(expression) == 5 and place.country else place.id
            return None
        if behind.tag_ == "CD" or behind.text in (";", ","):
            return None
    return None


def _mention(
    document: Document, sentence: Span, count: _Count, parts: tuple[TallyPart, ...], earlier_target: ActorRef | None
) -> TallyMention:
    quote = document.quote_span(_tally_span(document, sentence, count))
    since, until, window = _window(document, sentence, count)
    low, high = bounds(count.number.value, count.number.comparator)
    speaker = find_speaker(count.anchor, sentence) or _counter_of(count.anchor, sentence)
    scope = _scope(document, sentence, count, parts)
    if scope.target is None and earlier_target is not None and count.unit in (TallyUnit.ATTACKS,):
        scope = scope.model_copy(update={"target": earlier_target})
    return TallyMention(
        id=mention_id(document.report.id, "tally", quote, count.number.start - sentence.start),
        report_id=document.report.id,
        quote=quote,
        confidence=0.8,
        reader=READER,
        counter=_ref(document, speaker),
        quoted_by=document.report.publisher,
        unit=count.unit,
        scope=scope,
        since=since,
        until=until,
        comparator=count.number.comparator,
        value=count.number.value,
        value_low=low,
        value_high=high,
        parts=parts,
        window_quote=window,
    )


def _tally_span(document: Document, sentence: Span, count: _Count) -> Span:
    """The clause of the count: between semicolons, without a fronted phrase that holds no date."""
    start, end = sentence.start, sentence.end
    while sentence.doc[start].idx < document.report.body_start and start < count.number.start:
        start += 1
    for token in sentence:
        if token.text == ";" and token.i < count.number.start:
            start = token.i + 1
        elif token.text == ";" and token.i > max(count.anchor.i, count.number.end):
            end = token.i
            break
    return sentence.doc[start:end]


def _window(document: Document, sentence: Span, count: _Count) -> tuple[date | None, date | None, Quote | None]:
    since: date | None = None
    until: date | None = None
    quote: Quote | None = None
    for expression in document.dates:
        span = document.span_of(expression.quote)
        if (
            span is None
            or not sentence.start <= span.start < sentence.end
            or expression.quote.start < document.report.body_start
        ):
            continue
        when = expression.when
        words = sentence.doc[max(sentence.start, span.start - 2) : span.end].text.lower()
        if when.start is None and when.end is None:
            continue
        if "since" in words and when.start is not None:
            since, quote = when.start, expression.quote
            if when.end is not None and expression.timex.type == "DURATION":
                until = when.end
        elif (
            any(w in words for w in ("until", "as of", " to ", "through"))
            and since is not None
            and when.end is not None
        ):
            until = when.end
        elif any(w in words for w in ("between", "from")) and when.start is not None:
            since, quote = when.start, expression.quote
            until = when.end if when.end is not None and when.end != when.start else until
        elif since is not None and until is None and _follows_and(span) and when.end is not None and when.end > since:
            until = when.end
        elif (expression.timex.type == "DURATION" and when.start is not None and since is None) or (
            since is None
            and when.start is not None
            and when.end is not None
            and when.precision is DatePrecision.DAY
            and abs(span.start - count.anchor.i) < 8
            and _is_on_day(span)
        ):
            since, until, quote = when.start, when.end, expression.quote
    return since, until, quote


def _follows_and(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].lower_ in ("and", "to", "-", "–", "until", "through")


def _is_on_day(span: Span) -> bool:
    return (
        span.start == span.sent.start
        or span.doc[span.start - 1].lower_ in ("on", "in")
        or span[0].lower_ in ("on", "today", "yesterday")
    )


def _scope(document: Document, sentence: Span, count: _Count, parts: tuple[TallyPart, ...]) -> TallyScope:
    areas: list[str] = []
    for expression in document.places:
        span = document.span_of(expression.quote)
        if span is None or expression.place is None or not sentence.start <= span.start < sentence.end:
            continue
        if rank_of(expression) == 5 and expression.place.country:
            areas.append(expression.place.country)
        elif rank_of(expression) <= 4 and abs(span.start - count.anchor.i) < 8:
            areas.append(expression.place.id)
    areas += [p.scope for p in parts]
    weapons = sorted(
        {w.kind for w in find_weapons(document.doc[sentence.start : sentence.end].as_doc())} - {WeaponKind.OTHER}
    )
    actor = _actor_of(document, count.anchor)
    target = _target_of(document, count.anchor)
    return TallyScope(actor=actor, target=target, areas=tuple(dict.fromkeys(areas)), weapons=tuple(weapons))


def _actor_of(document: Document, anchor: Token) -> ActorRef | None:
    for child in anchor.lefts:
        if child.dep_ in ("compound", "amod", "poss", "nmod") and child.i in document.actor_at:
            return _ref(document, child)
    by = next(objects_of_prepositions(anchor, frozenset({"by"})), None)
    if by is not None and by.i in document.actor_at:
        return _ref(document, by)
    if anchor.dep_ in ("dobj", "obj") and anchor.head.lemma_.lower() in words_of("triggers", "light") | {"claim"}:
        subject = subject_of(anchor.head)
        if subject is not None and subject.i in document.actor_at:
            return _ref(document, subject)
    return None


def _target_of(document: Document, anchor: Token) -> ActorRef | None:
    for thing in objects_of_prepositions(anchor, frozenset({"on", "against", "at", "upon"})):
        for inner in noun_phrase(thing):
            if inner.i in document.actor_at:
                return _ref(document, inner)
    return None


def _targets_actor(document: Document, sentence: Span) -> ActorRef | None:
    """Whose bases or troops a sentence tells to be attacked: the scope of a bare count in the next sentence."""
    for token in reversed(list(sentence)):
        if token.lemma_.lower() in _ATTACKS | _STRIKES and is_plural(token):
            target = _target_of(document, token)
            if target is not None:
                return target
    return None


def _counter_of(anchor: Token, sentence: Span) -> Token | None:
    for ancestor in anchor.ancestors:
        if ancestor.pos_ == "VERB" and ancestor.lemma_.lower() in (
            "put",
            "count",
            "record",
            "raise",
            "give",
            "number",
            "verify",
            "report",
            "tally",
            "document",
            "register",
        ):
            return subject_of(ancestor)
    possessed = next((t for t in sentence if t.lemma_.lower() in _TOTALS), None)
    if possessed is not None:
        return next((c for c in possessed.lefts if c.dep_ == "poss"), None)
    return None


def _ref(document: Document, token: Token | None) -> ActorRef | None:
    if token is None:
        return None
    expression = document.actor_at.get(token.i)
    if expression is not None:
        return ActorRef(id=expression.actor_id, name=expression.name)
    if token.pos_ == "PRON":
        return None
    return ActorRef(name=document.quote_span(noun_phrase(token)).exact)

"""The numbers of a sentence that count events or people over more than one event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from tallystick.model.mention import TallyMention
from tallystick.model.terms import Comparator, TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import Number, number_at, number_before, read_ordinal
from tallystick.reading.phrases import is_plural, object_of, passive_subject_of, runs_since, subject_of
from tallystick.reading.told import Told
from tallystick.reading.triggers import has_armed_sense

STRIKES = frozenset({"strike", "airstrike", "raid", "air-strike", "bombing", "retaliation"})


ATTACKS = frozenset({"attack", "assault", "incident", "operation", "bombardment", "ambush", "clash", "incursion"})


_HURT = frozenset({"injury", "injure", "wound", "hurt", "injured", "wounded", "concussion", "trauma"})


_DEAD = frozenset({"kill", "death", "die", "dead", "fatality", "killed"})


TOTALS = frozenset({"total", "count", "tally", "number", "toll", "figure"})


TIMES = frozenset({"times", "time", "occasions"})


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


# What a running number may run over ("the second strike of the campaign").
_SPANS = frozenset({"campaign", "war", "conflict", "year", "month", "week", "operation", "night", "day"})


@dataclass(frozen=True)
class Count:
    """A number, what it counts, and the word that it hangs on."""

    number: Number
    unit: TallyUnit
    anchor: Token


def find_elliptical_counts(document: Document, sentence: Span, before: dict[str, TallyMention]) -> list[Count]:
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
        if (
            number is not None
            and number.value > 1
            and (subject or (more and token.dep_ in ("attr", "nsubj", "dobj", "nummod", "pobj")))
        ):
            return [Count(number, attacks[-1].unit, token)]
    return []


def find_counts(document: Document, sentence: Span, told: Told) -> list[Count]:
    """The counts of a sentence in order, each number taken once."""
    found: list[Count] = []
    taken: set[int] = set()
    weapon_heads = frozenset(w.head for w in document.weapons)
    for token in sentence:
        if token.i in taken:
            continue
        count = _count_at(document, token, sentence, told, weapon_heads)
        if count is not None and count.number.start not in taken:
            taken.update(range(count.number.start, count.number.end))
            found.append(count)
    return found


def _count_at(
    document: Document, token: Token, sentence: Span, told: Told, weapon_heads: frozenset[int]
) -> Count | None:
    lemma = token.lemma_.lower()
    if lemma in STRIKES | ATTACKS and token.pos_ in ("NOUN", "PROPN"):
        if not has_armed_sense(token, lemma, frozenset(t.lower_ for t in sentence)):
            return None
        unit = TallyUnit.STRIKES if lemma in STRIKES else TallyUnit.ATTACKS
        ordinal = _ordinal_of(token)
        if ordinal is not None and _is_running(token, sentence):
            return Count(ordinal, unit, token)
        if _is_rate(token):
            return None
        number = number_before(token)
        if number is None and token.i + 2 < sentence.end and token.nbor(1).lower_ in ("number", "no"):
            number = number_at(token.nbor(2))
            return Count(number, unit, token) if number is not None else None
        if number is None or number.vague or number.value < 2 or not is_plural(token) or _points_back(token, number):
            return None
        return None if _is_told_out(token, number, told) else Count(number, unit, token)
    if token.i in weapon_heads:
        return _projectiles_at(token)
    if lemma in TIMES and token.pos_ == "NOUN":
        number = number_before(token)
        verb = token.head
        if (
            number is not None
            and not number.vague
            and verb.lemma_.lower() in ("attack", "strike", "hit", "target", "bomb")
        ):
            return Count(number, TallyUnit.ATTACKS, token)
        return None
    if lemma == "toll" and _is_of_event(token, sentence, told):
        return None
    if lemma in TOTALS and token.pos_ == "NOUN":
        return _total_at(document, token, sentence)
    if lemma == "number" and token.pos_ == "NOUN" and (against := _running_number(token, sentence)) is not None:
        return against
    if lemma == "put" and token.pos_ == "VERB":
        return _put_at(document, token, sentence, told)
    if lemma in _HURT | _DEAD:
        return _harm_at(token, sentence, told)
    return None


def _is_of_event(toll: Token, sentence: Span, told: Told) -> bool:
    """True for the toll of an event that its sentence tells, unlike "the toll since January"."""
    if any(t.lower_ == "since" for t in toll.doc[toll.i : toll.i + 3]):
        return False
    return any(f.sentence.start == sentence.start for f in told.events)


def _is_rate(noun: Token) -> bool:
    """True for "35 attacks a day" and "an average of 35 attacks"."""
    behind = [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 3]]
    if len(behind) == 2 and behind[0] in ("a", "per", "each", "every") and behind[1] in _NO_TALLY:
        return True
    return any(t.lower_ == "average" for t in noun.doc[max(0, noun.i - 6) : noun.i])


def _projectiles_at(token: Token) -> Count | None:
    """The number of projectiles fired since some day ("since June more than 2,000 rockets were fired")."""
    if not is_plural(token) or not runs_since(token.head) or token.dep_ not in ("nsubjpass", "dobj", "nsubj"):
        return None
    number = number_before(token)
    return None if number is None or number.vague else Count(number, TallyUnit.PROJECTILES, token)


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
    behind = [t.lower_ for t in sentence.doc[token.i + 1 : min(sentence.end, token.i + 4)]]
    if behind[:1] == ["of"] and set(behind) & _SPANS:
        return True
    return any(
        t.lower_ == "in"
        and any(c.lower_ in ("weeks", "days", "months", "week") for c in sentence.doc[t.i : min(sentence.end, t.i + 9)])
        for t in sentence.doc[token.i : sentence.end]
    )


def _is_told_out(token: Token, number: Number, told: Told) -> bool:
    """True if as many events as the count says are told by the same word, or by "one" and "the other"."""
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


def _total_at(document: Document, token: Token, sentence: Span) -> Count | None:
    """The number of "the total … stood at 58", "raised the count to 16", "a total of at least 52 attacks"."""
    words = {t.lemma_.lower() for t in sentence} | {t.lower_ for t in sentence}
    if not words & (ATTACKS | STRIKES | _HURT | _DEAD | {"bases", "troops", "forces"}):
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
                    unit = TallyUnit.KILLED if token.lemma_.lower() == "toll" else _unit_of(head)
                    if unit is None:
                        return None
                    return Count(number, unit, head if head.pos_ == "NOUN" else token)
    return None


def _points_back(token: Token, number: Number) -> bool:
    """True for "the two attacks", which are told elsewhere and are no count."""
    before = token.doc[max(0, number.start - 1) : number.start].text.lower()
    return number.value <= 3 and before in ("the", "these", "those", "both", "its", "their")


def _running_number(token: Token, sentence: Span) -> Count | None:
    """The number of "it was number 26 against bases …"."""
    behind = token.nbor(1) if token.i + 1 < sentence.end else None
    if token.lower_ != "number" or token.i == sentence.start or token.nbor(-1).lemma_ not in ("be", "make"):
        return None
    if (
        behind is None
        or behind.tag_ != "CD"
        or not any(t.lower_ in ("against", "on", "since") for t in sentence.doc[behind.i : sentence.end])
    ):
        return None
    number = number_at(behind)
    return Count(number, TallyUnit.ATTACKS, token) if number is not None else None


def _put_at(document: Document, verb: Token, sentence: Span, told: Told) -> Count | None:
    if not {t.lemma_.lower() for t in sentence} & (ATTACKS | STRIKES):
        return None
    for behind in sentence.doc[verb.i + 1 : sentence.end]:
        if behind.tag_ == "CD" and document.date_at.get(behind.i) is None and _counts_no_time(behind):
            number = number_at(behind)
            put = object_of(verb)
            of_harm = put is not None and put.lemma_.lower() in ("casualty", "toll")
            if put is not None and of_harm and _is_of_event(put, sentence, told):
                return None
            unit = TallyUnit.CASUALTIES if of_harm else _unit_of(behind)
            if number is not None and unit and any(t.lower_ == "at" for t in sentence.doc[verb.i : behind.i]):
                return Count(number, unit, behind)
    return None


def _unit_of(head: Token) -> TallyUnit | None:
    """What a number counts by the noun that it stands on; people by what is told of them, None if it is nothing."""
    lemma = head.lemma_.lower()
    told = head.head.lemma_.lower() if head.dep_ in ("nsubj", "nsubjpass", "dobj") else lemma
    if lemma in words_of("cues", "people") or told in _DEAD | _HURT:
        return TallyUnit.KILLED if told in _DEAD else TallyUnit.INJURED if told in _HURT else None
    if lemma in STRIKES:
        return TallyUnit.STRIKES
    if lemma in _HURT:
        return TallyUnit.INJURED
    if lemma in _DEAD:
        return TallyUnit.KILLED
    return TallyUnit.ATTACKS


def _harm_at(token: Token, sentence: Span, told: Told) -> Count | None:
    """A count of people hurt or killed over more than one event."""
    here = [f for f in told.events if f.sentence.start == sentence.start and not f.is_setting]
    if here and not (len(here) > 1 and all(f.background for f in here)):
        return None
    if re.search(r"\b(?:killed|dead) or (?:hurt|wounded|injured)\b", sentence.text):
        return None
    clause = frozenset(t.lower_ for c in token.children if c.dep_ != "conj" for t in c.subtree)
    if not has_armed_sense(token, token.lemma_.lower(), clause):
        return None
    unit = TallyUnit.INJURED if token.lemma_.lower() in _HURT else TallyUnit.KILLED
    number = number_before(token) if token.pos_ == "NOUN" else None
    if number is None:
        people = _bearers_of(token) if token.pos_ == "NOUN" else _victims_of(token)
        number = (number_before(people) or number_at(people)) if people is not None else None
    if number is None or number.vague or number.value < 2:
        return None
    if told.events and not _is_summed(sentence):
        return None
    return Count(number, unit, token)


def _bearers_of(injury: Token) -> Token | None:
    """Who has an injury: "19 troops had …", "59 people treated for …", "two were diagnosed with …"."""
    verb = injury.head
    if injury.dep_ in ("dobj", "obj") and verb.lemma_.lower() in ("have", "suffer", "sustain", "receive"):
        found = subject_of(verb)
        return found if found is not None or verb.dep_ != "xcomp" else passive_subject_of(verb.head)
    if injury.dep_ == "pobj" and verb.lower_ in ("with", "for") and verb.head.tag_ == "VBN":
        return passive_subject_of(verb.head)
    return None


def _victims_of(verb: Token) -> Token | None:
    """Who is killed or hurt; the subject of an active verb only where it has no object ("62 people died")."""
    for roles in (("nsubjpass", "dobj"), ("nsubj",)):
        people = next((c for c in verb.children if c.dep_ in roles), None)
        if people is not None:
            return people
    return verb.head if verb.dep_ in ("amod", "acl", "relcl") else None


def _is_summed(sentence: Span) -> bool:
    words = {t.lower_ for t in sentence}
    return bool(words & {"attacks", "strikes", "since", "earlier", "total", "far", "counted", "had", "overall"})


def _counts_no_time(token: Token) -> bool:
    behind = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return behind not in _NO_TALLY

"""How many people a phrase tells of: "a woman and three children", "a family of five", "two of his bodyguards"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from tallystick.model.terms import Comparator
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import Number, add, number_at, number_before, read_number
from tallystick.reading.people_sorts import is_person_by_age, is_sort_of_people
from tallystick.reading.phrases import is_plural

_NAMES = ("NNP", "NNPS")
# "a five-member crew", "a family of five-strong"
_HEADED = re.compile(r"\b([\w,]+)-\s?(?:member|strong|person|man)\b")


def are_people(noun: Token) -> bool:
    """True for a word that stands for people: "villagers", "others", a name, "four"."""
    return is_named_as_people(noun) or noun.lower_ in ("another", "others") or number_at(noun) is not None


def is_named_as_people(noun: Token) -> bool:
    """True for a word that by itself says people, also "Palestinians", but no bare number."""
    return (
        noun.lemma_.lower() in words_of("cues", "people")
        or is_sort_of_people(noun)
        or noun.tag_ == "NNPS"
        or noun.ent_type_ in ("NORP", "PERSON")
        or is_person_by_age(noun)
    )


def count_people(people: Token) -> Number | None:
    """The number of people told of by a noun and by those listed beside it; None where they are not counted.

    Those told as a part ("12 people, among them three children"; "three people, a man and two boys") are no further
    people.
    """
    first = count_phrase(people)
    if first is None:
        return None
    numbers = [n for other in listed_beside(people) if (n := count_phrase(other)) is not None]
    others = [n for n in numbers if n.start >= first.end or n.end <= first.start]
    is_whole = people.tag_ == "CD" or people.lemma_.lower() in words_of("harm", "wholes")
    if not others or (is_whole and sum(n.value for n in others) == first.value):
        return first
    return add([first, *others])


def listed_beside(people: Token) -> list[Token]:
    """The other people of an enumeration ("Ahmed, his wife and two sons", "22 along with six …"), in order."""
    beside = [c for c in people.conjuncts if c.i > people.i]
    beside += [c for c in people.head.children if c.dep_ == people.dep_ == "nsubjpass" and c.i > people.i]
    beside += [c for c in (*people.head.lefts, *people.lefts) if _opens_list(c, people)]
    for relative in (c for c in people.rights if c.dep_ == "appos" and _is_kin_of_named(c)):
        beside += [relative, *relative.conjuncts]
    for along in (*people.rights, *people.head.rights):
        if along.lower_ == "along" and along.i > people.i:
            beside += [g for with_ in along.rights if with_.lower_ == "with" for g in with_.rights if g.dep_ == "pobj"]
    return [g for g in dict.fromkeys(beside) if _is_further(g) and not is_part_of(g, people)]


def _opens_list(first: Token, people: Token) -> bool:
    """True for the first of "a teacher, two pupils and a guard", which a parser may hang elsewhere."""
    if is_person_by_age(first) and first.dep_ == "amod":
        return True
    comma = people.left_edge.i - 1
    return first.dep_ == "npadvmod" and first.right_edge.i + 1 == comma and first.doc[comma].text == ","


def is_part_of(noun: Token, people: Token) -> bool:
    """True for those told as some of the people before ("including two women", "among them a child")."""
    return any(t.lower_ in words_of("harm", "of_whom") for t in noun.doc[people.i : noun.i])


def _is_further(noun: Token) -> bool:
    counted = noun.tag_ == "CD" and any(c.lower_ == "of" for c in noun.rights)
    return counted or is_named_as_people(noun) or noun.lower_ in ("others", "another")


def _is_kin_of_named(noun: Token) -> bool:
    """True for "his wife" behind a name, which is another person and not a word for the same one."""
    return noun.lemma_.lower() in words_of("harm", "kin") and any(c.tag_ == "PRP$" for c in noun.lefts)


def count_phrase(noun: Token) -> Number | None:
    """The number of people of one phrase, without those listed beside it; None where they are not counted."""
    if noun.lower_ == "another":
        return _one(noun)
    if noun.lemma_.lower() in words_of("harm", "collectives"):
        return _members(noun) or number_before(noun)
    if noun.tag_ == "CD" or read_number(noun.lower_) is not None:
        return number_at(noun)
    found = number_before(noun, articles=True)
    if found is not None:
        return found
    names = _names_behind(noun)
    if names is not None:
        return names
    if noun.tag_ in ("NN", "NNP") or is_person_by_age(noun):
        return _one(noun)
    return number_at(noun)


def _one(noun: Token) -> Number:
    return Number(1, 1, 1, Comparator.EXACT, noun.i, noun.i + 1)


def _members(group: Token) -> Number | None:
    """The number of "a family of five", "a crew of four airmen" and "a five-member family"."""
    for of in (c for c in group.rights if c.lower_ == "of"):
        for whom in (c for c in of.rights if c.dep_ == "pobj"):
            number = number_at(whom) or number_before(whom)
            if number is not None:
                return number
    left = group.doc[group.left_edge.i : group.i]
    written = _HEADED.search(left.text)
    value = read_number(written.group(1)) if written else None
    return None if value is None else Number(value, value, value, Comparator.EXACT, left.start, group.i + 1)


def _names_behind(noun: Token) -> Number | None:
    """The number of names that say who "the journalists" are."""
    if not is_plural(noun):
        return None
    named = next((c for c in noun.rights if c.dep_ == "appos" and c.tag_ in _NAMES), None)
    if named is None or not named.conjuncts:
        return None
    names = [n for n in (named, *named.conjuncts) if n.tag_ in _NAMES]
    return Number(len(names), len(names), len(names), Comparator.EXACT, noun.i, max(n.i for n in names) + 1)

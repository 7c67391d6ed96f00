"""Relations told in set phrases between names: "X, a splinter group of Y", "A, B and C make up X".

Phrases are matched over sentences whose names are marks (``relation_names``), so that names which nobody has listed are
read as well as others. The phrases are data (``lexicon/relations.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tallystick.model.terms import Predicate
from tallystick.reading.lexicon import load_lexicon
from tallystick.reading.relation_names import Marked, Name, list_of_names

_A, _B = r"⟦(?P<a>\d+)⟧", rf"(?:⟦\d+⟧'s? )?(?P<b>{list_of_names()})(?!\d*'s? ⟦|-)"
_AS = f"(?P<a>{list_of_names()})"
_MODIFIERS = r"(?: [a-zà-ÿ][\w'-]*,?){0,4}?"
_ARTICLE = r"(?: (?:an?|the|its|one of the|another))?"
_ASIDE = r"(?:, [^,;⟦]*(?:⟦\d+⟧[^,;⟦]*)?,)?"
_NUMBER = re.compile(r"⟦(\d+)⟧")


@dataclass(frozen=True)
class Phrase:
    """A way to tell a relation. ``is_turned`` if the first group of names is the object."""

    predicate: Predicate
    pattern: re.Pattern[str]
    is_turned: bool = False


@dataclass(frozen=True)
class Told:
    """A relation as a phrase tells it."""

    subject: Name
    predicate: Predicate
    object: Name


def read_phrases(marked: Marked) -> Iterator[Told]:
    """The relations that the phrases of a sentence tell."""
    for clause in re.finditer(r"[^;]+", marked.text):
        for phrase in _phrases():
            for found in phrase.pattern.finditer(clause[0]):
                if is_denied(_up_to(clause[0], found)):
                    continue
                first, second = _named(marked, found["a"]), _named(marked, found["b"])
                subjects, others = (second, first) if phrase.is_turned else (first, second)
                for subject in subjects:
                    for other in others:
                        if subject.actor != other.actor or subject.start != other.start:
                            yield Told(subject, phrase.predicate, other)


def _named(marked: Marked, told: str) -> Sequence[Name]:
    numbers = [told] if told.isdigit() else _NUMBER.findall(told)
    return [marked.names[int(number)] for number in numbers]


def is_denied(words: str) -> bool:
    """True where a word takes away what is said ("nobody has shown that X is funded by Y")."""
    denials = "|".join(load_lexicon("relations")["denials"])
    return re.search(rf"\b(?:{denials})\b", words, re.IGNORECASE) is not None


def _up_to(clause: str, found: re.Match[str]) -> str:
    before = re.split(r"[,:] (?:and|but) |[.:] ", clause[: found.start()])[-1]
    return f"{before} {found[0]}"


@cache
def _phrases() -> tuple[Phrase, ...]:
    words = load_lexicon("relations")
    bridge = rf"(?:,? (?:{'|'.join(words['bridge'])})\b){{0,8}},?"
    said = r"(?: by (?:analysts|experts|officials|some|many|diplomats|residents))?(?: as| to be)?"
    start = rf"{_A}{_ASIDE}{bridge}{said}{bridge}"
    made: list[Phrase] = []
    for code, nouns in words["nouns"].items():
        predicate, noun = Predicate(code), f"(?:{'|'.join(nouns)})s?"
        made += [
            Phrase(predicate, re.compile(rf"{start}{_ARTICLE}{_MODIFIERS} {noun} (?:of|for|to|in|within) {_B}")),
            Phrase(predicate, re.compile(rf"{start} ⟦(?P<b>\d+)⟧(?:'s?{_MODIFIERS})? {noun}\b")),
            Phrase(predicate, re.compile(rf"⟦(?P<a>\d+)⟧'s?{_MODIFIERS} {noun},? {_B}"), is_turned=True),
        ]
    brand = "|".join(words["brands"])
    over = r"(?:of|for|used by|shared by|that (?:includes|comprises|groups))(?: [a-z][\w-]*){0,3}?:?"
    made += [
        Phrase(Predicate.BRAND_OF, re.compile(rf"{start}{_ARTICLE}{_MODIFIERS} (?:{brand}) {over} {_B}")),
        Phrase(Predicate.BRAND_OF, re.compile(rf"{start}{_ARTICLE}{_MODIFIERS} (?:{brand}) that {_B} (?:share|use)")),
    ]
    for code, verbs in words["verbs"].items():
        made.append(Phrase(Predicate(code), re.compile(rf"{start},? (?:{'|'.join(verbs)}) {_B}")))
    for code, verbs in words["passives"].items():
        row = rf"(?:{'|'.join(verbs)})(?:,? (?:and )?\w+ed)*"
        joined = rf"(?: \w+ed,?(?: and)?)*? {row}"
        apart = rf"{_A}, (?:an?|the|one of the) (?:[a-z][\w-]* ){{1,5}}{row} by {_B}"
        made += [Phrase(Predicate(code), re.compile(told)) for told in (rf"{start}{joined} by {_B}", apart)]
    backing = "|".join(words["passives"]["backed_by"])
    row_of_backing = rf"(?:{backing})(?:(?:,| and|, and) \w+ed)*"
    above = r"(?:(?: also| still| now)*)"
    made += [
        Phrase(Predicate.CONTROLS, re.compile(rf"{_A}{above} (?:{'|'.join(words['rules']['controls'])}) {_B}")),
        Phrase(
            Predicate.BACKED_BY,
            re.compile(rf"{_A}{above} (?:{'|'.join(words['rules']['backs'])}) {_B}"),
            is_turned=True,
        ),
        Phrase(Predicate.BACKED_BY, re.compile(rf"{_A} (?:has|have|had) {row_of_backing} {_B}"), is_turned=True),
        Phrase(Predicate.BACKED_BY, re.compile(rf"⟦(?P<a>\d+)⟧-(?:{backing}) {_B}"), is_turned=True),
        Phrase(
            Predicate.BACKED_BY,
            re.compile(rf"⟦(?P<a>\d+)⟧-(?:{backing})(?: [a-z][\w-]*){{1,3}},? (?:including|such as|like|called) {_B}"),
            is_turned=True,
        ),
        Phrase(Predicate.BACKED_BY, re.compile(rf"{_A}(?: as)? \"?⟦(?P<b>\d+)⟧-(?:{backing})\b(?! [\w⟦])")),
        Phrase(Predicate.ALLIED_WITH, re.compile(rf"{start}[^;.⟦]*? (?:{'|'.join(words['alongside'])}) {_B}")),
        Phrase(
            Predicate.SUBORDINATE_TO,
            re.compile(rf"{_A},?(?: [a-z][\w-]*){{0,5}} under ⟦(?P<b>\d+)⟧'s? (?:{'|'.join(words['over_it'])})\b"),
        ),
        Phrase(Predicate.BRAND_OF, re.compile(rf"{start} (?:{'|'.join(words['under_name'])}) {_B}"), is_turned=True),
        Phrase(
            Predicate.BRAND_OF,
            re.compile(rf"{_A},?(?: [a-z]+){{0,3}} under ⟦(?P<b>\d+)⟧(?:'s?)? (?:{'|'.join(words['banners'])})\b"),
            is_turned=True,
        ),
        Phrase(Predicate.SUCCESSOR_OF, re.compile(rf"{_A},? (?:{'|'.join(words['formers'])}) {_B}")),
        Phrase(
            Predicate.SUCCESSOR_OF,
            re.compile(rf"{_A},?(?: since| later| now)? (?:{'|'.join(words['renamed'])}) {_B}"),
            is_turned=True,
        ),
        Phrase(
            Predicate.SUCCESSOR_OF,
            re.compile(rf"{_A} [^;⟦]*(?:when|as|after) {_B} (?:{'|'.join(words['merged'])})"),
        ),
        Phrase(
            Predicate.MEMBER_OF,
            re.compile(rf"{_A}(?!-)[^;⟦]*? (?:{'|'.join(words['gathers'])})(?: [a-z][\w-]*){{0,4}}:? {_B}"),
            is_turned=True,
        ),
        Phrase(Predicate.MEMBER_OF, re.compile(rf"{_AS} (?:{'|'.join(words['makes_up'])}) {_B}")),
    ]
    return tuple(made)

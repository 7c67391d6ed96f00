"""People killed and injured, as low, best and high."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from tallystick.model.mention import Casualties, CountedRange, GroupHarm
from tallystick.model.terms import CasualtyGroup, Comparator
from tallystick.reading.casualty_groups import is_sort_of_people, merge_groups, read_groups
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import Number, add, best_of, number_at, number_before
from tallystick.reading.phrases import is_plural

_HARMS = r"(?:casualt(?:y|ies)|injur(?:y|ies)|deaths?|fatalities|victims|harm(?:\s+done)?|losses|wounded)"
_PEOPLE = r"(?:people|person|personnel|troops?|soldiers?|civilians?|forces|staff|members?|americans)"
_NOBODY = re.compile(
    rf"\b(?:no|without|not any|nor any|zero|neither|any)\b[^.;]{{0,40}}?\b{_HARMS}\b"
    rf"|\b(?:no[- ]one|nobody|none|no (?:\w+ ){{0,4}}{_PEOPLE})\b[^.;]{{0,30}}?"
    r"\b(?:hurt|injured|killed|wounded|harmed|died)\b"
    r"|\bneither\b[^.;]{0,40}?\bnor\b[^.;]{0,40}?\b(?:hurt|injured|killed|wounded|harmed)\b"
    r"|\bcasualty-free\b|\bleft nobody\b|\bno harm\b|\bdone no harm\b|\bcaus(?:ed|ing) no (?:injur|casualt)",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"\b(?:without mentioning"
    r"|no (?:word|information|details?|reports?|immediate (?:word|reports?|information)) (?:on|of|about)"
    r"|not (?:say|give|mention|known|clear|specif|disclos)|gave neither|unclear|casualties unknown|unknown casualt)",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\b(?:killed|dead) or (?:hurt|wounded|injured)\b", re.IGNORECASE)
_NATURAL = re.compile(r"\b(?:cardiac arrest|heart attack|natural causes|illness|stroke)\b", re.IGNORECASE)
_TOLLS = frozenset({"toll", "life"})
_OF_WHOM = frozenset({"among", "amongst", "including", "include", "includes", "included"})
_AROUND = frozenset({"between", "over", "around", "about", "above", "under"})


def read_casualties(document: Document, stretch: Span) -> Casualties:
    """What a stretch of text tells of people killed and injured.

    Zero only where it says that nobody was; null where it tells nothing.
    """
    killed = _count(document, stretch, "dead")
    injured = _count(document, stretch, "hurt")
    nobody = _NOBODY.search(stretch.text)
    if nobody is not None and not _NOT_SAID.search(stretch.text):
        start = stretch.start_char + nobody.start()
        zero = CountedRange(low=0, best=0, high=0, quote=document.quote(start, stretch.start_char + nobody.end()))
        killed = killed or zero
        injured = injured or zero
    groups = read_groups(document, stretch)
    return Casualties(
        killed=killed or _only_side(groups, "killed"), injured=injured or _only_side(groups, "injured"), groups=groups
    )


def _only_side(groups: tuple[GroupHarm, ...], harm: str) -> CountedRange | None:
    """The count of civilians or of combatants, for a whole that is not counted itself."""
    sides = [g for g in groups if g.group in (CasualtyGroup.CIVILIANS, CasualtyGroup.COMBATANTS)]
    told = [count for side in sides if (count := getattr(side, harm)) is not None]
    return told[0] if len(told) == 1 else None


def _count(document: Document, stretch: Span, harm: str) -> CountedRange | None:
    verbs, nouns = words_of("harm", harm), words_of("harm", f"{harm}_nouns")
    kills = harm == "dead"
    if _EITHER.search(stretch.text):
        return None
    for token in stretch:
        lemma = token.lemma_.lower()
        if lemma not in verbs and lemma not in nouns and token.lower_ not in nouns and lemma not in _TOLLS:
            continue
        if (lemma == "die" and _NATURAL.search(token.sent.text)) or _is_of_a_war(token):
            continue
        number: Number | None = None
        people: Token | None = None
        if lemma in verbs and token.pos_ in ("VERB", "ADJ", "NOUN") and not _is_negated(token):
            people = _people_of(token)
            number = _number_of(token, people)
        elif token.lower_ == "dead" and kills and token.head.lemma_.lower() in words_of("harm", "deadly"):
            people = _people_of(token.head)
            number = _number_of(token.head, people)
        elif lemma == "toll" and kills and token.i and token.nbor(-1).lower_ == "death":
            number = next((number_at(t) for t in stretch.doc[token.i : stretch.end] if _is_toll(t, document)), None)
        elif lemma == "life" and kills and token.head.lemma_.lower() in words_of("harm", "takes_lives"):
            number = number_before(token) or _number_of_whose(token)
        elif (lemma in nouns or token.lower_ in nouns) and not _is_negated(token):
            number = number_before(token) or _toll(token)
            people = token if number is None and lemma in nouns and _causes(token) else None
        if number is not None and any(i in document.date_at for i in range(number.start, number.end)):
            continue
        if number is not None:
            low, high = number.low, number.high
            quote = document.quote_span(stretch.doc[min(number.start, token.i) : max(number.end, token.i + 1)])
            return CountedRange(low=low, best=best_of(number), high=high, quote=quote)
        if people is not None:
            plural = is_plural(people) or people.lower_ in ("people", "personnel", "troops", "police")
            if not plural and people.pos_ == "PRON":
                continue
            return CountedRange(
                low=1,
                best=None if plural else 1,
                high=None if plural else 1,
                quote=document.quote_tokens([people, token]),
            )
    return None


def _is_of_a_war(token: Token) -> bool:
    """True for the toll of a whole war ("a conflict that has killed 280,000", "have been killed since 2011")."""
    if any(t.lemma_.lower() in words_of("harm", "wars") for t in (token.head, *token.lefts) if t.i != token.i):
        return True
    perfect = any(c.lower_ in ("has", "have") for c in token.children)
    return perfect and any(t.lower_ == "since" for t in token.sent)


def _people_of(verb: Token) -> Token | None:
    """Whom a verb of killing or wounding tells to be hurt."""
    candidates = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "obj")]
    candidates += [g for c in verb.rights if c.lower_ in _AROUND for g in c.rights if g.dep_ == "pobj"]
    if verb.dep_ in ("acl", "amod", "relcl") and verb.tag_ in ("VBN", "VBD"):
        candidates.append(verb.head)
    if verb.lemma_.lower() == "die" or (verb.tag_ in ("VBN", "VBD") and not candidates):
        candidates += [c for c in verb.children if c.dep_ == "nsubj"]
    harms = words_of("harm", "dead") | words_of("harm", "hurt")
    if verb.dep_ == "conj" and not candidates and verb.head.lemma_.lower() in harms:
        return None
    candidates += [other for c in candidates if c.pos_ == "PRON" for other in c.conjuncts]
    return next((c for c in candidates if _are_people(c)), None)


def _are_people(noun: Token) -> bool:
    return (
        noun.lemma_.lower() in words_of("cues", "people")
        or noun.lower_ in ("another", "others")
        or is_sort_of_people(noun)
        or noun.ent_type_ in ("NORP", "PERSON")
        or number_at(noun) is not None
    )


def _number_of(verb: Token, people: Token | None) -> Number | None:
    if people is not None:
        found = _sum_of(people)
        if found is not None:
            return found
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "nsubj", "npadvmod", "nummod", "obj") and (
            child.tag_ == "CD" or child.pos_ == "NUM"
        ):
            return number_at(child)
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if before is not None and before.tag_ == "CD":
        return number_at(before)
    after = verb.nbor(1) if verb.i + 1 < verb.sent.end else None
    if (
        after is not None
        and after.tag_ == "CD"
        and (verb.i + 2 >= verb.sent.end or verb.nbor(2).pos_ not in ("NOUN", "PROPN"))
    ):
        return number_at(after)
    return None


def _sum_of(people: Token) -> Number | None:
    """The number of people and of those listed beside them ("a woman and three children", "22 along with six …")."""
    first = _number_of_group(people)
    if first is None:
        return None
    numbers = [_number_of_group(group) for group in _listed_beside(people)]
    others = [n for n in numbers if n is not None and n.start >= first.end]
    if not others or sum(n.value for n in others) == first.value:
        return first
    return add([first, *others])


def _listed_beside(people: Token) -> list[Token]:
    beside = [c for c in people.conjuncts if c.i > people.i]
    beside += [c for c in people.head.children if c.dep_ == people.dep_ == "nsubjpass" and c.i > people.i]
    for along in (*people.rights, *people.head.rights):
        if along.lower_ == "along" and along.i > people.i:
            beside += [g for with_ in along.rights if with_.lower_ == "with" for g in with_.rights if g.dep_ == "pobj"]
    return [
        g
        for g in beside
        if (g.lemma_.lower() in words_of("cues", "people") or is_sort_of_people(g) or g.ent_type_ == "NORP")
        and not any(t.lower_ in _OF_WHOM for t in g.doc[people.i : g.i])
    ]


def _number_of_group(noun: Token) -> Number | None:
    if noun.lower_ == "another" or (noun.tag_ == "NN" and any(c.dep_ == "poss" for c in noun.lefts)):
        return Number(1, 1, 1, Comparator.EXACT, noun.i, noun.i + 1)
    if noun.pos_ in ("NUM", "ADJ") or noun.tag_ == "CD":
        return number_at(noun)
    return number_before(noun, articles=True) or number_at(noun)


def _toll(noun: Token) -> Number | None:
    """The number behind "death toll … 23" or "leaving 5 dead"."""
    if noun.lower_ == "dead":
        before = noun.nbor(-1) if noun.i > noun.sent.start else None
        if before is not None:
            return (
                number_at(before) if before.tag_ == "CD" else number_before(before) if before.pos_ == "NOUN" else None
            )
    return None


def _number_of_whose(lives: Token) -> Number | None:
    """The number of "the lives of 8 people"."""
    whose = (g for of in lives.rights if of.lower_ == "of" for g in of.rights if g.dep_ == "pobj")
    return next((_sum_of(people) for people in whose), None)


def _is_toll(token: Token, document: Document) -> bool:
    """True for the number of "the death toll rose to 101"."""
    before = token.nbor(-1).lower_ if token.i else ""
    return (
        token.tag_ == "CD" and token.i not in document.date_at and before in ("to", "at", "of", "is", "was", "reached")
    )


def _causes(noun: Token) -> bool:
    """True for "caused light injuries", which tells one or more without a number."""
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in (
        "cause",
        "inflict",
        "suffer",
        "report",
        "sustain",
        "have",
    )


def _is_negated(token: Token) -> bool:
    """True for "did not kill", "nobody was hurt" and "no soldiers were hurt"."""
    near = [*token.children, *token.head.children] if token.dep_ in ("acl", "amod") else list(token.children)
    if any(c.dep_ == "neg" or c.lower_ in ("no", "neither", "nobody", "without", "none") for c in near):
        return True
    hurt = [c for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    hurt += [c for c in token.rights if c.dep_ in ("dobj", "obj")]
    return any(d.lower_ == "no" and d.dep_ == "det" for noun in hurt for d in noun.lefts) or any(
        noun.text.lower() == "one" and noun.i and noun.nbor(-1).lower_ == "no" for noun in hurt
    )


def merge_casualties(first: Casualties, second: Casualties) -> Casualties:
    """The first account, completed from the second; a number beats "nobody", and "58" beats "dozens"."""
    return Casualties(
        killed=_stronger(first.killed, second.killed),
        injured=_stronger(first.injured, second.injured),
        groups=merge_groups(first.groups, second.groups),
    )


def _stronger(first: CountedRange | None, second: CountedRange | None) -> CountedRange | None:
    if first is None or second is None:
        return first or second
    if first.high == 0 and second.high != 0:
        return second
    return second if first.best is None and (second.best or 0) >= max(first.low or 0, 1) else first
